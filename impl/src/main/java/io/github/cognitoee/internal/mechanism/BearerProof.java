package io.github.cognitoee.internal.mechanism;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;

/** What a request presents in {@code Authorization}, after RFC 6750 section 2.1. */
sealed interface BearerProof {

    /** No bearer token: no header, or another scheme. */
    record None() implements BearerProof {}

    /** Not a request that RFC 6750 knows; the reason may be shown to the client. */
    record Malformed(String reason) implements BearerProof {}

    /** A token, unverified; {@code toString} does not show it. */
    record Token(String text) implements BearerProof {
        @Override
        public String toString() {
            return "Token";
        }
    }

    None NONE = new None();
    String SCHEME = "Bearer";

    static BearerProof of(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders("Authorization");
        if (headers == null || !headers.hasMoreElements()) {
            return NONE;
        }
        String header = trimmed(headers.nextElement());
        if (headers.hasMoreElements()) {
            return new Malformed("more than one Authorization header");
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return NONE;
        }
        if (header.length() == SCHEME.length()) {
            return new Malformed("no token after Bearer");
        }
        return isBlank(header.charAt(SCHEME.length())) ? new Token(trimmed(header.substring(SCHEME.length()))) : NONE;
    }

    /** Without the blanks and tabs that RFC 9110 section 5.6.3 allows around a value, and no other character. */
    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
