package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.caller.IdToken;
import java.util.Optional;

/**
 * Whose credentials, in which role: all that decides what an identity pool answers. Two callers never share a key, nor
 * does one caller before and after their groups changed.
 */
record CredentialsKey(
        String identityPoolId,
        String issuer,
        String subject,
        String clientId,
        Optional<String> requestedRole,
        String claimsDigest) {

    static CredentialsKey of(String identityPoolId, IdToken token, Optional<String> requestedRole) {
        return new CredentialsKey(
                identityPoolId, token.issuer(), token.subject(), token.clientId(), requestedRole, token.claimsDigest());
    }

    /** The key of the caller's identity id, which no role and no claim changes. */
    LoginKey login() {
        return new LoginKey(identityPoolId, issuer, subject);
    }

    /** A login of one user in one identity pool. */
    record LoginKey(String identityPoolId, String issuer, String subject) {}
}
