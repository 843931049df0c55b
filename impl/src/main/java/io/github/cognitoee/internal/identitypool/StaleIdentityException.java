package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;

/** An identity id is not, or not any more, that of who asks: to be asked for anew, once. */
final class StaleIdentityException extends IdentityPoolRefusedException {

    private static final long serialVersionUID = 1L;

    StaleIdentityException(String message) {
        super(IdentityPoolRefusal.OTHER, message);
    }
}
