package io.github.cognitoee.emulator.internal.pool;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * What Cognito would send by e-mail or SMS.
 *
 * @param medium {@code EMAIL} or {@code SMS}
 * @param secret the code, or the temporary password
 */
public record Mail(
        String userPoolId,
        String username,
        Purpose purpose,
        String medium,
        String destination,
        String secret,
        Instant sentAt) {

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
