package io.github.cognitoee.emulator.internal.idp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to a sign-in: tokens, or a challenge. */
record AuthAnswer(
        @Nullable String challengeName,
        @Nullable String session,
        Map<String, String> challengeParameters,
        @Nullable AuthenticationResult authenticationResult) {

    static AuthAnswer tokens(AuthenticationResult result) {
        return new AuthAnswer(null, null, Map.of(), result);
    }

    static AuthAnswer challenge(String name, String session, Map<String, String> parameters) {
        return new AuthAnswer(name, session, parameters, null);
    }

    /** Tells no token and no session. */
    @Override
    public String toString() {
        return "AuthAnswer[" + (challengeName == null ? "tokens" : challengeName) + "]";
    }

    /** @param refreshToken null when the one that was used stays good */
    record AuthenticationResult(
            String accessToken, String idToken, @Nullable String refreshToken, long expiresIn, String tokenType) {

        @Override
        public String toString() {
            return "AuthenticationResult";
        }
    }
}
