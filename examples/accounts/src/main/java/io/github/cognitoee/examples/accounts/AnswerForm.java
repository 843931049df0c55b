package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.userpool.CognitoUserPool;
import io.github.cognitoee.userpool.SignInResult;

/**
 * The answer to a challenge, as the body of a request says it.
 *
 * @param state of the {@link Step} that is answered
 */
public record AnswerForm(String state, GivenAnswer answer) {

    /** @throws ProblemException when something is missing */
    SignInResult putTo(CognitoUserPool userPool) {
        if (state == null || answer == null) {
            throw Problem.badInput("Send the state of the step, and an answer.").toException();
        }
        return userPool.answer(state, answer.toAnswer());
    }

    @Override
    public String toString() {
        return "AnswerForm";
    }
}
