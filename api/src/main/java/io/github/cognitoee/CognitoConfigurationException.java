package io.github.cognitoee;

/**
 * A definition or a setting is missing or wrong. Thrown at deployment, which it stops: mend the configuration.
 */
public class CognitoConfigurationException extends CognitoException {

    private static final long serialVersionUID = 1L;

    public CognitoConfigurationException(String message) {
        super(message);
    }

    public CognitoConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
