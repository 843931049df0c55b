package io.github.cognitoee.emulator.internal.pool;

/**
 * A form that was shown and waits for its answer.
 *
 * @param kind what it asks for
 * @param browser the one that it was shown to, by the text in its cookie
 * @param username of whom it is about, empty where that is still to be told
 */
public record LoginStep(Kind kind, String browser, String username) {

    /** What a form asks for. */
    public enum Kind {
        SIGN_IN
    }

    /** Tells no cookie. */
    @Override
    public String toString() {
        return "LoginStep[" + kind + "]";
    }
}
