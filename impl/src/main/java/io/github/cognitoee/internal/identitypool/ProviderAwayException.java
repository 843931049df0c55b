package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoUnavailableException;
import java.time.Duration;

/** A provider of a login does not answer the identity pool; the pool itself does, and takes the logins of others. */
final class ProviderAwayException extends CognitoUnavailableException {

    private static final long serialVersionUID = 1L;

    ProviderAwayException(String message, Duration retryAfter) {
        super(message, retryAfter);
    }
}
