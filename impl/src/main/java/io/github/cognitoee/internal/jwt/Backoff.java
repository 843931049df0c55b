package io.github.cognitoee.internal.jwt;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How long to leave a failing address alone: a second, then twice as long after each further failure, up to 15 seconds;
 * of that a random part between half and all, so that many servers do not come back at the same moment. Thread-safe.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int MOST_DOUBLINGS = 4;

    private final DoubleSupplier random;

    /** @param random numbers from 0 to 1 */
    Backoff(DoubleSupplier random) {
        this.random = random;
    }

    static Backoff withJitter() {
        return new Backoff(() -> ThreadLocalRandom.current().nextDouble());
    }

    /** @param failures how many there were in a row, at least one */
    Duration pause(int failures) {
        Duration full = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        long millis = Math.min(full.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(Math.round(millis * (1 + random.getAsDouble()) / 2));
    }
}
