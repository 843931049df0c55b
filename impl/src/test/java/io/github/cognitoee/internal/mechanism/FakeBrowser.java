package io.github.cognitoee.internal.mechanism;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A browser at {@code https://photos.example.com/photos}: keeps cookies and, for the container, its session. */
public final class FakeBrowser {

    private final Map<String, String> cookies = new LinkedHashMap<>();

    @Nullable
    private FakeSession session;

    private boolean keepsSessionThatIsOver;
    private boolean isSessionStoreAway;

    /** Asks for a page, by a path below that of the application, with or without a query. */
    public FakeExchange asksFor(String path) {
        URI target = URI.create("https://photos.example.com/photos" + path);
        FakeExchange exchange = new FakeExchange(this).header("Accept", "text/html,*/*;q=0.8");
        exchange.servletPath = target.getPath().substring("/photos".length());
        exchange.requestUri = target.getRawPath();
        exchange.queryString = target.getRawQuery();
        parametersOf(target).forEach((name, value) -> exchange.parameter(name, value));
        return exchange;
    }

    /** The parameters of an address, none of them twice. */
    public static Map<String, String> parametersOf(URI address) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (address.getRawQuery() != null) {
            for (String parameter : address.getRawQuery().split("&")) {
                String[] parts = parameter.split("=", 2);
                if (parameters.put(decoded(parts[0]), decoded(parts[1])) != null) {
                    throw new AssertionError("twice: " + parts[0]);
                }
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Keeps and drops cookies as the headers of an answer say. */
    public FakeBrowser takes(List<String> setCookies) {
        for (String header : setCookies) {
            String[] parts = header.split("; ");
            String[] pair = parts[0].split("=", 2);
            if (List.of(parts).contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return this;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    Cookie @Nullable [] sentCookies() {
        return cookies.isEmpty()
                ? null // as the specification has it
                : cookies.entrySet().stream()
                        .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()))
                        .toArray(Cookie[]::new);
    }

    /** The session that the container has for it, which may be over. */
    @Nullable
    public FakeSession session() {
        return session;
    }

    /** As a request does that got hold of its session before another one ended it. */
    public void keepsSessionThatIsOver() {
        keepsSessionThatIsOver = true;
    }

    /** As where sessions are kept by a cluster, which does not answer any more. */
    public void losesSessionStore() {
        isSessionStoreAway = true;
    }

    @Nullable
    FakeSession session(boolean create) {
        if (isSessionStoreAway) {
            throw new IllegalArgumentException("the session store is away");
        }
        if (session != null && session.isOver() && !keepsSessionThatIsOver) {
            session = null;
        }
        if (session == null && create) {
            session = new FakeSession();
        }
        return session;
    }

    /** The session in which an application keeps something for it, begun if need be. */
    public FakeSession inSession() {
        return session(true);
    }
}
