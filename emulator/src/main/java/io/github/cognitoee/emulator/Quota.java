package io.github.cognitoee.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How often an operation may be called: a second's calls at once, then as they come back with the clock. Thread-safe. */
final class Quota {

    private static final double NANOS_PER_SECOND = 1e9;

    private final int callsPerSecond;
    private final Clock clock;
    private double left;
    private Instant counted;

    Quota(int callsPerSecond, Clock clock) {
        this.callsPerSecond = callsPerSecond;
        this.clock = clock;
        this.left = callsPerSecond;
        this.counted = clock.instant();
    }

    int callsPerSecond() {
        return callsPerSecond;
    }

    /** Whether one more call is within the quota, which counts it. */
    synchronized boolean takes() {
        Instant now = clock.instant();
        double seconds = Math.max(0, Duration.between(counted, now).toNanos() / NANOS_PER_SECOND);
        counted = now;
        left = Math.min(callsPerSecond, left + seconds * callsPerSecond);
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
