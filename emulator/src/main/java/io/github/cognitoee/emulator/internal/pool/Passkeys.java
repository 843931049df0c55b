package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The passkeys of a pool's users, and those that are about to be made. Thread-safe. */
public final class Passkeys {

    public static final int MOST = 20;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Tickets<Registration> begun;
    private final Map<String, Passkey> byId = new LinkedHashMap<>();

    Passkeys(Clock clock) {
        this.begun = new Tickets<>(clock);
    }

    /** A passkey that a user is about to make, at this client. */
    public record Registration(String username, String clientId) {}

    /** @return the challenge */
    public String begin(Registration registration) {
        return begun.open(registration, PATIENCE);
    }

    /** What was begun with this challenge, which is used up. */
    public Optional<Registration> end(String challenge) {
        return begun.take(challenge);
    }

    public synchronized List<Passkey> of(String username) {
        return byId.values().stream()
                .filter(passkey -> passkey.username().equals(username))
                .toList();
    }

    public Optional<Passkey> find(String username, String credentialId) {
        return of(username).stream()
                .filter(passkey -> passkey.credentialId().equals(credentialId))
                .findFirst();
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the user has as many as he may have */
    public synchronized void add(Passkey passkey) {
        if (of(passkey.username()).size() >= MOST) {
            throw ErrorType.LIMIT_EXCEEDED.because("A user cannot have more than " + MOST + " passkeys.");
        }
        byId.put(passkey.credentialId(), passkey);
    }

    /** Keeps what a passkey has become by its use. */
    public synchronized void replace(Passkey passkey) {
        byId.replace(passkey.credentialId(), passkey);
    }

    public synchronized void remove(Passkey passkey) {
        byId.remove(passkey.credentialId());
    }

    synchronized void forgetAllOf(String username) {
        byId.values().removeIf(passkey -> passkey.username().equals(username));
    }

    synchronized List<Passkey> all() {
        return List.copyOf(byId.values());
    }

    synchronized void restore(List<Passkey> kept) {
        kept.forEach(passkey -> byId.put(passkey.credentialId(), passkey));
    }
}
