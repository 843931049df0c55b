package io.github.cognitoee.emulator.internal.pool;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What waits for a while for whoever brings back the text that was given out for it, and that nobody can guess. The oldest of
 * very many are forgotten. Thread-safe.
 */
public final class Tickets<T> {

    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Held<T>> held = new LinkedHashMap<>();

    Tickets(Clock clock) {
        this.clock = clock;
    }

    /** @return the text to bring back */
    public synchronized String open(T content, Duration lifetime) {
        Instant now = clock.instant();
        held.values().removeIf(ticket -> !now.isBefore(ticket.expiresAt()));
        if (held.size() >= REMEMBERED) {
            held.remove(held.keySet().iterator().next());
        }
        String text = UUID.randomUUID().toString();
        held.put(text, new Held<>(content, now.plus(lifetime)));
        return text;
    }

    /** What was left for this text, unless it is too late. */
    public synchronized Optional<T> find(String text) {
        return Optional.ofNullable(held.get(text))
                .filter(ticket -> clock.instant().isBefore(ticket.expiresAt()))
                .map(Held::content);
    }

    /** As {@link #find}, once: two who bring the same text cannot both have it. */
    public synchronized Optional<T> take(String text) {
        Optional<T> content = find(text);
        held.remove(text);
        return content;
    }

    /** Another content for a text, which is good no longer than before. */
    public synchronized void replace(String text, T content) {
        held.computeIfPresent(text, (key, ticket) -> new Held<>(content, ticket.expiresAt()));
    }

    private record Held<T>(T content, Instant expiresAt) {}
}
