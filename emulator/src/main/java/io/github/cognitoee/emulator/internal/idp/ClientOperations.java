package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.Constraint.Inline;
import io.github.cognitoee.emulator.internal.json.Constraint.Range;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.AppClient;
import io.github.cognitoee.emulator.internal.pool.ClientSettings;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Names.ClientId;
import io.github.cognitoee.emulator.internal.pool.Names.ClientSecret;
import io.github.cognitoee.emulator.internal.pool.Names.NextToken;
import io.github.cognitoee.emulator.internal.pool.Names.PoolId;
import io.github.cognitoee.emulator.internal.pool.Names.Title;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.RandomIds;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** App clients. */
final class ClientOperations {

    private final Directory directory;

    ClientOperations(Directory directory) {
        this.directory = directory;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.signed(CreateUserPoolClient.class, this::create)
                        .refusing(ErrorType.INVALID_OAUTH_FLOW, ErrorType.SCOPE_DOES_NOT_EXIST),
                Operation.signed(DescribeUserPoolClient.class, this::describe),
                Operation.signed(UpdateUserPoolClient.class, this::update)
                        .refusing(ErrorType.INVALID_OAUTH_FLOW, ErrorType.SCOPE_DOES_NOT_EXIST),
                Operation.signed(DeleteUserPoolClient.class, this::delete),
                Operation.signed(ListUserPoolClients.class, this::list));
    }

    record CreateUserPoolClient(
            @PoolId String userPoolId,
            @Title String clientName,
            @Nullable Boolean generateSecret,
            @Nullable @ClientSecret String clientSecret,
            @Inline ClientSettings settings) {

        private @Nullable String newSecret() {
            return clientSecret == null && Boolean.TRUE.equals(generateSecret)
                    ? RandomIds.clientSecret()
                    : clientSecret;
        }

        /** Tells no secret. */
        @Override
        public String toString() {
            return "CreateUserPoolClient[" + clientName + "]";
        }
    }

    private Object create(CreateUserPoolClient request) {
        Pool pool = directory.pool(request.userPoolId());
        String secret = request.newSecret();
        ClientRules.check(pool, secret != null, request.settings());
        AppClient client = new AppClient(
                pool.id(),
                RandomIds.clientId(),
                request.clientName(),
                secret,
                pool.now(),
                pool.now(),
                request.settings().completed());
        pool.clients().add(client.clientId(), client, () -> ErrorType.INVALID_PARAMETER.because("The client exists."));
        return Map.of("UserPoolClient", client);
    }

    record DescribeUserPoolClient(@PoolId String userPoolId, @ClientId String clientId) {}

    private Object describe(DescribeUserPoolClient request) {
        Pool pool = directory.pool(request.userPoolId());
        return Map.of("UserPoolClient", pool.clients().required(request.clientId()));
    }

    record UpdateUserPoolClient(
            @PoolId String userPoolId,
            @ClientId String clientId,
            @Nullable @Title String clientName,
            @Inline ClientSettings settings) {}

    /** What is not named goes back to its default, as in Cognito; the secret stays. */
    private Object update(UpdateUserPoolClient request) {
        Pool pool = directory.pool(request.userPoolId());
        AppClient client = pool.clients().required(request.clientId());
        ClientRules.check(pool, client.hasSecret(), request.settings());
        ClientSettings settings = request.settings().completed();
        return Map.of(
                "UserPoolClient",
                pool.clients()
                        .change(
                                request.clientId(),
                                old -> old.updated(
                                        request.clientName() == null ? old.clientName() : request.clientName(),
                                        settings,
                                        pool.now())));
    }

    record DeleteUserPoolClient(@PoolId String userPoolId, @ClientId String clientId) {}

    private Object delete(DeleteUserPoolClient request) {
        directory.pool(request.userPoolId()).clients().remove(request.clientId());
        return Nothing.TO_TELL;
    }

    record ListUserPoolClients(
            @PoolId String userPoolId,
            @Nullable @Range(min = 1, max = 60) Integer maxResults,
            @Nullable @NextToken String nextToken) {}

    private Object list(ListUserPoolClients request) {
        List<AppClient> clients = directory.pool(request.userPoolId()).clients().all();
        return Page.of(clients, request.maxResults(), request.nextToken())
                .as("UserPoolClients", "NextToken", Summary::of);
    }

    private record Summary(String clientId, String userPoolId, String clientName) {
        static Summary of(AppClient client) {
            return new Summary(client.clientId(), client.userPoolId(), client.clientName());
        }
    }
}
