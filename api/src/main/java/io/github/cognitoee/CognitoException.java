package io.github.cognitoee;

/**
 * The root of all exceptions that this library throws to applications. Messages never contain tokens, keys or secrets.
 * Wrong credentials are no exception: they are refused with a status and a challenge.
 */
public abstract class CognitoException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected CognitoException(String message) {
        super(message);
    }

    protected CognitoException(String message, Throwable cause) {
        super(message, cause);
    }
}
