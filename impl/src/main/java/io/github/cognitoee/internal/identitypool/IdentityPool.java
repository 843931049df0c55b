package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.caller.IdToken;
import java.util.Optional;

/** The two calls of the enhanced flow: the port between cache and AWS. Thread-safe. */
interface IdentityPool {

    /**
     * The identity id of a login.
     *
     * @throws IdentityPoolRefusedException when the pool does not take the token
     * @throws CognitoUnavailableException when the pool cannot be asked now
     */
    String identityId(IdToken token);

    /**
     * Credentials of an identity.
     *
     * @param requestedRole ARN of the role to assume; empty lets the pool choose
     * @return empty when the pool does not know the identity id any more
     * @throws IdentityPoolRefusedException when the pool does not take the token, or refuses the role
     * @throws CognitoUnavailableException when the pool cannot be asked now
     */
    Optional<IssuedCredentials> credentials(String identityId, IdToken token, Optional<String> requestedRole);
}
