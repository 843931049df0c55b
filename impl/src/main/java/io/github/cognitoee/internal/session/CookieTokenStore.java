package io.github.cognitoee.internal.session;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.cipher.TextCipher;
import io.github.cognitoee.internal.config.TokenKeeping;
import io.github.cognitoee.spi.TokenStore;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps tokens in the browser, encrypted, so that no server has to. Spread over a few cookies, since browsers take about four
 * kilobytes each. What it cannot do: end a session whose cookie somebody has copied, before its tokens expire; and hold more
 * than {@link #MAX_LENGTH} characters. Thread-safe.
 */
final class CookieTokenStore implements TokenStore {

    static final int MAX_LENGTH = 6_000;

    /** With its name and attributes a cookie stays below what browsers take (RFC 6265 section 6.1). */
    static final int PART_LENGTH = 3_400;

    private static final int MOST_PARTS = 2;
    private static final String NAME = Cookies.HOST_PREFIX + "cognito-";

    private final TextCipher cipher;
    private final Owner owner;
    private final Duration maxAge;
    private final OpenedCookies opened;
    private final Clock clock;

    CookieTokenStore(TextCipher cipher, Owner owner, TokenKeeping keeping, Clock clock) {
        this.cipher = cipher;
        this.owner = owner;
        this.maxAge = keeping.cookieMaxAge();
        this.opened = new OpenedCookies(keeping.openedCookieBytes());
        this.clock = clock;
    }

    @Override
    public Optional<SessionTokens> find(HttpServletRequest request) {
        return parts(request).flatMap(text -> open(text, purpose(request))).filter(tokens -> !remaining(tokens)
                .isNegative());
    }

    private Optional<SessionTokens> open(String text, String purpose) {
        return opened.find(text, purpose, () -> cipher.decrypt(text, purpose).flatMap(PackedTokens::unpack));
    }

    /** The container's session goes on under another id. */
    @Override
    public void begin(SessionTokens tokens, HttpServletRequest request, HttpServletResponse response) {
        ContainerSession.changeId(request);
        write(tokens, request, response);
    }

    @Override
    public void replace(
            SessionTokens old, SessionTokens renewed, HttpServletRequest request, HttpServletResponse response) {
        if (!response.isCommitted()) {
            write(renewed, request, response);
        }
    }

    /**
     * And that of the container, if the application has one. Whatever cookies the request brought: the same response may have
     * begun the session, and browsers go by the last of several headers.
     */
    @Override
    public void end(HttpServletRequest request, HttpServletResponse response) {
        ContainerSession.end(request);
        if (!response.isCommitted()) {
            for (int part = 0; part < MOST_PARTS; part++) {
                response.addHeader("Set-Cookie", Cookies.remove(prefix(request) + part));
            }
        }
    }

    /** @throws TokensTooLongException when browsers would not keep them */
    private void write(SessionTokens tokens, HttpServletRequest request, HttpServletResponse response) {
        String text = cipher.encrypt(PackedTokens.pack(tokens), purpose(request));
        if (text.length() > MAX_LENGTH) {
            throw new TokensTooLongException(text.length());
        }
        Duration age = remaining(tokens);
        for (int part = 0; part < MOST_PARTS; part++) {
            int start = Math.min(text.length(), part * PART_LENGTH);
            String value = text.substring(start, Math.min(text.length(), start + PART_LENGTH));
            String name = prefix(request) + part;
            response.addHeader("Set-Cookie", value.isEmpty() ? Cookies.remove(name) : Cookies.set(name, value, age));
        }
    }

    private Duration remaining(SessionTokens tokens) {
        return Duration.between(clock.instant(), tokens.signedInAt().plus(maxAge));
    }

    private Optional<String> parts(HttpServletRequest request) {
        String prefix = prefix(request);
        List<Cookie> cookies = Cookies.beginningWith(prefix, request);
        if (cookies.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        cookies.forEach(cookie -> values.put(cookie.getName(), cookie.getValue()));
        String text = "";
        for (int part = 0; part < MOST_PARTS; part++) {
            text = text.concat(values.getOrDefault(prefix + part, ""));
        }
        return Optional.of(text);
    }

    private String prefix(HttpServletRequest request) {
        return NAME + owner.tag(request) + "-";
    }

    private String purpose(HttpServletRequest request) {
        return "tokens of " + owner.of(request);
    }
}
