package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.identity.IdentityRequests.DeleteIdentities;
import io.github.cognitoee.emulator.internal.identity.IdentityRequests.DescribeIdentity;
import io.github.cognitoee.emulator.internal.identity.IdentityRequests.ListIdentities;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells and deletes identities. */
final class DirectoryOperations {

    private final IdentityPools pools;
    private final Identities identities;

    DirectoryOperations(IdentityPools pools, Identities identities) {
        this.pools = pools;
        this.identities = identities;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.signed(
                                DescribeIdentity.class,
                                request -> Described.of(identities.required(request.identityId())))
                        .neverRefusing(ErrorType.INVALID_PARAMETER, ErrorType.NOT_AUTHORIZED),
                Operation.signed(ListIdentities.class, this::list).neverRefusing(ErrorType.NOT_AUTHORIZED),
                Operation.signed(DeleteIdentities.class, this::delete)
                        .neverRefusing(
                                ErrorType.INVALID_PARAMETER, ErrorType.NOT_AUTHORIZED, ErrorType.RESOURCE_NOT_FOUND));
    }

    record Described(String identityId, List<String> logins, Instant creationDate, Instant lastModifiedDate) {

        static Described of(Identity identity) {
            return new Described(identity.id(), identity.providers(), identity.created(), identity.modified());
        }
    }

    record Listed(String identityPoolId, List<Described> identities, @Nullable String nextToken) {}

    record Unprocessed(List<UnprocessedIdentity> unprocessedIdentityIds) {}

    record UnprocessedIdentity(String identityId, String errorCode) {}

    private Listed list(ListIdentities request) {
        IdentityPool pool = pools.required(request.identityPoolId());
        List<Identity> all = identities.ofPool(pool.id()).stream()
                .filter(identity -> identity.enabled() || !Boolean.TRUE.equals(request.hideDisabled()))
                .toList();
        Page<Identity> page = Page.of(all, Identity::id, request.maxResults(), request.nextToken());
        return new Listed(pool.id(), page.items().stream().map(Described::of).toList(), page.nextToken());
    }

    private Unprocessed delete(DeleteIdentities request) {
        return new Unprocessed(request.identityIdsToDelete().stream()
                .filter(id -> !identities.delete(id))
                .map(id -> new UnprocessedIdentity(id, "AccessDenied"))
                .toList());
    }
}
