package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoUnavailableException;
import java.time.Duration;

/**
 * The thread that asked was interrupted meanwhile; nothing is the matter with AWS. The thread's interrupt flag is set, as it
 * was before.
 */
final class InterruptedCallException extends CognitoUnavailableException {

    private static final long serialVersionUID = 1L;

    InterruptedCallException(String message) {
        super(message, Duration.ZERO);
    }
}
