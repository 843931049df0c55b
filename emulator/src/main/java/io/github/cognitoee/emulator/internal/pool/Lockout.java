package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Locks an account for a while after wrong passwords: for a second after the fifth, for twice as long after each further
 * one, at most for 15 minutes. Forgotten by a good password, and after 15 minutes without an attempt. Thread-safe.
 */
public final class Lockout {

    /** What callers are told while an account is locked. */
    public static final String EXCEEDED = "Password attempts exceeded";

    private static final int FREE_FAILURES = 4;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 10;

    private final Clock clock;
    private final Map<String, Failures> byUsername = new ConcurrentHashMap<>();

    Lockout(Clock clock) {
        this.clock = clock;
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal while the account is locked */
    public void check(String username) {
        Failures failures = byUsername.get(username);
        if (failures != null && clock.instant().isBefore(failures.lockedUntil())) {
            throw ErrorType.NOT_AUTHORIZED.because(EXCEEDED);
        }
    }

    public void failed(String username) {
        Instant now = clock.instant();
        byUsername.merge(
                username, Failures.first(now), (known, first) -> known.isForgotten(now) ? first : known.next(now));
    }

    public void succeeded(String username) {
        byUsername.remove(username);
    }

    private record Failures(int count, Instant last) {

        static Failures first(Instant now) {
            return new Failures(1, now);
        }

        Failures next(Instant now) {
            return new Failures(count + 1, now);
        }

        boolean isForgotten(Instant now) {
            return !now.isBefore(last.plus(LONGEST));
        }

        Instant lockedUntil() {
            int over = count - FREE_FAILURES;
            if (over <= 0) {
                return last;
            }
            Duration lock = Duration.ofSeconds(1L << Math.min(over - 1, DOUBLINGS));
            return last.plus(lock.compareTo(LONGEST) < 0 ? lock : LONGEST);
        }
    }
}
