package io.github.cognitoee.emulator.internal.oauth;

import java.util.Map;

/**
 * The answer of an endpoint that speaks JSON.
 *
 * @param status of HTTP
 * @param body empty for none at all
 * @param challenge the header {@code WWW-Authenticate}, empty for none
 */
public record OAuthAnswer(int status, Map<String, Object> body, String challenge) {

    static OAuthAnswer of(Map<String, Object> body) {
        return new OAuthAnswer(200, body, "");
    }

    static OAuthAnswer nothing() {
        return of(Map.of());
    }

    static OAuthAnswer refused(int status, OAuthError error) {
        return new OAuthAnswer(status, error.body(), "");
    }

    /** To what is no form. */
    public static OAuthAnswer invalidRequest() {
        return refused(400, OAuthError.invalidRequest());
    }

    /** Tells no token. */
    @Override
    public String toString() {
        return "OAuthAnswer[" + status + "]";
    }
}
