package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.UserPools.LivePool;
import io.github.cognitoee.emulator.internal.federation.Issuers;
import java.net.URI;

/** Issuers at their own addresses, but for the emulator's user pools: those are here, whatever their issuer looks like. */
record PoolIssuers(UserPools pools) implements Issuers {

    @Override
    public Found find(String configured) {
        return pools.all().stream()
                .map(LivePool::id)
                .filter(id -> configured.equals("https://" + pools.providerNameOf(id))
                        || configured.equals(pools.issuerOf(id)))
                .findFirst()
                .map(id -> new Found(pools.discoveryOf(id), pools.issuerOf(id)))
                .orElseGet(() -> new Found(URI.create(configured + "/.well-known/openid-configuration"), configured));
    }
}
