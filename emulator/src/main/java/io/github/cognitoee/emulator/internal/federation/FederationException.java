package io.github.cognitoee.emulator.internal.federation;

/** A provider does not do as it should. The message goes to the application. */
public final class FederationException extends Exception {

    private static final long serialVersionUID = 1L;

    FederationException(String message) {
        super(message);
    }

    FederationException(String message, Throwable cause) {
        super(message, cause);
    }
}
