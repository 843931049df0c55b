package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The codes that wait for being typed in. One per user and purpose, good once. Thread-safe. */
public final class Codes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BOUND = 1_000_000;

    private final Clock clock;
    private final Map<Key, Code> waiting = new ConcurrentHashMap<>();

    Codes(Clock clock) {
        this.clock = clock;
    }

    /**
     * Makes a code, in place of an earlier one.
     *
     * @param subject what it is about, such as the attribute to verify
     * @param value what the code proves, such as the address it went to
     */
    public String issue(String username, Kind kind, String subject, String value) {
        String digits = "%06d".formatted(RANDOM.nextInt(BOUND));
        waiting.put(
                new Key(username, kind, subject),
                new Code(digits, value, clock.instant().plus(kind.lifetime)));
        return digits;
    }

    /**
     * Compares what was typed with the code, which stays good.
     *
     * @return what the code proves
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if this is not the code, or the code is too old
     */
    public String check(String username, Kind kind, String subject, String typed) {
        Code code = waiting.get(new Key(username, kind, subject));
        if (code == null || !clock.instant().isBefore(code.expiresAt())) {
            throw ErrorType.EXPIRED_CODE.because("Invalid code provided, please request a code again.");
        }
        if (!code.digits().equals(typed)) {
            throw mismatch();
        }
        return code.value();
    }

    /** What is told of a code that is not the one that waits. */
    public static Refusal mismatch() {
        return ErrorType.CODE_MISMATCH.because("Invalid verification code provided, please try again.");
    }

    /** As {@link #check}, and the code is used up. */
    public String use(String username, Kind kind, String subject, String typed) {
        String value = check(username, kind, subject, typed);
        waiting.remove(new Key(username, kind, subject));
        return value;
    }

    /** What the code that waits for this user would prove. */
    public Optional<String> pending(String username, Kind kind, String subject) {
        return Optional.ofNullable(waiting.get(new Key(username, kind, subject)))
                .filter(code -> clock.instant().isBefore(code.expiresAt()))
                .map(Code::value);
    }

    void forget(String username) {
        waiting.keySet().removeIf(key -> key.username().equals(username));
    }

    /** What a code is for, and for how long it is good. */
    public enum Kind {
        SIGN_UP(Duration.ofHours(24)),
        ATTRIBUTE(Duration.ofHours(24)),
        FORGOT_PASSWORD(Duration.ofHours(1)),
        MFA(Duration.ofMinutes(3));

        private final Duration lifetime;

        Kind(Duration lifetime) {
            this.lifetime = lifetime;
        }
    }

    private record Key(String username, Kind kind, String subject) {}

    private record Code(String digits, String value, Instant expiresAt) {
        @Override
        public String toString() {
            return "Code";
        }
    }
}
