package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.cipher.TextCipher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps sign-ins under way in the browser, encrypted, one cookie each: several tabs may be at it, and whoever only asks for
 * protected pages makes no session. Stateless, thread-safe.
 */
final class FlowCookies {

    /** Managed login itself gives up after five to eight minutes at one step; signing up has several. */
    static final Duration LIFETIME = Duration.ofMinutes(20);

    static final int MOST = 5;

    /** Of the values together: servers take 8 KiB of headers, and refuse all that a browser asks for beyond that. */
    static final int MOST_LENGTH = 4_000;

    private static final int NAME_LENGTH = 8;

    private final SealedCookies<Flow> cookies;

    FlowCookies(TextCipher cipher, Owner owner, Clock clock) {
        this.cookies = new SealedCookies<>(
                new SealedCookies.Kind<>("flow", LIFETIME, Flow::toJson, Flow::parse, Flow::startedAt),
                cipher,
                owner,
                clock);
    }

    /**
     * The {@code Set-Cookie} headers that keep one more, and drop the oldest beyond the limits, after what cannot be read.
     */
    List<String> keep(Flow flow, HttpServletRequest request) {
        String value = cookies.seal(flow, request);
        List<String> headers = new ArrayList<>();
        headers.add(Cookies.set(name(flow.state(), request), value, LIFETIME));
        int count = 1;
        int length = value.length();
        for (Cookie cookie : cookies.newestFirst(request)) {
            count++;
            length += cookie.getValue().length();
            if (count > MOST || length > MOST_LENGTH) {
                headers.add(Cookies.remove(cookie.getName()));
            }
        }
        return headers;
    }

    /** The one with which this browser came back. */
    Optional<Flow> find(String state, HttpServletRequest request) {
        return state.length() < NAME_LENGTH
                ? Optional.empty()
                : Cookies.beginningWith(name(state, request), request).stream()
                        .flatMap(cookie -> cookies.read(cookie, request).stream())
                        .filter(flow -> isSame(flow.state(), state))
                        .findFirst();
    }

    /** The one that this browser began last. */
    Optional<Flow> latest(HttpServletRequest request) {
        return cookies.newestFirst(request).stream().findFirst().flatMap(cookie -> cookies.read(cookie, request));
    }

    /** The {@code Set-Cookie} header that drops it. */
    String drop(Flow flow, HttpServletRequest request) {
        return Cookies.remove(name(flow.state(), request));
    }

    private String name(String state, HttpServletRequest request) {
        return cookies.name(state.substring(0, NAME_LENGTH), request);
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
