package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.cipher.TextCipher;
import io.github.cognitoee.userpool.RememberedDevice;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Keeps each user's device, where the user pool remembers devices, in the browser that is the device: encrypted, and beyond
 * the end of their sessions. Stateless, thread-safe.
 */
final class DeviceCookies {

    /** Browsers keep no cookie for longer than 400 days (RFC 6265bis section 5.5). */
    static final Duration LIFETIME = Duration.ofDays(365);

    /** Of people who share a browser: each sends along what all of them have. */
    static final int MOST = 3;

    private final TextCipher cipher;
    private final Owner owner;
    private final Clock clock;

    DeviceCookies(TextCipher cipher, Owner owner, Clock clock) {
        this.cipher = cipher;
        this.owner = owner;
        this.clock = clock;
    }

    /** Whoever signs in by that name has this one in this browser. */
    Optional<RememberedDevice> find(String name, HttpServletRequest request) {
        return newestFirst(request).stream()
                .flatMap(cookie -> read(cookie, request).stream())
                .filter(kept -> kept.isOf(name) && isInTime(kept))
                .map(KeptDevice::device)
                .findFirst();
    }

    /**
     * The {@code Set-Cookie} headers that keep one in place of the user's last, and drop the oldest beyond the limit.
     *
     * @param idToken of the user, as the user pool gave it
     */
    List<String> keep(RememberedDevice device, String idToken, HttpServletRequest request) {
        KeptDevice kept = KeptDevice.of(device, idToken, clock.instant());
        String name = prefix(request) + kept.tag();
        String value = cipher.encrypt(kept.toJson().getBytes(StandardCharsets.UTF_8), purpose(request));
        List<String> headers = new ArrayList<>();
        headers.add(Cookies.set(name, value, LIFETIME));
        newestFirst(request).stream()
                .map(Cookie::getName)
                .filter(other -> !other.equals(name))
                .skip(MOST - 1L)
                .forEach(oldest -> headers.add(Cookies.remove(oldest)));
        return headers;
    }

    /** The {@code Set-Cookie} headers that drop all there are. */
    List<String> drop(HttpServletRequest request) {
        return Cookies.beginningWith(prefix(request), request).stream()
                .map(cookie -> Cookies.remove(cookie.getName()))
                .toList();
    }

    private List<Cookie> newestFirst(HttpServletRequest request) {
        return Cookies.beginningWith(prefix(request), request).stream()
                .sorted(Comparator.comparing((Cookie cookie) ->
                                read(cookie, request).map(KeptDevice::since).orElse(Instant.MIN))
                        .reversed())
                .toList();
    }

    private boolean isInTime(KeptDevice kept) {
        return clock.instant().isBefore(kept.since().plus(LIFETIME));
    }

    private Optional<KeptDevice> read(Cookie cookie, HttpServletRequest request) {
        return cipher.decrypt(cookie.getValue(), purpose(request))
                .map(json -> new String(json, StandardCharsets.UTF_8))
                .flatMap(KeptDevice::parse);
    }

    private String prefix(HttpServletRequest request) {
        return Cookies.HOST_PREFIX + "cognito-device-" + owner.tag(request) + "-";
    }

    private String purpose(HttpServletRequest request) {
        return "device of " + owner.of(request);
    }
}
