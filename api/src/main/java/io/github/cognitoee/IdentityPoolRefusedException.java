package io.github.cognitoee;

/**
 * The identity pool refused the caller or the request; repeating it will not help. The message names what Cognito
 * said and the setting to look at.
 */
public class IdentityPoolRefusedException extends CognitoException {

    private static final long serialVersionUID = 1L;

    public IdentityPoolRefusedException(String message) {
        super(message);
    }

    public IdentityPoolRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
