package io.github.cognitoee.emulator.internal.login;

/** A page cannot be shown; another tells why. */
final class PageRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private PageRefusal(int status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    /** A form that this browser was not shown. */
    static PageRefusal foreign() {
        return new PageRefusal(403, "foreign");
    }

    /** The answer to a form that waits no longer. */
    static PageRefusal tooLate() {
        return new PageRefusal(400, "too-late");
    }

    /** The pool asks for a second factor, and the user has none. */
    static PageRefusal noFactor() {
        return new PageRefusal(403, "no-factor");
    }

    /** Only administrators make users. */
    static PageRefusal noSignUp() {
        return new PageRefusal(403, "no-sign-up");
    }

    int status() {
        return status;
    }

    /** The last part of the key of its text. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
