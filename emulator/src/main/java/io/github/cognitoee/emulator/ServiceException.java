package io.github.cognitoee.emulator;

/**
 * A refusal as it goes over the wire: the name of the error, the HTTP status, a message for the caller. What an operation
 * refuses is a {@link io.github.cognitoee.emulator.internal.json.Refusal}, which knows neither service nor protocol.
 */
final class ServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final int status;

    private ServiceException(String type, int status, String message) {
        super(message, null, false, false);
        this.type = type;
        this.status = status;
    }

    /** Cognito answers 400 to whatever the caller did wrong. */
    static ServiceException of(String type, String message) {
        return new ServiceException(type, 400, message);
    }

    static ServiceException of(String type, int status, String message) {
        return new ServiceException(type, status, message);
    }

    String type() {
        return type;
    }

    int status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
