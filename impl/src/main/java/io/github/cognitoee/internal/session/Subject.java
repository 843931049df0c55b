package io.github.cognitoee.internal.session;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Optional;

/** Whose a token is that was verified when it came, and may have expired since. */
final class Subject {

    private Subject() {}

    /** Not for tokens that nobody has verified: the signature is not looked at. */
    static boolean isOf(String subject, String token) {
        return of(token).filter(subject::equals).isPresent();
    }

    /** Empty for what is no token. */
    static Optional<String> of(String token) {
        return claims(token).map(claims -> claims.getString("sub", null));
    }

    /** All that the token tells of them; empty for what is no token. */
    static Optional<JsonObject> claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try (var reader = Json.createReader(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(parts[1])))) {
            return Optional.of(reader.readObject());
        } catch (JsonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
