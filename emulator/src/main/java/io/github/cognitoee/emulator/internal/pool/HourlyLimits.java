package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How often a user may do something within an hour. Thread-safe. */
public final class HourlyLimits {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Deque<Instant>> attempts = new HashMap<>();

    HourlyLimits(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts one attempt.
     *
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if it is one too many
     */
    public synchronized void count(Limited what, String username) {
        Instant now = clock.instant();
        Deque<Instant> times = attempts.computeIfAbsent(what + " " + username, key -> new ArrayDeque<>());
        while (!times.isEmpty() && !now.isBefore(times.peekFirst().plus(WINDOW))) {
            times.removeFirst();
        }
        if (times.size() >= what.perHour) {
            throw ErrorType.LIMIT_EXCEEDED.because("Attempt limit exceeded, please try after some time.");
        }
        times.addLast(now);
    }

    /** What is limited. Where Cognito has a range, the most of it. */
    public enum Limited {
        PASSWORD_RECOVERY(20),
        RESEND_CODE(5),
        CONFIRM_SIGN_UP(15),
        CHANGE_PASSWORD(5),
        ATTRIBUTE_CODE(5),
        VERIFY_ATTRIBUTE(15);

        private final int perHour;

        Limited(int perHour) {
            this.perHour = perHour;
        }
    }
}
