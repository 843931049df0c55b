package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoUnavailableException;
import java.time.Duration;

/** This application asks too often; nothing is the matter with AWS. */
final class CrowdedException extends CognitoUnavailableException {

    private static final long serialVersionUID = 1L;

    CrowdedException(String message, Duration retryAfter) {
        super(message, retryAfter);
    }
}
