package io.github.cognitoee.emulator.internal.json;

/** An operation refuses a call, in the way that its service model declares. Carries no stack trace: it is an answer. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorType type;

    Refusal(ErrorType type, String message) {
        super(message, null, false, false);
        this.type = type;
    }

    public ErrorType type() {
        return type;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
