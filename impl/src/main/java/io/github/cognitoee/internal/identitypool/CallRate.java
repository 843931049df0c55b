package io.github.cognitoee.internal.identitypool;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Keeps calls below a rate: a bucket that holds a fifth of the calls of a second and fills steadily. Who comes when it is empty
 * waits their turn, at most two seconds, and is sent away at once where it would be longer. Takes no lock; thread-safe.
 */
final class CallRate {

    static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final String what;
    private final String setting;
    private final int callsPerSecond;
    private final long interval;
    private final long burst;
    private final LongSupplier nanoTime;
    private final LongConsumer sleep;

    /** When the bucket will be full again, in nanoseconds since the beginning. */
    private final AtomicLong full = new AtomicLong();

    private final long beginning;

    /**
     * Of calls that begin now.
     *
     * @param what is called, as messages name it
     * @param setting the key that says how often
     */
    static CallRate of(int callsPerSecond, String what, String setting) {
        return new CallRate(callsPerSecond, what, setting, System::nanoTime, CallRate::sleep);
    }

    /** @param sleep for nanoseconds; ends early where the thread is interrupted */
    CallRate(int callsPerSecond, String what, String setting, LongSupplier nanoTime, LongConsumer sleep) {
        this.what = what;
        this.setting = setting;
        this.callsPerSecond = callsPerSecond;
        this.interval = SECOND / callsPerSecond;
        this.burst = Math.max(1, callsPerSecond / 5) * interval;
        this.nanoTime = nanoTime;
        this.sleep = sleep;
        this.beginning = nanoTime.getAsLong();
    }

    /**
     * Returns when it is this thread's turn.
     *
     * @throws CrowdedException when that would be too far off
     * @throws InterruptedCallException when the thread is interrupted
     */
    void await() {
        long wait = turn();
        if (wait > 0) {
            sleep.accept(wait);
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedCallException("Interrupted while waiting for a turn to call " + what);
            }
        }
    }

    /** Takes a turn, and tells how long it is until it comes; none is taken that is too far off. */
    private long turn() {
        while (true) {
            long now = nanoTime.getAsLong() - beginning;
            long before = full.get();
            long after = Math.max(now, before) + interval;
            long wait = after - now - burst;
            if (wait > LONGEST_WAIT.toNanos()) {
                throw new CrowdedException(
                        "No more than " + callsPerSecond + " calls of " + what + " are made in a second (" + setting
                                + "), and others have been waiting for their turn before this one",
                        Duration.ofNanos(wait));
            }
            if (full.compareAndSet(before, after)) {
                return wait;
            }
        }
    }

    private static void sleep(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !Thread.currentThread().isInterrupted(); left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
