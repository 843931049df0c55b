package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.cipher.TextCipher;
import io.github.cognitoee.userpool.SignInRequest;
import io.github.cognitoee.userpool.SignInResult.SignedIn;
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
import java.util.function.Predicate;

/**
 * Keeps each user's device, where the user pool remembers devices, in the browser that is the device: encrypted, and beyond
 * the end of their sessions. Stateless, thread-safe.
 */
final class DeviceCookies {

    /** Browsers keep no cookie for longer than 400 days (RFC 6265bis section 5.5). */
    static final Duration LIFETIME = Duration.ofDays(365);

    /** Of people who share a browser: each request sends along what all of them have, some 500 characters a person. */
    static final int MOST = 3;

    private final TextCipher cipher;
    private final Owner owner;
    private final Clock clock;

    DeviceCookies(TextCipher cipher, Owner owner, Clock clock) {
        this.cipher = cipher;
        this.owner = owner;
        this.clock = clock;
    }

    /** The same, from the device that this browser is to whoever signs in by that name. */
    SignInRequest present(SignInRequest signIn, HttpServletRequest request) {
        return find(kept -> kept.isOf(signIn.username()), request)
                .map(kept -> signIn.device(kept.device()))
                .orElse(signIn);
    }

    /**
     * The {@code Set-Cookie} headers that keep the device by which somebody has just signed in, be it a new one or the one that
     * was kept, and drop the oldest beyond the limit.
     */
    List<String> keep(SignedIn signedIn, HttpServletRequest request) {
        String idToken = signedIn.tokens().idToken();
        return signedIn.device()
                .or(() -> find(kept -> Subject.isOf(kept.subject(), idToken), request)
                        .map(KeptDevice::device))
                .map(device -> keep(KeptDevice.of(device, idToken, clock.instant()), request))
                .orElse(List.of());
    }

    private List<String> keep(KeptDevice kept, HttpServletRequest request) {
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

    private Optional<KeptDevice> find(Predicate<KeptDevice> whose, HttpServletRequest request) {
        return newestFirst(request).stream()
                .flatMap(cookie -> read(cookie, request).stream())
                .filter(whose.and(this::isInTime))
                .findFirst();
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
