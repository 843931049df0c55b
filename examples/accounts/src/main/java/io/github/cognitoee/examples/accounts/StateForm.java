package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.CognitoUserPool;
import io.github.cognitoee.userpool.RefusalReason;
import java.util.Optional;

/**
 * A step of a sign-in, as the body of a request names it.
 *
 * @param state of the {@link Step}
 */
public record StateForm(String state) {

    /** @throws ProblemException where it is over */
    Challenge challengeOf(CognitoUserPool userPool) {
        return Optional.ofNullable(state)
                .flatMap(userPool::challengeOf)
                .orElseThrow(() -> Problem.of(RefusalReason.CHALLENGE_OVER).toException());
    }

    @Override
    public String toString() {
        return "StateForm";
    }
}
