package io.github.cognitoee.emulator;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the emulator does wrong on purpose. A fault holds until another takes its place or it is cleared. Requests are
 * counted as if nothing were wrong. Safe for use by many threads.
 */
public final class Faults {

    private final UserPools pools;
    private final Map<String, KeyFault> keysOfPool = new ConcurrentHashMap<>();
    private volatile @Nullable KeyFault keysOfAll;

    Faults(UserPools pools) {
        this.pools = pools;
    }

    /** The key endpoints of all user pools fail in this way, except those that were told another. */
    public void keys(KeyFault fault) {
        keysOfAll = Objects.requireNonNull(fault, "fault");
    }

    /**
     * The key endpoint of one user pool fails in this way, whatever those of all do.
     *
     * @throws IllegalArgumentException if no such pool is configured
     */
    public void keys(String poolId, KeyFault fault) {
        keysOfPool.put(pools.required(poolId).id(), Objects.requireNonNull(fault, "fault"));
    }

    /** The key endpoint of this user pool does as those of all do. */
    public void clear(String poolId) {
        keysOfPool.remove(poolId);
    }

    /** Everything works again. */
    public void clear() {
        keysOfPool.clear();
        keysOfAll = null;
    }

    Optional<KeyFault> ofKeys(String poolId) {
        return Optional.ofNullable(keysOfPool.get(poolId)).or(() -> Optional.ofNullable(keysOfAll));
    }

    @Override
    public String toString() {
        return "Faults[keys of all=" + keysOfAll + ", of pools=" + keysOfPool + "]";
    }
}
