package io.github.cognitoee;

import jakarta.ejb.ApplicationException;

/**
 * The root of all exceptions that this library throws to applications. Messages never contain tokens, keys or secrets.
 * Wrong credentials are no exception: they are refused with a status and a challenge.
 *
 * <p>Out of an EJB they come as they are, not wrapped, and roll its transaction back.
 */
@ApplicationException(rollback = true)
public abstract class CognitoException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected CognitoException(String message) {
        super(message);
    }

    protected CognitoException(String message, Throwable cause) {
        super(message, cause);
    }
}
