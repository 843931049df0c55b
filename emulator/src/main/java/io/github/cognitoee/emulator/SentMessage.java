package io.github.cognitoee.emulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Cognito would have sent to a user.
 *
 * @param medium {@code EMAIL} or {@code SMS}
 * @param destination the address or telephone number
 * @param secret the code, or the temporary password of an invitation
 * @param subject of an e-mail, null for an SMS
 * @param text what the user reads, in the words of {@link Trigger#CUSTOM_MESSAGE} where there are any; the secret is in it
 */
public record SentMessage(
        String userPoolId,
        String username,
        Purpose purpose,
        String medium,
        String destination,
        String secret,
        Instant sentAt,
        @Nullable String subject,
        String text) {

    /** Why it was sent. */
    public enum Purpose {
        /** The code that confirms a sign-up. */
        SIGN_UP,
        /** The code to set another password with. */
        FORGOT_PASSWORD,
        /** The code that proves an e-mail address or a telephone number. */
        ATTRIBUTE,
        /** The code to sign in with, besides the password. */
        MFA,
        /** The temporary password of a user whom an administrator made. */
        INVITATION
    }

    /** Tells no address and no secret. */
    @Override
    public String toString() {
        return "SentMessage[" + purpose + " to " + username + "]";
    }
}
