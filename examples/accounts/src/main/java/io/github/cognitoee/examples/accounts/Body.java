package io.github.cognitoee.examples.accounts;

/** The body of a request. */
final class Body {

    private Body() {}

    /** @throws ProblemException where there is none */
    static <T> T required(T body) {
        if (body == null) {
            throw Problem.badInput("Send a JSON object.").toException();
        }
        return body;
    }
}
