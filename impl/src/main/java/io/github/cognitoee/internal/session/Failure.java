package io.github.cognitoee.internal.session;

/** Why a sign-in came to nothing, as the person in front of the browser is told. */
enum Failure {
    NOT_STARTED_HERE(
            400,
            "This sign-in cannot be finished",
            "It was not started in this browser, was finished already, or took too long."),
    MALFORMED(400, "This sign-in cannot be finished", "The answer of the sign-in service was not complete."),
    EXPIRED_CODE(400, "This sign-in cannot be finished", "The sign-in service does not know it any more."),
    DENIED(403, "You are not signed in", "The sign-in service did not let you in, or you chose not to go on."),
    INSUFFICIENT(
            403,
            "This sign-in is not enough",
            "The page that you wanted needs a more recent sign-in, or one with a stronger proof, such as a code from an app."),
    OTHER_SIGN_IN(400, "This sign-in cannot be finished", "The answer belongs to another sign-in."),
    OTHER_SITE(
            403, "You are not signed in", "Another site sent the form. Please sign in at a page of this application."),
    UNKNOWN_HOST(400, "Unknown address", "This application is not known under the address in your browser."),
    BAD_ANSWER(502, "You are not signed in", "The sign-in service gave an answer that cannot be trusted."),
    MISCONFIGURED(
            500, "You are not signed in", "This application is not set up for the sign-in service as it should be."),
    UNAVAILABLE(503, "Please try again soon", "The sign-in service cannot be reached at the moment.");

    private final int status;
    private final String title;
    private final String text;

    Failure(int status, String title, String text) {
        this.status = status;
        this.title = title;
        this.text = text;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }
}
