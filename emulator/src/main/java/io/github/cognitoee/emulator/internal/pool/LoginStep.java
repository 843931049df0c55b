package io.github.cognitoee.emulator.internal.pool;

/**
 * A form that was shown and waits for its answer.
 *
 * @param kind what it asks for
 * @param browser the one that it was shown to, by the text in its cookie
 * @param username whom it is about, empty where that is still to be told
 * @param factor which second factor it asks for, empty for none
 */
public record LoginStep(Kind kind, String browser, String username, String factor) {

    /** What a form asks for. */
    public enum Kind {
        SIGN_IN,
        NEW_PASSWORD,
        CHOICE_OF_FACTOR,
        FACTOR,
        SIGN_UP,
        CONFIRMATION,
        FORGOT_PASSWORD,
        RESET_PASSWORD
    }

    /** Tells no cookie. */
    @Override
    public String toString() {
        return "LoginStep[" + kind + "]";
    }
}
