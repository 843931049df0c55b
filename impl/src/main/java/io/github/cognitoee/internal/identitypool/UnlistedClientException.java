package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;

/** The identity pool does not list the app client of an ID token, or its user pool: so it refuses everybody's of that client. */
final class UnlistedClientException extends IdentityPoolRefusedException {

    private static final long serialVersionUID = 1L;

    UnlistedClientException(IdentityPoolRefusal reason, String message) {
        super(reason, message);
    }
}
