package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Leaves a service alone for a second after it failed: an outage is everybody's, and nobody waits for what somebody has just
 * seen. Then one call at a time finds out whether it is over. Takes no lock; thread-safe.
 */
final class Outage {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Clock clock;
    private final AtomicBoolean probing = new AtomicBoolean();
    private volatile boolean over = true;
    private volatile Instant pausedUntil = Instant.EPOCH;

    Outage(Clock clock) {
        this.clock = clock;
    }

    /** @throws CognitoUnavailableException of the call, or because an earlier one failed just now */
    <T> T ask(Supplier<T> call) {
        if (over) {
            return attempt(call);
        }
        Duration pause = Duration.between(clock.instant(), pausedUntil);
        boolean isOver =
                pause.isNegative() || pause.isZero() || pause.compareTo(PAUSE) > 0; // by a clock that was set back
        if (!isOver) {
            throw leftAlone(pause);
        }
        if (!probing.compareAndSet(false, true)) {
            throw leftAlone(PAUSE);
        }
        try {
            return attempt(call);
        } finally {
            probing.set(false);
        }
    }

    private <T> T attempt(Supplier<T> call) {
        try {
            T answer = call.get();
            over = true;
            return answer;
        } catch (CrowdedException | InterruptedCallException | ProviderAwayException e) {
            throw e; // tells nothing of the service
        } catch (CognitoUnavailableException e) {
            pausedUntil = clock.instant().plus(PAUSE);
            over = false;
            throw e;
        } catch (CognitoException e) {
            over = true; // a refusal is an answer
            throw e;
        }
    }

    private static CognitoUnavailableException leftAlone(Duration pause) {
        return new CognitoUnavailableException("The identity pool failed just now and is left alone shortly", pause);
    }
}
