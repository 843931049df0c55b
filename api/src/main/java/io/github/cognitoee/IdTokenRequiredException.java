package io.github.cognitoee;

/**
 * The caller is known, but proved no ID token that the identity pool could take: have the client send one.
 */
public class IdTokenRequiredException extends CognitoException {

    private static final long serialVersionUID = 1L;

    public IdTokenRequiredException(String message) {
        super(message);
    }

    public IdTokenRequiredException(String message, Throwable cause) {
        super(message, cause);
    }
}
