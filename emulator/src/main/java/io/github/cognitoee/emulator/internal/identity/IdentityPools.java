package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** All identity pools, those of the configuration first. Thread-safe. */
final class IdentityPools {

    /** Cognito's default quota for an account. */
    private static final int MOST = 1_000;

    private final String region;
    private final Map<String, IdentityPool> byId = new LinkedHashMap<>();

    IdentityPools(String region, Collection<IdentityPool> configured) {
        this.region = region;
        restore(configured);
    }

    /** These as they are, and no others. */
    synchronized void restore(Collection<IdentityPool> configured) {
        byId.clear();
        configured.forEach(pool -> byId.put(pool.id(), pool));
    }

    synchronized List<IdentityPool> all() {
        return List.copyOf(byId.values());
    }

    synchronized IdentityPool create(PoolSettings settings) {
        if (byId.size() >= MOST) {
            throw ErrorType.LIMIT_EXCEEDED.because("Identity pool limit of " + MOST + " exceeded.");
        }
        IdentityPool pool = IdentityPool.of(region + ":" + UUID.randomUUID(), settings);
        byId.put(pool.id(), pool);
        return pool;
    }

    synchronized Optional<IdentityPool> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if there is none */
    IdentityPool required(String id) {
        return find(id).orElseThrow(() -> ErrorType.RESOURCE_NOT_FOUND.because("IdentityPool '" + id + "' not found."));
    }

    synchronized IdentityPool change(String id, UnaryOperator<IdentityPool> change) {
        IdentityPool changed = change.apply(required(id));
        byId.put(id, changed);
        return changed;
    }

    synchronized void delete(String id) {
        byId.remove(required(id).id());
    }
}
