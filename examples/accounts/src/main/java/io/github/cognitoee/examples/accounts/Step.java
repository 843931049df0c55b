package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.SignInResult;
import java.lang.System.Logger.Level;
import java.util.function.Function;

/**
 * Where somebody is who is signing in.
 *
 * @param step {@code signedIn}, or the name of the challenge that is due
 * @param challenge what else is to be known of it; null when nothing is due
 * @param state to be sent back with the answer; null when nothing is due
 * @param tokens for programs; null in an answer to a browser, whose scripts get none
 */
public record Step(String step, Challenge challenge, String state, Tokens tokens) {

    private static final System.Logger LOG = System.getLogger(Step.class.getName());

    private static final String SIGNED_IN = "signedIn";
    private static final ChallengeNames NAMES = new ChallengeNames();

    /**
     * What came of a sign-in, or of a step of it.
     *
     * @param signedIn what to do with the tokens, and to answer
     * @throws ProblemException when it was refused, or Cognito cannot be asked
     */
    static Step of(SignInResult result, Function<SessionTokens, Step> signedIn) {
        return result.fold(
                done -> signedIn.apply(done.tokens()),
                due -> of(due.challenge(), due.state()),
                refused -> {
                    LOG.log(Level.DEBUG, "sign-in refused: {0}, {1}", refused.reason(), refused.detail());
                    throw Problem.of(refused.reason()).toException();
                },
                unavailable -> {
                    LOG.log(Level.DEBUG, "Cognito cannot be asked: {0}", unavailable.detail());
                    throw Problem.unavailable(unavailable.retryAfter()).toException();
                });
    }

    static Step of(Challenge challenge, String state) {
        return new Step(challenge.fold(NAMES), challenge, state, null);
    }

    /** For a browser, whose session holds the tokens. */
    static Step signedIn() {
        return new Step(SIGNED_IN, null, null, null);
    }

    /** For a program, which holds the tokens itself. */
    static Step signedIn(SessionTokens tokens) {
        return new Step(SIGNED_IN, null, null, Tokens.of(tokens));
    }

    @Override
    public String toString() {
        return "Step[" + step + "]";
    }
}
