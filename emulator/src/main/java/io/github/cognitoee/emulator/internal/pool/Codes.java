package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
     * Uses a code up.
     *
     * @return what it proves
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if this is not the code, or the code is too old
     */
    public String use(String username, Kind kind, String subject, String typed) {
        Key key = new Key(username, kind, subject);
        Code code = waiting.get(key);
        if (code == null || !clock.instant().isBefore(code.expiresAt())) {
            throw ErrorType.EXPIRED_CODE.because("Invalid code provided, please request a code again.");
        }
        if (!code.digits().equals(typed) || !waiting.remove(key, code)) {
            throw ErrorType.CODE_MISMATCH.because("Invalid verification code provided, please try again.");
        }
        return code.value();
    }

    void forget(String username) {
        waiting.keySet().removeIf(key -> key.username().equals(username));
    }

    /** What a code is for, and for how long it is good. */
    public enum Kind {
        SIGN_UP(Duration.ofHours(24)),
        ATTRIBUTE(Duration.ofHours(24)),
        FORGOT_PASSWORD(Duration.ofHours(1));

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
