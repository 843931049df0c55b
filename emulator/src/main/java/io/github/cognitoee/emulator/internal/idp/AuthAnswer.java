package io.github.cognitoee.emulator.internal.idp;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a sign-in: tokens, or a challenge.
 *
 * @param availableChallenges among which the user is to choose; null where there is nothing to choose
 */
record AuthAnswer(
        @Nullable String challengeName,
        @Nullable String session,
        Map<String, String> challengeParameters,
        @Nullable AuthenticationResult authenticationResult,
        @Nullable List<String> availableChallenges) {

    static AuthAnswer tokens(AuthenticationResult result) {
        return new AuthAnswer(null, null, Map.of(), result, null);
    }

    static AuthAnswer challenge(String name, String session, Map<String, String> parameters) {
        return new AuthAnswer(name, session, parameters, null, null);
    }

    static AuthAnswer choice(String name, String session, List<String> available) {
        return new AuthAnswer(name, session, Map.of(), null, available);
    }

    /** Tells no token and no session. */
    @Override
    public String toString() {
        return "AuthAnswer[" + (challengeName == null ? "tokens" : challengeName) + "]";
    }

    /**
     * Tokens.
     *
     * @param refreshToken null when the one that was used stays good
     * @param newDeviceMetadata null unless the pool wants to know the device again
     */
    record AuthenticationResult(
            String accessToken,
            String idToken,
            @Nullable String refreshToken,
            long expiresIn,
            String tokenType,
            @Nullable NewDeviceMetadata newDeviceMetadata) {

        @Override
        public String toString() {
            return "AuthenticationResult";
        }
    }

    /** By what a device can be registered. */
    record NewDeviceMetadata(String deviceKey, String deviceGroupKey) {}
}
