package io.github.cognitoee.emulator.internal.idp;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.cognitoee.emulator.internal.json.Constraint.Inline;
import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.Constraint.Range;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Names.NextToken;
import io.github.cognitoee.emulator.internal.pool.Names.PoolId;
import io.github.cognitoee.emulator.internal.pool.Names.Title;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.PoolSettings;
import io.github.cognitoee.emulator.internal.pool.Schema;
import io.github.cognitoee.emulator.internal.pool.UsernameRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** User pools themselves. */
final class PoolOperations {

    private final Directory directory;

    PoolOperations(Directory directory) {
        this.directory = directory;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.signed(CreateUserPool.class, this::create).neverRefusing(ErrorType.RESOURCE_NOT_FOUND),
                Operation.signed(DescribeUserPool.class, this::describe),
                Operation.signed(UpdateUserPool.class, this::update),
                Operation.signed(DeleteUserPool.class, this::delete),
                Operation.signed(ListUserPools.class, this::list).neverRefusing(ErrorType.RESOURCE_NOT_FOUND));
    }

    record CreateUserPool(
            @Title String poolName,
            @Inline PoolSettings settings,
            @Inline UsernameRules usernameRules,
            @Nullable @Length(min = 1, max = 50) List<Schema.Definition> schema) {}

    private Object create(CreateUserPool request) {
        UsernameRules rules = request.usernameRules();
        if (!rules.asUsername().isEmpty() && !rules.aliases().isEmpty()) {
            throw ErrorType.INVALID_PARAMETER.because(
                    "Only one of the aliasAttributes or usernameAttributes can be set in a user pool.");
        }
        checkMfa(request.settings());
        List<Schema.Definition> schema = request.schema() == null ? List.of() : request.schema();
        if (!schema.stream().allMatch(Schema.Definition::isPossible)) {
            throw ErrorType.INVALID_PARAMETER.because("Required custom attributes are not supported currently.");
        }
        Pool pool = directory.create(request.poolName(), request.settings().completed(), rules, schema);
        return Map.of("UserPool", PoolView.of(pool));
    }

    record DescribeUserPool(@PoolId String userPoolId) {}

    private Object describe(DescribeUserPool request) {
        return Map.of("UserPool", PoolView.of(directory.pool(request.userPoolId())));
    }

    record UpdateUserPool(@PoolId String userPoolId, @Nullable @Title String poolName, @Inline PoolSettings settings) {}

    /** What is not named goes back to its default, as in Cognito. */
    private Object update(UpdateUserPool request) {
        Pool pool = directory.pool(request.userPoolId());
        if (pool.mfaFactors().names().isEmpty()) {
            checkMfa(request.settings());
        }
        pool.update(request.poolName(), request.settings().completed());
        return Nothing.TO_TELL;
    }

    record DeleteUserPool(@PoolId String userPoolId) {}

    private Object delete(DeleteUserPool request) {
        directory.delete(request.userPoolId());
        return Nothing.TO_TELL;
    }

    record ListUserPools(@Range(min = 1, max = 60) Integer maxResults, @Nullable @NextToken String nextToken) {}

    private Object list(ListUserPools request) {
        return Page.of(directory.all(), request.maxResults(), request.nextToken())
                .as("UserPools", "NextToken", Summary::of);
    }

    /** Other factors than messages to telephones are set up by {@code SetUserPoolMfaConfig}. */
    private static void checkMfa(PoolSettings settings) {
        if (settings.usesMfa() && settings.smsConfiguration() == null) {
            throw ErrorType.INVALID_PARAMETER.because("SMS configuration and Auto verification for phone_number are"
                    + " required when MFA is required/optional");
        }
    }

    private record Summary(String id, String name, Instant lastModifiedDate, Instant creationDate) {
        static Summary of(Pool pool) {
            return new Summary(pool.id(), pool.name(), pool.modified(), pool.created());
        }
    }

    private record PoolView(
            String id,
            String name,
            String arn,
            Instant lastModifiedDate,
            Instant creationDate,
            int estimatedNumberOfUsers,
            List<Schema.Definition> schemaAttributes,
            @Nullable String domain,
            @JsonUnwrapped UsernameRules usernameRules,
            @JsonUnwrapped PoolSettings settings) {

        static PoolView of(Pool pool) {
            return new PoolView(
                    pool.id(),
                    pool.name(),
                    pool.arn(),
                    pool.modified(),
                    pool.created(),
                    pool.size(),
                    pool.schema().definitions(),
                    pool.domain().orElse(null),
                    pool.usernameRules(),
                    pool.settings());
        }
    }
}
