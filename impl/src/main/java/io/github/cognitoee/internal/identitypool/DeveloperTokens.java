package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.identitypool.OpenIdTokens.OpenIdToken;
import java.util.Optional;

/** By what the application vouches for a user at the identity pool: a port. Thread-safe. */
@FunctionalInterface
interface DeveloperTokens {

    /**
     * A token by which the identity pool vouches for the user from then on.
     *
     * @param applicant whom the application vouches for; their other logins become those of the same identity
     * @param identityId of the identity to link the user to; empty for the one that they have, which is made if need be
     * @throws StaleIdentityException when that identity is not the user's
     * @throws IdentityPoolRefusedException when the pool does not know the application as a provider, or does not take its
     *     signature
     * @throws CognitoUnavailableException when the pool cannot be asked now
     */
    OpenIdToken token(Applicant applicant, Optional<String> identityId);
}
