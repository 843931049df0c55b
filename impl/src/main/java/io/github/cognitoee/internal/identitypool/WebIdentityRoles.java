package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.identitypool.OpenIdTokens.OpenIdToken;

/** The part of STS in the classic flow: a port. Thread-safe. */
@FunctionalInterface
interface WebIdentityRoles {

    /**
     * Credentials of a role for whom the token is of.
     *
     * @throws IdentityPoolRefusedException when the role does not trust the identity pool, or STS does not take what is set for
     *     the classic flow
     * @throws CognitoUnavailableException when STS cannot be asked now
     */
    IssuedCredentials assume(String roleArn, OpenIdToken token);
}
