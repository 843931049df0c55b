package io.github.cognitoee.internal.mechanism;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.jwt.Verification;
import jakarta.security.enterprise.credential.Credential;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that the user pool has just given for a password. Whoever passes it to the mechanism is told here what came of it:
 * the status that {@code SecurityContext.authenticate} returns is not everywhere that of the mechanism. For one request; not
 * thread-safe.
 */
final class SignedInCredential implements Credential {

    private final SessionTokens tokens;
    private boolean taken;
    private Verification.@Nullable Unavailable unavailable;

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

    /** The tokens cannot be verified now, so that nobody knows whether they are good. */
    void leave(Verification.Unavailable why) {
        unavailable = why;
    }

    /** Why the tokens could not be verified; empty where they were. */
    Optional<Verification.Unavailable> unavailable() {
        return Optional.ofNullable(unavailable);
    }

    @Override
    public String toString() {
        return "SignedInCredential";
    }
}
