package io.github.cognitoee.internal.session;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a browser is answered in place of a page of the application: it is sent elsewhere, or told what went wrong.
 *
 * @param location where to; empty for a page
 * @param setCookies values of {@code Set-Cookie} headers
 * @param body HTML; empty with a location
 * @param policy what the page may load and run (Content-Security-Policy)
 * @param furtherHeaders beside those that every page has
 */
public record PageAnswer(
        int status,
        String location,
        List<String> setCookies,
        String body,
        String policy,
        Map<String, String> furtherHeaders) {

    /** Of every page; what a page may do beyond that comes behind it. */
    static final String STRICT =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

    private static final String NO_SCRIPTS = STRICT + "; form-action 'none'";

    public PageAnswer {
        setCookies = List.copyOf(setCookies);
        furtherHeaders = Map.copyOf(furtherHeaders);
    }

    /** To be got from there, whatever the method was (RFC 9110 section 15.4.4). */
    static PageAnswer redirect(String location, List<String> setCookies) {
        return new PageAnswer(HttpServletResponse.SC_SEE_OTHER, location, setCookies, "", NO_SCRIPTS, Map.of());
    }

    static PageAnswer page(int status, List<String> setCookies, String html) {
        return new PageAnswer(status, "", setCookies, html, NO_SCRIPTS, Map.of());
    }

    /** The same page, which may do more. */
    PageAnswer allowing(String wider) {
        return new PageAnswer(status, location, setCookies, body, wider, furtherHeaders);
    }

    /** The same, with further cookies. */
    PageAnswer with(List<String> further) {
        List<String> all = Stream.concat(setCookies.stream(), further.stream()).toList();
        return new PageAnswer(status, location, all, body, policy, furtherHeaders);
    }

    /** The same, with a header that no page has by itself. */
    PageAnswer with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(furtherHeaders);
        all.put(header, value);
        return new PageAnswer(status, location, setCookies, body, policy, all);
    }

    /** The same, to be asked for again after this time; whoever obeys is not to come back too early. */
    PageAnswer retryAfter(Duration time) {
        return with(
                "Retry-After", Long.toString(Math.max(1, time.plusMillis(999).toSeconds())));
    }

    public boolean isRedirect() {
        return !location.isEmpty();
    }

    /** All headers but those of the connection; the body is UTF-8. */
    public Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Set-Cookie", setCookies);
        headers.put("Cache-Control", List.of("no-store"));
        furtherHeaders.forEach((name, value) -> headers.put(name, List.of(value)));
        if (isRedirect()) {
            headers.put("Location", List.of(location));
        } else {
            headers.put("Content-Type", List.of("text/html;charset=UTF-8"));
            headers.put("Content-Security-Policy", List.of(policy));
            headers.put("Referrer-Policy", List.of("same-origin")); // the page's own address may hold a code
            headers.put("X-Frame-Options", List.of("DENY"));
            headers.put("X-Content-Type-Options", List.of("nosniff"));
        }
        return headers;
    }

    /** Writes it all, so that nothing of the application comes behind it. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        setCookies.forEach(cookie -> response.addHeader("Set-Cookie", cookie));
        headers().forEach((name, values) -> {
            if (!name.equals("Set-Cookie")) {
                response.setHeader(name, values.get(0)); // in place of what WildFly has set for protected paths
            }
        });
        if (!isRedirect()) {
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
        response.flushBuffer();
        if (!isRedirect()) {
            response.getOutputStream().close(); // or WildFly would send an error page of its own behind it
        }
    }

    /** Without the location, by which managed login is asked, and without cookies. */
    @Override
    public String toString() {
        return "PageAnswer[" + status + "]";
    }
}
