package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusedException;
import java.util.Collection;

/** Takes logins away from identities: a port. Thread-safe. */
@FunctionalInterface
interface LoginLinks {

    /**
     * Takes the logins at these providers away from the applicant's identity.
     *
     * @throws IdentityPoolRefusedException when the pool does not take the applicant's logins, or the identity has none of those
     * @throws CognitoUnavailableException when the pool cannot be asked now
     */
    void unlink(String identityId, Applicant applicant, Collection<String> providers);
}
