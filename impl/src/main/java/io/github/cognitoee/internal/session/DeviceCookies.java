package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.cipher.TextCipher;
import io.github.cognitoee.userpool.SignInRequest;
import io.github.cognitoee.userpool.SignInResult.SignedIn;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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

    private final SealedCookies<KeptDevice> cookies;
    private final Clock clock;

    DeviceCookies(TextCipher cipher, Owner owner, Clock clock) {
        this.cookies = new SealedCookies<>(
                new SealedCookies.Kind<>(
                        "device", LIFETIME, KeptDevice::toJson, KeptDevice::parse, KeptDevice::since),
                cipher,
                owner,
                clock);
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
        String name = cookies.name(kept.tag(), request);
        List<String> headers = new ArrayList<>();
        headers.add(Cookies.set(name, cookies.seal(kept, request), LIFETIME));
        cookies.newestFirst(request).stream()
                .map(Cookie::getName)
                .filter(other -> !other.equals(name))
                .skip(MOST - 1L)
                .forEach(oldest -> headers.add(Cookies.remove(oldest)));
        return headers;
    }

    private Optional<KeptDevice> find(Predicate<KeptDevice> whose, HttpServletRequest request) {
        return cookies.newestFirst(request).stream()
                .flatMap(cookie -> cookies.read(cookie, request).stream())
                .filter(whose)
                .findFirst();
    }
}
