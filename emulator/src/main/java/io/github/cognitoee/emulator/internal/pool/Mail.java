package io.github.cognitoee.emulator.internal.pool;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What Cognito would send by e-mail or SMS.
 *
 * @param medium {@code EMAIL} or {@code SMS}
 * @param secret the code, or the temporary password
 * @param subject null for what is no e-mail
 * @param text what the user reads, the secret included
 */
public record Mail(
        String userPoolId,
        String username,
        Purpose purpose,
        String medium,
        String destination,
        String secret,
        Instant sentAt,
        @Nullable String subject,
        String text) {

    public Mail withSubject(String other) {
        return new Mail(userPoolId, username, purpose, medium, destination, secret, sentAt, other, text);
    }

    public Mail withText(String other) {
        return new Mail(userPoolId, username, purpose, medium, destination, secret, sentAt, subject, other);
    }

    /** Tells no code and no address. */
    @Override
    public String toString() {
        return "Mail[" + purpose + " to " + username + "]";
    }

    /** Why it is sent. */
    public enum Purpose {
        SIGN_UP,
        FORGOT_PASSWORD,
        ATTRIBUTE,
        MFA,
        INVITATION
    }

    /** Where it goes. */
    public interface Postbox extends Consumer<Mail> {}
}
