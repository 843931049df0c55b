package io.github.cognitoee.internal.caller;

import io.github.cognitoee.internal.config.UserPoolConfig;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import java.time.Instant;

/** A verified ID token of the caller, as the identity pool takes it. Immutable; {@code toString} shows nothing of it. */
public final class IdToken {

    private final VerifiedJwt token;

    public IdToken(VerifiedJwt token) {
        this.token = token;
    }

    public String text() {
        return token.rawToken();
    }

    public UserPoolConfig userPool() {
        return token.userPool();
    }

    public String issuer() {
        return token.issuer();
    }

    public String subject() {
        return token.subject();
    }

    public String clientId() {
        return token.clientId();
    }

    /** When it may not be used any more. */
    public Instant expiresAt() {
        return token.expiresAt();
    }

    /** See {@link VerifiedJwt#claimsDigest()}. */
    public String claimsDigest() {
        return token.claimsDigest();
    }

    @Override
    public String toString() {
        return "IdToken";
    }
}
