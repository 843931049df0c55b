package io.github.cognitoee.emulator;

import java.time.Instant;

/**
 * What Cognito would have sent to a user.
 *
 * @param medium {@code EMAIL} or {@code SMS}
 * @param destination the address or telephone number
 * @param secret the code, or the temporary password of an invitation
 */
public record SentMessage(
        String userPoolId,
        String username,
        Purpose purpose,
        String medium,
        String destination,
        String secret,
        Instant sentAt) {

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
