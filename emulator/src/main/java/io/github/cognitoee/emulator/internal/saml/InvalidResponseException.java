package io.github.cognitoee.emulator.internal.saml;

/** A SAML response is none, or nobody vouches for it. Carries no stack trace: it is an answer. */
public final class InvalidResponseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidResponseException(String message) {
        super(message, null, false, false);
    }

    static InvalidResponseException because(String problem) {
        return new InvalidResponseException("Invalid SAML response: " + problem);
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
