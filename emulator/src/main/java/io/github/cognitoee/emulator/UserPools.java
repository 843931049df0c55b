package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.EmulatorConfig.UserPool;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The running user pools: configuration, keys and issuer of each. */
final class UserPools {

    private final String region;
    private final Issuer issuer;
    private final Supplier<URI> endpoint;
    private final Map<String, LivePool> pools = new LinkedHashMap<>();

    UserPools(EmulatorConfig config, Issuer issuer, Supplier<URI> endpoint) {
        this.region = config.region();
        this.issuer = issuer;
        this.endpoint = endpoint;
        config.userPools().forEach(pool -> pools.put(pool.id(), new LivePool(pool, new PoolKeys())));
    }

    Optional<LivePool> find(String poolId) {
        return Optional.ofNullable(pools.get(poolId));
    }

    /** @throws IllegalArgumentException if there is none */
    LivePool required(String poolId) {
        return find(poolId).orElseThrow(() -> unknown("user pool", poolId));
    }

    Optional<LivePool> withClient(String clientId) {
        return pools.values().stream()
                .filter(pool -> pool.config().client(clientId).isPresent())
                .findFirst();
    }

    LivePool first() {
        return pools.values().iterator().next();
    }

    void resetKeys() {
        pools.values().forEach(pool -> pool.keys().reset());
    }

    /** The {@code iss} of a pool's tokens. */
    String issuerOf(String poolId) {
        return switch (issuer) {
            case AWS_SHAPED -> "https://" + providerNameOf(poolId);
            case REACHABLE -> endpoint.get() + "/" + poolId;
        };
    }

    /** The key of a pool in the {@code Logins} of an identity pool's calls; the same whatever the issuer looks like. */
    String providerNameOf(String poolId) {
        return "cognito-idp." + region + ".amazonaws.com/" + poolId;
    }

    URI keySetOf(String poolId) {
        return URI.create(endpoint.get() + "/" + poolId + "/.well-known/jwks.json");
    }

    String idOfNoPool() {
        return region + "_NoSuchPool";
    }

    static IllegalArgumentException unknown(String what, @Nullable String name) {
        return new IllegalArgumentException("the emulator's configuration has no such " + what + ": " + name);
    }

    /** A user pool while the emulator runs. */
    record LivePool(UserPool config, PoolKeys keys) {

        String id() {
            return config.id();
        }
    }
}
