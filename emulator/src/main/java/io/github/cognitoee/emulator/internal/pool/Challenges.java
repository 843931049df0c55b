package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sign-ins that wait for the answer to a challenge, by the session text that must come back with it. Thread-safe. */
public final class Challenges {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SESSION_BYTES = 600;

    private final Clock clock;
    private final Map<String, Challenge> bySession = new ConcurrentHashMap<>();

    Challenges(Clock clock) {
        this.clock = clock;
    }

    /** @return the session */
    public String open(String name, String username, String clientId, Duration lifetime) {
        Instant now = clock.instant();
        bySession.values().removeIf(challenge -> !now.isBefore(challenge.expiresAt()));
        byte[] bytes = new byte[SESSION_BYTES];
        RANDOM.nextBytes(bytes);
        String session = "AYAB" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        bySession.put(session, new Challenge(name, username, clientId, now.plus(lifetime)));
        return session;
    }

    /**
     * The user whose session this is.
     *
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if it is of another challenge or client, or too old
     */
    public String usernameOf(String session, String name, String clientId) {
        Challenge challenge = bySession.get(session);
        if (challenge == null
                || !challenge.name().equals(name)
                || !challenge.clientId().equals(clientId)) {
            throw ErrorType.NOT_AUTHORIZED.because("Invalid session for the user.");
        }
        if (!clock.instant().isBefore(challenge.expiresAt())) {
            throw ErrorType.NOT_AUTHORIZED.because("Invalid session for the user, session is expired.");
        }
        return challenge.username();
    }

    /** Ends a session. @return whether it was there, which two answers at once cannot both find */
    public boolean close(String session) {
        return bySession.remove(session) != null;
    }

    private record Challenge(String name, String username, String clientId, Instant expiresAt) {}
}
