package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusedException;
import java.util.Optional;

/**
 * Who somebody is, and their credentials, in either flow: the port between what is kept here and AWS. In the classic flow
 * credentials take a call of the pool and one of STS. Thread-safe.
 */
interface IdentityPool {

    /**
     * The identity id of who asks; of a guest a new one each time.
     *
     * @throws IdentityPoolRefusedException when the pool does not take the token, or takes no guests
     * @throws CognitoUnavailableException when the pool cannot be asked now
     */
    String identityId(Applicant applicant);

    /**
     * Credentials of an identity. That of a guest is linked by it to the login of the applicant, if that is none.
     *
     * @param requestedRole ARN of the role to assume; empty lets the pool choose
     * @throws StaleIdentityException when the pool does not know the identity id any more, or as somebody else's
     * @throws IdentityPoolRefusedException when the pool does not take the token, or refuses the role
     * @throws CognitoUnavailableException when the pool cannot be asked now
     */
    IssuedCredentials credentials(String identityId, Applicant applicant, Optional<String> requestedRole);

    /**
     * The same for the identity of the applicant, whichever it is. Where the application vouches for them, the call that does
     * tells the identity, too.
     */
    default IssuedCredentials credentials(Applicant applicant, Optional<String> requestedRole) {
        return credentials(identityId(applicant), applicant, requestedRole);
    }
}
