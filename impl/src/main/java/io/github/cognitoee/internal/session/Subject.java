package io.github.cognitoee.internal.session;

import jakarta.json.Json;
import jakarta.json.JsonException;
import java.io.ByteArrayInputStream;
import java.util.Base64;

/** Whose a token is that was verified when it came, and may have expired since. */
final class Subject {

    private Subject() {}

    /** Not for tokens that nobody has verified: the signature is not looked at. */
    static boolean isOf(String subject, String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return false;
        }
        try (var reader = Json.createReader(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(parts[1])))) {
            return subject.equals(reader.readObject().getString("sub", null));
        } catch (JsonException | IllegalArgumentException e) {
            return false;
        }
    }
}
