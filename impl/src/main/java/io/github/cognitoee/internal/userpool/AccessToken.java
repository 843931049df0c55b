package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.SessionTokens;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The claims of an access token that goes back to whom it came from: nobody verifies it here. */
record AccessToken(Map<String, String> claims) {

    static AccessToken of(SessionTokens tokens) {
        String[] parts = tokens.accessToken().split("\\.", -1);
        try {
            return new AccessToken(
                    parts.length == 3
                            ? JsonText.members(
                                    new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                            : Map.of());
        } catch (IllegalArgumentException | Refusal e) {
            return new AccessToken(Map.of());
        }
    }

    Optional<String> claim(String name) {
        return Optional.ofNullable(claims.get(name));
    }

    @Override
    public String toString() {
        return "AccessToken";
    }
}
