package io.github.cognitoee.internal.jwt;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key set at one moment: the last set that was fetched, and the failure since, if the last fetch
 * failed. Immutable; times are milliseconds since the epoch.
 */
record KeySetState(@Nullable Snapshot snapshot, @Nullable Failure failure) {

    static final KeySetState EMPTY = new KeySetState(null, null);

    /** How long keys serve on when they are no longer fresh and the set cannot be fetched. */
    private static final Duration STALE_LIMIT = Duration.ofHours(1);

    /** For so long after a fetch, a made-up {@code kid} causes no other. */
    private static final Duration UNKNOWN_KEY_PENALTY = Duration.ofSeconds(10);

    /** A set that was fetched; from {@code dueAt} on it is fetched ahead of its end, at {@code freshUntil}. */
    private record Snapshot(KeySet keys, long fetchedAt, long dueAt, long freshUntil) {}

    /** A fetch that failed, the how-manieth in a row, and for how long none is tried after it. */
    private record Failure(String detail, int inARow, long at, Duration pause) {}

    /** @param dueAfter the part of the time to live after which the set is fetched again ahead of its end */
    KeySetState fetched(KeySet keys, long now, Duration ttl, Duration dueAfter) {
        return new KeySetState(new Snapshot(keys, now, now + dueAfter.toMillis(), now + ttl.toMillis()), null);
    }

    /** @param backoff how long to pause after a number of failures in a row */
    KeySetState failed(String detail, long now, Backoff backoff) {
        int inARow = failure == null ? 1 : failure.inARow + 1;
        return new KeySetState(snapshot, new Failure(detail, inARow, now, backoff.pause(inARow)));
    }

    /** The keys, for a new set to take over those that are still the same. */
    @Nullable
    KeySet keys() {
        return snapshot == null ? null : snapshot.keys;
    }

    /** A key that may be used now: the set is fresh, or was until not too long ago. */
    KeyLookup.@Nullable Found key(String kid, long now) {
        return snapshot != null && serves(now) ? snapshot.keys.find(kid) : null;
    }

    /** Whether there are keys that may be used now. A clock that was set back far does not prolong that. */
    boolean serves(long now) {
        return snapshot != null
                && now >= snapshot.fetchedAt - STALE_LIMIT.toMillis()
                && now < snapshot.freshUntil + STALE_LIMIT.toMillis();
    }

    int failuresInARow() {
        return failure == null ? 0 : failure.inARow;
    }

    /** What keeps the set from being fetched. */
    String problem(URI address) {
        return "key set " + address + ": " + (failure == null ? "none" : failure.detail);
    }

    boolean hasKeys() {
        return snapshot != null;
    }

    /** Not in a time before the fetch either: a clock that was set back must not prolong it. */
    boolean isFresh(long now) {
        return snapshot != null && now >= snapshot.fetchedAt && now < snapshot.freshUntil;
    }

    boolean isDue(long now) {
        return snapshot != null && now >= snapshot.dueAt;
    }

    boolean isPenalised(long now) {
        return snapshot != null && within(UNKNOWN_KEY_PENALTY, snapshot.fetchedAt, now);
    }

    boolean isPausing(long now) {
        return failure != null && within(failure.pause, failure.at, now);
    }

    KeyLookup answer(String kid, long now, URI address) {
        KeyLookup.Found key = key(kid, now);
        if (key != null) {
            return key;
        }
        if (failure == null) {
            return KeyLookup.UNKNOWN;
        }
        long left = Math.max(1, failure.at + failure.pause.toMillis() - now);
        return new KeyLookup.Unavailable(Duration.ofMillis(Math.min(left, failure.pause.toMillis())), problem(address));
    }

    /** A start in the future means that the clock was set back: that ends the wait rather than prolonging it. */
    static boolean within(Duration wait, long start, long now) {
        return now >= start && now < start + wait.toMillis();
    }
}
