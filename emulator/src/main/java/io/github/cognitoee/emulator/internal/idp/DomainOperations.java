package io.github.cognitoee.emulator.internal.idp;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.cognitoee.emulator.internal.json.Constraint.Range;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Names.DomainPrefix;
import io.github.cognitoee.emulator.internal.pool.Names.PoolId;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prefix domains of user pools; there are no custom ones. */
final class DomainOperations {

    private static final List<String> RESERVED = List.of("aws", "amazon", "cognito");
    private static final int CLASSIC = 1;

    private final Directory directory;

    DomainOperations(Directory directory) {
        this.directory = directory;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.signed(CreateUserPoolDomain.class, this::create),
                Operation.signed(DescribeUserPoolDomain.class, this::describe),
                Operation.signed(UpdateUserPoolDomain.class, this::update),
                Operation.signed(DeleteUserPoolDomain.class, this::delete));
    }

    record CreateUserPoolDomain(
            @DomainPrefix String domain,
            @PoolId String userPoolId,
            @Nullable @Range(min = 1, max = 2) Integer managedLoginVersion) {}

    private Object create(CreateUserPoolDomain request) {
        Pool pool = directory.pool(request.userPoolId());
        RESERVED.stream().filter(request.domain()::contains).findFirst().ifPresent(word -> {
            throw ErrorType.INVALID_PARAMETER.because("Domain cannot contain reserved word: " + word);
        });
        directory.addDomain(pool, request.domain());
        return version(request.managedLoginVersion());
    }

    record DescribeUserPoolDomain(@DomainPrefix String domain) {}

    /** An unknown domain is described by nothing, not refused. */
    private Object describe(DescribeUserPoolDomain request) {
        Optional<Pool> pool = directory.findOfDomain(request.domain());
        Object description = pool.<Object>map(found ->
                        new Description(found.id(), directory.accountId(), request.domain(), "ACTIVE", CLASSIC))
                .orElse(Map.of());
        return Map.of("DomainDescription", description);
    }

    private record Description(
            String userPoolId,
            @JsonProperty("AWSAccountId") String accountId,
            String domain,
            String status,
            int managedLoginVersion) {}

    record UpdateUserPoolDomain(
            @DomainPrefix String domain,
            @PoolId String userPoolId,
            @Nullable @Range(min = 1, max = 2) Integer managedLoginVersion) {}

    private Object update(UpdateUserPoolDomain request) {
        directory.requireDomain(directory.pool(request.userPoolId()), request.domain());
        return version(request.managedLoginVersion());
    }

    record DeleteUserPoolDomain(@DomainPrefix String domain, @PoolId String userPoolId) {}

    private Object delete(DeleteUserPoolDomain request) {
        directory.removeDomain(directory.pool(request.userPoolId()), request.domain());
        return Nothing.TO_TELL;
    }

    private static Object version(@Nullable Integer asked) {
        return Map.of("ManagedLoginVersion", asked == null ? CLASSIC : asked);
    }
}
