package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.SentMessage.Purpose;
import io.github.cognitoee.emulator.internal.pool.Mail;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The messages that Cognito would have sent by e-mail or SMS; the emulator sends none.
 *
 * <pre>{@code
 * String code = emulator.outbox().latestTo("alice").secret();
 * }</pre>
 *
 * It keeps the last thousand. Safe for use by many threads.
 */
public final class Outbox {

    private static final int KEPT = 1_000;

    private final Deque<SentMessage> messages = new ArrayDeque<>();

    Outbox() {}

    synchronized void add(Mail mail) {
        if (messages.size() == KEPT) {
            messages.removeFirst();
        }
        messages.addLast(new SentMessage(
                mail.userPoolId(),
                mail.username(),
                Purpose.valueOf(mail.purpose().name()),
                mail.medium(),
                mail.destination(),
                mail.secret(),
                mail.sentAt(),
                mail.subject(),
                mail.text()));
    }

    /** All that it keeps, the oldest first. */
    public synchronized List<SentMessage> messages() {
        return List.copyOf(messages);
    }

    /** Those to this user, by user name or by the address that they went to, the oldest first. */
    public List<SentMessage> messagesTo(String user) {
        return messages().stream()
                .filter(message ->
                        message.username().equals(user) || message.destination().equals(user))
                .toList();
    }

    /**
     * The last one to this user.
     *
     * @throws IllegalStateException if there is none
     */
    public SentMessage latestTo(String username) {
        List<SentMessage> all = messagesTo(username);
        if (all.isEmpty()) {
            throw new IllegalStateException("nothing was sent to the user " + username);
        }
        return all.get(all.size() - 1);
    }

    /** Forgets all. */
    public synchronized void clear() {
        messages.clear();
    }
}
