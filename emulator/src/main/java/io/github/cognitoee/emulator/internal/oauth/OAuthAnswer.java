package io.github.cognitoee.emulator.internal.oauth;

import java.util.Map;

/**
 * The answer of an endpoint that speaks JSON.
 *
 * @param status of HTTP
 */
public record OAuthAnswer(int status, Map<String, Object> body) {

    /** Tells no token. */
    @Override
    public String toString() {
        return "OAuthAnswer[" + status + "]";
    }
}
