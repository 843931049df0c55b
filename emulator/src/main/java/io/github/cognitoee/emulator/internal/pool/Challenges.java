package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sign-ins that wait for the answer to a challenge, by the session text that must come back with it. Thread-safe. */
public final class Challenges {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SESSION_BYTES = 600;
    private static final int MOST_WRONG_ANSWERS = 5;

    private final Clock clock;
    private final Map<String, Waiting> bySession = new ConcurrentHashMap<>();

    Challenges(Clock clock) {
        this.clock = clock;
    }

    /** @return the session */
    public String open(Challenge challenge, Duration lifetime) {
        Instant now = clock.instant();
        bySession.values().removeIf(waiting -> !now.isBefore(waiting.expiresAt()));
        byte[] bytes = new byte[SESSION_BYTES];
        RANDOM.nextBytes(bytes);
        String session = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        bySession.put(session, new Waiting(challenge, now.plus(lifetime), 0));
        return session;
    }

    /**
     * The challenge of this session.
     *
     * @throws Refusal if it is of another challenge or client, or too old
     */
    public Challenge find(String session, String name, String clientId) {
        Waiting waiting = bySession.get(session);
        if (waiting == null
                || !waiting.challenge().name().equals(name)
                || !waiting.challenge().attempt().clientId().equals(clientId)) {
            throw invalid();
        }
        if (!clock.instant().isBefore(waiting.expiresAt())) {
            throw ErrorType.NOT_AUTHORIZED.because("Invalid session for the user, session is expired.");
        }
        return waiting.challenge();
    }

    /** The challenge of this session, whichever client it is of. */
    public Optional<Challenge> find(String session, String name) {
        return Optional.ofNullable(bySession.get(session))
                .filter(waiting -> waiting.challenge().name().equals(name))
                .filter(waiting -> clock.instant().isBefore(waiting.expiresAt()))
                .map(Waiting::challenge);
    }

    /**
     * Ends a session. Of two answers at once, only one can do so.
     *
     * @throws Refusal if it has ended already
     */
    public void close(String session) {
        if (bySession.remove(session) == null) {
            throw invalid();
        }
    }

    /** Counts a wrong answer. A session lives through some, but not through many. */
    public void failed(String session) {
        bySession.computeIfPresent(
                session, (key, waiting) -> waiting.failures() + 1 < MOST_WRONG_ANSWERS ? waiting.failed() : null);
    }

    /** The session in the form of {@code SECRET_BLOCK}, which some clients bring back alone. */
    public static String secretBlockOf(String session) {
        return Base64.getEncoder().encodeToString(bytesOf(session));
    }

    /** What signatures are made over. */
    public static byte[] bytesOf(String session) {
        return Base64.getUrlDecoder().decode(session);
    }

    /** @throws Refusal if it is none */
    public static String sessionOf(String secretBlock) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Base64.getDecoder().decode(secretBlock));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** What is told of a session that is not the one asked for. */
    public static Refusal invalid() {
        return ErrorType.NOT_AUTHORIZED.because("Invalid session for the user.");
    }

    private record Waiting(Challenge challenge, Instant expiresAt, int failures) {

        Waiting failed() {
            return new Waiting(challenge, expiresAt, failures + 1);
        }
    }
}
