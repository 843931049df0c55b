package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.Constraint.Range;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Names.NextToken;
import io.github.cognitoee.emulator.internal.pool.Names.PoolId;
import io.github.cognitoee.emulator.internal.pool.Names.ResourceServerId;
import io.github.cognitoee.emulator.internal.pool.Names.ResourceServerName;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.ResourceServer;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Resource servers and their scopes. */
final class ResourceServerOperations {

    private final Directory directory;

    ResourceServerOperations(Directory directory) {
        this.directory = directory;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.signed(CreateResourceServer.class, this::create),
                Operation.signed(DescribeResourceServer.class, this::describe),
                Operation.signed(UpdateResourceServer.class, this::update),
                Operation.signed(DeleteResourceServer.class, this::delete),
                Operation.signed(ListResourceServers.class, this::list));
    }

    record CreateResourceServer(
            @PoolId String userPoolId,
            @ResourceServerId String identifier,
            @ResourceServerName String name,
            @Nullable @Length(max = 100) List<ResourceServer.Scope> scopes) {}

    private Object create(CreateResourceServer request) {
        Pool pool = directory.pool(request.userPoolId());
        ResourceServer server =
                new ResourceServer(pool.id(), request.identifier(), request.name(), scopes(request.scopes()));
        pool.resourceServers()
                .add(
                        server.identifier(),
                        server,
                        () -> ErrorType.INVALID_PARAMETER.because(
                                server.identifier() + " already exists in user pool " + pool.id() + "."));
        return Map.of("ResourceServer", server);
    }

    record DescribeResourceServer(@PoolId String userPoolId, @ResourceServerId String identifier) {}

    private Object describe(DescribeResourceServer request) {
        Pool pool = directory.pool(request.userPoolId());
        return Map.of("ResourceServer", pool.resourceServers().required(request.identifier()));
    }

    record UpdateResourceServer(
            @PoolId String userPoolId,
            @ResourceServerId String identifier,
            @ResourceServerName String name,
            @Nullable @Length(max = 100) List<ResourceServer.Scope> scopes) {}

    private Object update(UpdateResourceServer request) {
        Pool pool = directory.pool(request.userPoolId());
        return Map.of(
                "ResourceServer",
                pool.resourceServers()
                        .change(
                                request.identifier(),
                                old -> new ResourceServer(
                                        pool.id(), old.identifier(), request.name(), scopes(request.scopes()))));
    }

    record DeleteResourceServer(@PoolId String userPoolId, @ResourceServerId String identifier) {}

    private Object delete(DeleteResourceServer request) {
        directory.pool(request.userPoolId()).resourceServers().remove(request.identifier());
        return Nothing.TO_TELL;
    }

    record ListResourceServers(
            @PoolId String userPoolId,
            @Nullable @Range(min = 1, max = 50) Integer maxResults,
            @Nullable @NextToken String nextToken) {}

    private Object list(ListResourceServers request) {
        List<ResourceServer> servers =
                directory.pool(request.userPoolId()).resourceServers().all();
        return Page.of(servers, request.maxResults(), request.nextToken())
                .as("ResourceServers", "NextToken", UnaryOperator.identity());
    }

    private static List<ResourceServer.Scope> scopes(@Nullable List<ResourceServer.Scope> scopes) {
        return scopes == null ? List.of() : scopes;
    }
}
