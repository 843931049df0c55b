package io.github.cognitoee.internal.caller;

import io.github.cognitoee.internal.config.UserPoolConfig;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /** {@code origin_jti}, or {@code auth_time} where tokens cannot be revoked: the same in all tokens of one sign-in. */
    public String signIn() {
        return token.string("origin_jti")
                .orElseGet(() -> token.date("auth_time").map(Instant::toString).orElse(""));
    }

    /** {@code cognito:roles}: ARNs of the roles of the caller's groups. */
    public List<String> awsRoles() {
        return token.strings("cognito:roles");
    }

    /** {@code cognito:preferred_role}: that of the group of lowest precedence. */
    public Optional<String> preferredAwsRole() {
        return token.string("cognito:preferred_role");
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
