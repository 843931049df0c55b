package io.github.cognitoee.internal.mechanism;

import io.github.cognitoee.SessionTokens;
import jakarta.security.enterprise.credential.Credential;

/**
 * Tokens that the user pool has just given for a password. Whoever passes it to the mechanism is told here what came of it:
 * the status that {@code SecurityContext.authenticate} returns is not everywhere that of the mechanism. For one request; not
 * thread-safe.
 */
final class SignedInCredential implements Credential {

    private final SessionTokens tokens;
    private boolean taken;

    SignedInCredential(SessionTokens tokens) {
        this.tokens = tokens;
    }

    SessionTokens tokens() {
        return tokens;
    }

    /** The container knows the caller now. */
    void take() {
        taken = true;
    }

    boolean isTaken() {
        return taken;
    }

    @Override
    public String toString() {
        return "SignedInCredential";
    }
}
