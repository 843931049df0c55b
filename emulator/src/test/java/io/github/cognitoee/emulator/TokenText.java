package io.github.cognitoee.emulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A compact token taken apart, without any check. */
record TokenText(String header, String payload, String signature) {

    static TokenText of(String token) {
        String[] parts = token.split("\\.", -1);
        return new TokenText(decoded(parts[0]), decoded(parts[1]), parts[2]);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
