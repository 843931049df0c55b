package io.github.cognitoee;

import java.time.Duration;

/** Cognito could not be asked now (unreachable, throttled, failing); the same request may succeed later. */
public class CognitoUnavailableException extends CognitoException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * @param message what could not be asked, and why
     * @param retryAfter how long to wait before asking again
     */
    public CognitoUnavailableException(String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /**
     * @param message what could not be asked, and why
     * @param retryAfter how long to wait before asking again
     */
    public CognitoUnavailableException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** How long to wait before asking again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
