package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.SessionTokens;
import java.time.Instant;

/**
 * The tokens of a program, in an answer and in the body of a request.
 *
 * @param refreshToken may be null in a request that needs none
 * @param signedInAt may be null in a request
 */
public record Tokens(String idToken, String accessToken, String refreshToken, Instant signedInAt) {

    static Tokens of(SessionTokens tokens) {
        return new Tokens(
                tokens.idToken(), tokens.accessToken(), tokens.refreshToken().orElse(null), tokens.signedInAt());
    }

    /** @throws ProblemException when something is missing */
    SessionTokens toSessionTokens() {
        if (idToken == null || accessToken == null || refreshToken == null) {
            throw Problem.badInput("Send idToken, accessToken and refreshToken.")
                    .toException();
        }
        return new SessionTokens(idToken, accessToken, refreshToken, signedInAt == null ? Instant.EPOCH : signedInAt);
    }

    @Override
    public String toString() {
        return "Tokens";
    }
}
