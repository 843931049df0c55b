package io.github.cognitoee;

/**
 * A request was to be signed by {@link CognitoSigned}, and cannot be: the program has to send another one. Nothing has been
 * sent. The message tells what stands against it, such as an {@code Authorization} header that is there already, or a body
 * that is too long.
 */
public class UnsignableRequestException extends CognitoException {

    private static final long serialVersionUID = 1L;

    public UnsignableRequestException(String message) {
        super(message);
    }

    public UnsignableRequestException(String message, Throwable cause) {
        super(message, cause);
    }
}
