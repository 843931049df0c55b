package io.github.cognitoee.internal.identitypool;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Keeps calls below a rate: a bucket that holds the calls of one second and fills steadily. Who comes when it is empty waits
 * their turn, at most two seconds, and is sent away at once where it would be longer. Takes no lock; thread-safe.
 */
final class CallRate {

    static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final int callsPerSecond;
    private final long interval;
    private final LongSupplier nanoTime;
    private final LongConsumer sleep;

    /** When the bucket will be full again, in nanoseconds since the beginning. */
    private final AtomicLong full = new AtomicLong();

    private final long beginning;

    static CallRate of(int callsPerSecond) {
        return new CallRate(callsPerSecond, System::nanoTime, CallRate::sleep);
    }

    /** @param sleep for nanoseconds; ends early where the thread is interrupted */
    CallRate(int callsPerSecond, LongSupplier nanoTime, LongConsumer sleep) {
        this.callsPerSecond = callsPerSecond;
        this.interval = SECOND / callsPerSecond;
        this.nanoTime = nanoTime;
        this.sleep = sleep;
        this.beginning = nanoTime.getAsLong();
    }

    /** @throws CrowdedException when a turn would be too far off, or the thread is interrupted */
    void await() {
        long wait = turn();
        if (wait > 0) {
            sleep.accept(wait);
            if (Thread.currentThread().isInterrupted()) {
                throw crowded("Interrupted while waiting for a turn to call GetId", wait);
            }
        }
    }

    /** Takes a turn, and tells how long it is until it comes; none is taken that is too far off. */
    private long turn() {
        while (true) {
            long now = nanoTime.getAsLong() - beginning;
            long before = full.get();
            long after = Math.max(now, before) + interval;
            long wait = after - now - SECOND;
            if (wait > LONGEST_WAIT.toNanos()) {
                throw crowded(
                        "More than " + callsPerSecond + " callers a second are new to the identity pool"
                                + " (cognito.identity-pool.new-identities-per-second), and"
                                + " others have been waiting for their turn before this one",
                        wait);
            }
            if (full.compareAndSet(before, after)) {
                return wait;
            }
        }
    }

    private static CrowdedException crowded(String message, long wait) {
        return new CrowdedException(message, Duration.ofNanos(wait));
    }

    private static void sleep(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !Thread.currentThread().isInterrupted(); left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
