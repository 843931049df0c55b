package io.github.cognitoee;

/**
 * An identity that {@link CognitoIdentity#captured()} carried off was used in the request of somebody else, or of nobody:
 * a mistake in the application, such as a captured identity in a field that all requests share.
 */
public class OtherCallerException extends CognitoException {

    private static final long serialVersionUID = 1L;

    public OtherCallerException(String message) {
        super(message);
    }
}
