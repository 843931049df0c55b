package io.github.cognitoee;

/**
 * A claim of the caller's token is not of the type in which the application has it injected, such as a text where a number
 * is expected: have it injected in another type, or mend what writes the claim.
 */
public class ClaimConversionException extends CognitoException {

    private static final long serialVersionUID = 1L;

    public ClaimConversionException(String message) {
        super(message);
    }
}
