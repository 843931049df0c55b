package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.SessionTokens;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Who is signed in, as the ID token of their session says.
 *
 * @param email null where the token carries none
 * @param tokensExpireAt when the tokens have to be renewed
 */
public record Account(String username, String email, List<String> groups, Instant signedInAt, Instant tokensExpireAt) {

    /**
     * Reads the claims. The signature was of no use here: the application got this token from Cognito itself and has not
     * let it out of its hands. The library verifies what others present.
     */
    static Account of(SessionTokens tokens) {
        JsonObject claims = claims(tokens.idToken());
        return new Account(
                claims.getString("cognito:username"),
                claims.getString("email", null),
                claims.containsKey("cognito:groups") ? texts(claims.getJsonArray("cognito:groups")) : List.of(),
                tokens.signedInAt(),
                Instant.ofEpochSecond(claims.getJsonNumber("exp").longValue()));
    }

    private static List<String> texts(JsonArray values) {
        return values.getValuesAs(JsonString::getString);
    }

    private static JsonObject claims(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        try (JsonReader reader = Json.createReader(new StringReader(new String(payload, StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }
}
