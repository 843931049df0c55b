package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoUnavailableException;
import java.time.Duration;

/** The thread that was asking AWS, or waiting for its turn, was interrupted; nothing is the matter with AWS. */
final class InterruptedCallException extends CognitoUnavailableException {

    private static final long serialVersionUID = 1L;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    InterruptedCallException(String message) {
        super(message, RETRY_AFTER);
    }
}
