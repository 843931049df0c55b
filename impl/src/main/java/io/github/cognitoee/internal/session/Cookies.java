package io.github.cognitoee.internal.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cookies of ours: over TLS only (or to the same machine), out of reach for scripts and other hosts, and not sent with what
 * other sites have a browser do, except when it comes here by a link.
 */
final class Cookies {

    /** By which browsers hold the cookie to this very host (RFC 6265bis section 4.1.3.2). */
    static final String HOST_PREFIX = "__Host-";

    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax";

    private Cookies() {}

    /** The value of a {@code Set-Cookie} header. */
    static String set(String name, String value, Duration maxAge) {
        return name + "=" + value + "; Max-Age=" + maxAge.toSeconds() + ATTRIBUTES;
    }

    static String remove(String name) {
        return set(name, "", Duration.ZERO);
    }

    /** Those that a request has, whose name begins like this. */
    static List<Cookie> beginningWith(String prefix, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? List.of()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().startsWith(prefix))
                        .toList();
    }
}
