package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.cipher.TextCipher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Cookies of one kind that keep values in the browser: encrypted, and bound to the application. What cannot be read, or is too old, is
 * not there. Stateless, thread-safe.
 */
final class SealedCookies<T> {

    private final Kind<T> kind;
    private final TextCipher cipher;
    private final Owner owner;
    private final Clock clock;

    SealedCookies(Kind<T> kind, TextCipher cipher, Owner owner, Clock clock) {
        this.kind = kind;
        this.cipher = cipher;
        this.owner = owner;
        this.clock = clock;
    }

    /**
     * What is kept.
     *
     * @param name of the kind: a part of the cookies' names, and what their text is bound to
     * @param parse the way back, see {@link KeptJson#read}
     * @param since when a value was made
     */
    record Kind<T>(
            String name,
            Duration lifetime,
            Function<T, String> toJson,
            Function<String, Optional<T>> parse,
            Function<T, Instant> since) {}

    /** A cookie's name. What all of a kind begin with is followed by the tag, or the beginning of one. */
    String name(String tag, HttpServletRequest request) {
        return Cookies.HOST_PREFIX + "cognito-" + kind.name() + "-" + owner.tag(request) + "-" + tag;
    }

    /** A cookie's text. */
    String seal(T value, HttpServletRequest request) {
        return cipher.encrypt(kind.toJson().apply(value).getBytes(StandardCharsets.UTF_8), purpose(request));
    }

    /** Those that the browser has, with what cannot be read at the end. */
    List<Cookie> newestFirst(HttpServletRequest request) {
        return Cookies.beginningWith(name("", request), request).stream()
                .sorted(Comparator.comparing((Cookie cookie) ->
                                read(cookie, request).map(kind.since()).orElse(Instant.MIN))
                        .reversed())
                .toList();
    }

    Optional<T> read(Cookie cookie, HttpServletRequest request) {
        return cipher.decrypt(cookie.getValue(), purpose(request))
                .flatMap(json -> kind.parse().apply(new String(json, StandardCharsets.UTF_8)))
                .filter(value -> clock.instant().isBefore(kind.since().apply(value).plus(kind.lifetime())));
    }

    private String purpose(HttpServletRequest request) {
        return kind.name() + " of " + owner.of(request);
    }
}
