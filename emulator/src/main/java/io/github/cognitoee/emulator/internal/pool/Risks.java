package io.github.cognitoee.emulator.internal.pool;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the sign-ins of a pool's users are judged, and what became of them. The last hundred of a user are kept. Thread-safe. */
public final class Risks {

    /** What is told of a sign-in that is blocked. */
    public static final String BLOCKED = "Unable to login because of security reasons.";

    /** What is told of one from an address that is blocked. */
    public static final String ADDRESS_BLOCKED = "Request not allowed due to security reasons.";

    private static final int KEPT = 100;

    private final Map<String, Deque<Verdict>> waiting = new HashMap<>();
    private final Map<String, Deque<Event>> events = new HashMap<>();

    /** What threat protection makes of a sign-in. */
    public enum Verdict {
        BLOCKED,
        ADDRESS_BLOCKED,
        CREDENTIALS_COMPROMISED,
        SECOND_FACTOR_REQUIRED
    }

    /**
     * A step of a sign-in.
     *
     * @param response {@code Pass}, {@code Fail} or {@code InProgress}
     * @param ipAddress what the application says; null where it says nothing, or is not listened to
     * @param verdict null where nothing was wrong
     */
    public record Event(
            String id,
            Instant time,
            String clientId,
            String response,
            @Nullable String ipAddress,
            @Nullable String encodedData,
            @Nullable Verdict verdict) {}

    /** Judges the next sign-ins of a user in this way, after those that were judged before. */
    public synchronized void judge(String username, Verdict verdict, int times) {
        waiting.computeIfAbsent(username, name -> new ArrayDeque<>()).addAll(Collections.nCopies(times, verdict));
    }

    /** How the sign-in that comes now is judged. */
    public synchronized Optional<Verdict> next(String username) {
        return Optional.ofNullable(waiting.get(username)).map(Deque::peek);
    }

    /** The same, used up. */
    public synchronized Optional<Verdict> take(String username) {
        return Optional.ofNullable(waiting.get(username)).map(Deque::poll);
    }

    /** How many sign-ins of a user are judged already. */
    public synchronized int waiting(String username) {
        return waiting.getOrDefault(username, new ArrayDeque<>()).size();
    }

    public synchronized void add(String username, Event event) {
        Deque<Event> all = events.computeIfAbsent(username, name -> new ArrayDeque<>());
        if (all.size() == KEPT) {
            all.removeFirst();
        }
        all.addLast(event);
    }

    /** The oldest first. */
    public synchronized List<Event> events(String username) {
        return new ArrayList<>(events.getOrDefault(username, new ArrayDeque<>()));
    }

    synchronized void forget(String username) {
        waiting.remove(username);
        events.remove(username);
    }
}
