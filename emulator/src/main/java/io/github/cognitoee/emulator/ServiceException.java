package io.github.cognitoee.emulator;

/** A service refuses a call: the name of the error, as AWS' service models have it, and a message for the caller. */
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

    static ServiceException notAuthorized(String message) {
        return of("NotAuthorizedException", message);
    }

    static ServiceException invalidParameter(String message) {
        return of("InvalidParameterException", message);
    }

    static ServiceException notFound(String message) {
        return of("ResourceNotFoundException", message);
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
