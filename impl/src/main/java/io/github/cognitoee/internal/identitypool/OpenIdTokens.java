package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusedException;

/** The identity pool's part of the classic flow: a port. Thread-safe. */
interface OpenIdTokens {

    /** See {@link IdentityPool#identityId}. */
    String identityId(Applicant applicant);

    /**
     * A token by which the pool vouches for an identity, good for ten minutes.
     *
     * @throws StaleIdentityException see {@link IdentityPool#credentials}
     * @throws IdentityPoolRefusedException when the pool does not take the token, or does not allow the classic flow
     * @throws CognitoUnavailableException when the pool cannot be asked now
     */
    OpenIdToken openIdToken(String identityId, Applicant applicant);

    /** The same for the identity of the applicant, whichever it is. */
    default OpenIdToken openIdToken(Applicant applicant) {
        return openIdToken(identityId(applicant), applicant);
    }

    /**
     * A token of the identity pool itself; prints nothing of it.
     *
     * @param identityId whose it is: the one that survived where identities were merged
     */
    record OpenIdToken(String identityId, String token) {

        /** By what name an identity pool takes it back, as a login. */
        static final String PROVIDER = "cognito-identity.amazonaws.com";

        @Override
        public String toString() {
            return "OpenIdToken[identityId=" + identityId + "]";
        }
    }
}
