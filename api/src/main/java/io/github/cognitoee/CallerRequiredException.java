package io.github.cognitoee;

/**
 * Something was asked for the caller, but nobody is signed in on this thread: let the caller sign in first, call from
 * the request's own thread, or carry the caller over with {@link CognitoIdentity#captured()}.
 */
public class CallerRequiredException extends CognitoException {

    private static final long serialVersionUID = 1L;

    public CallerRequiredException(String message) {
        super(message);
    }

    public CallerRequiredException(String message, Throwable cause) {
        super(message, cause);
    }
}
