package io.github.cognitoee.emulator;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the emulator does wrong on purpose. A fault holds until another takes its place or it is cleared. Requests are
 * counted as if nothing were wrong. Safe for use by many threads.
 */
public final class Faults {

    private static final Map<String, Integer> DEFAULT_QUOTAS = Map.of(
            "GetId", 25,
            "GetOpenIdToken", 200,
            "GetCredentialsForIdentity", 200,
            "GetOpenIdTokenForDeveloperIdentity", 50,
            "ListIdentities", 5,
            "DeleteIdentities", 10);

    private final UserPools pools;
    private final Set<String> operations;
    private final Clock clock;
    private final Map<String, CallFault> calls = new ConcurrentHashMap<>();
    private final Map<String, Quota> quotas = new ConcurrentHashMap<>();
    private final Map<String, KeyFault> keysOfPool = new ConcurrentHashMap<>();
    private volatile @Nullable KeyFault keysOfAll;

    /** @param operations those that can be made to fail */
    Faults(UserPools pools, Set<String> operations, Clock clock) {
        this.pools = pools;
        this.operations = Set.copyOf(operations);
        this.clock = clock;
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

    /**
     * Calls of an operation of any service fail in this way, before anything else is looked at:
     * {@code emulator.faults().calls("InitiateAuth", CallFault.throttled().times(2))}.
     *
     * @throws IllegalArgumentException if the emulator has no such operation
     */
    public void calls(String operation, CallFault fault) {
        checkOperation(operation);
        calls.put(operation, Objects.requireNonNull(fault, "fault"));
    }

    /**
     * An operation of any service has a quota from now on: so many calls at once, and as many more in each second of the
     * emulator's clock. Calls beyond fail as {@link CallFault#throttled()}, before anything else is looked at.
     *
     * @throws IllegalArgumentException if the emulator has no such operation, or there are no calls
     */
    public void quota(String operation, int callsPerSecond) {
        checkOperation(operation);
        if (callsPerSecond < 1) {
            throw new IllegalArgumentException(
                    "found " + callsPerSecond + " calls a second, expected one or more; for none, let calls fail");
        }
        quotas.put(operation, new Quota(callsPerSecond, clock));
    }

    /** The operations of identity pools have the quotas that Cognito gives an account unless it asks for more. */
    public void defaultQuotas() {
        DEFAULT_QUOTAS.forEach(this::quota);
    }

    private void checkOperation(String operation) {
        if (!operations.contains(operation)) {
            throw new IllegalArgumentException("the emulator does not know the operation " + operation);
        }
    }

    /** @throws ServiceException if calls of this operation shall fail; one that ends by itself is counted down */
    void failCall(String operation) {
        Optional.ofNullable(quotas.get(operation))
                .filter(quota -> !quota.takes())
                .ifPresent(usedUp -> {
                    throw CallFault.throttled().asAnswer();
                });
        AtomicReference<CallFault> due = new AtomicReference<>();
        calls.computeIfPresent(operation, (name, fault) -> {
            due.set(fault);
            return fault.afterCall();
        });
        if (due.get() != null) {
            throw due.get().asAnswer();
        }
    }

    /** What calls do wrong, by operation. */
    Map<String, CallFault> ofCalls() {
        return new TreeMap<>(calls);
    }

    /** Calls a second, by operation. */
    Map<String, Integer> ofQuotas() {
        Map<String, Integer> all = new TreeMap<>();
        quotas.forEach((operation, quota) -> all.put(operation, quota.callsPerSecond()));
        return all;
    }

    /** The key endpoint of this user pool does as those of all do. */
    public void clear(String poolId) {
        keysOfPool.remove(poolId);
    }

    /** Everything works again. */
    public void clear() {
        calls.clear();
        quotas.clear();
        keysOfPool.clear();
        keysOfAll = null;
    }

    Optional<KeyFault> ofKeys(String poolId) {
        return Optional.ofNullable(keysOfPool.get(poolId)).or(() -> Optional.ofNullable(keysOfAll));
    }

    @Override
    public String toString() {
        return "Faults[keys of all=" + keysOfAll + ", of pools=" + keysOfPool + ", calls=" + ofCalls() + ", quotas="
                + ofQuotas() + "]";
    }
}
