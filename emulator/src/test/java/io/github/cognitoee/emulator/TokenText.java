package io.github.cognitoee.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A compact token taken apart, without any check. */
record TokenText(String header, String payload, String signature) {

    static TokenText of(String token) {
        String[] parts = token.split("\\.", -1);
        return new TokenText(decoded(parts[0]), decoded(parts[1]), parts[2]);
    }

    /** The claims of a token, numbers as Java has them. */
    static Map<String, Object> claimsOf(String token) {
        try {
            return new ObjectMapper().readValue(of(token).payload(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new AssertionError("a payload that is no JSON object", e);
        }
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
