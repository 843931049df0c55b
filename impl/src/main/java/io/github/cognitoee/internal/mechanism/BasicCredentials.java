package io.github.cognitoee.internal.mechanism;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Enumeration;
import java.util.stream.IntStream;

/** What a request presents in {@code Authorization}, after RFC 7617 section 2, in UTF-8. */
sealed interface BasicCredentials {

    /** No password: no header, or another scheme. */
    record None() implements BasicCredentials {}

    /** Not a request that RFC 7617 knows; the reason may be shown to the client. */
    record Malformed(String reason) implements BasicCredentials {}

    /** A name and a password; {@code toString} shows neither. */
    record Password(String username, CharBuffer password) implements BasicCredentials {

        /** The password itself, to be zeroed by whoever uses it. */
        char[] chars() {
            return password.array();
        }

        @Override
        public String toString() {
            return "Password";
        }
    }

    None NONE = new None();
    String SCHEME = "Basic";

    /** More than any name and password of Cognito take. */
    int MOST_CHARACTERS = 4096;

    static BasicCredentials of(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders("Authorization");
        if (headers == null || !headers.hasMoreElements()) {
            return NONE;
        }
        String header = headers.nextElement().strip();
        if (headers.hasMoreElements()) {
            return new Malformed("more than one Authorization header");
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return NONE;
        }
        if (header.length() == SCHEME.length()) {
            return new Malformed("no credentials after Basic");
        }
        if (header.charAt(SCHEME.length()) != ' ') {
            return NONE;
        }
        return header.length() > MOST_CHARACTERS
                ? new Malformed("credentials that are too long")
                : decoded(header.substring(SCHEME.length()).strip());
    }

    private static BasicCredentials decoded(String base64) {
        byte[] bytes = {};
        char[] both = {};
        try {
            bytes = Base64.getDecoder().decode(base64);
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            both = text.array();
            return parsed(both, text.length());
        } catch (IllegalArgumentException e) {
            return new Malformed("credentials that are not Base64");
        } catch (CharacterCodingException e) {
            return new Malformed("credentials that are not UTF-8");
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(both, '\0');
        }
    }

    private static BasicCredentials parsed(char[] both, int length) {
        if (IntStream.range(0, length).anyMatch(i -> Character.isISOControl(both[i]))) {
            return new Malformed("credentials with a control character");
        }
        int colon = IntStream.range(0, length)
                .filter(i -> both[i] == ':')
                .findFirst()
                .orElse(-1);
        if (colon < 0) {
            return new Malformed("credentials without a colon");
        }
        return colon == 0
                ? new Malformed("credentials without a name")
                : new Password(
                        new String(both, 0, colon), CharBuffer.wrap(Arrays.copyOfRange(both, colon + 1, length)));
    }
}
