package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.userpool.RefusalReason;
import java.time.Duration;

/**
 * The body of every error that this application itself answers (RFC 9457).
 *
 * @param detail for people to read
 * @param reason for scripts to go by; null where nothing was asked of Cognito
 * @param retryAfter in how many seconds to try again; null where it does not help
 */
public record Problem(int status, String detail, RefusalReason reason, Long retryAfter) {

    /** What is wrong with what was sent. */
    static Problem badInput(String detail) {
        return new Problem(400, detail, null, null);
    }

    /** What the user pool refuses. Cognito's own words are for the log: they may tell more than the person may know. */
    static Problem of(RefusalReason reason) {
        // Cognito says that a user is disabled whatever the password: anybody could ask who has an account
        RefusalReason told = reason == RefusalReason.USER_DISABLED ? RefusalReason.BAD_CREDENTIALS : reason;
        Refusal refusal = Refusal.of(told);
        return new Problem(refusal.status(), refusal.detail(), told, null);
    }

    /** It says nothing about the password. */
    static Problem unavailable(Duration retryAfter) {
        return new Problem(
                503, "Nobody can sign in just now. Try again shortly.", null, Math.max(1, retryAfter.toSeconds()));
    }

    static Problem notSignedIn() {
        return new Problem(401, "You are not signed in.", null, null);
    }

    ProblemException toException() {
        return new ProblemException(this);
    }
}
