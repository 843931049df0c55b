package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.config.BaseUrlConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The application's own address: as configured, or as a request names it by a host that is listed. Who sends a request
 * chooses its {@code Host}, so any other is not believed.
 */
final class BaseUrl {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern PORT = Pattern.compile("\\d{0,5}");
    private static final Pattern AUTHORITY = Pattern.compile("([a-z0-9.-]+|\\[[0-9a-f:.]+])(?::(\\d{1,5}))?");

    private final BaseUrlConfig config;

    BaseUrl(BaseUrlConfig config) {
        this.config = config;
    }

    /** With the context path, without a slash at its end; empty where the request names a host that is not listed. */
    Optional<String> of(HttpServletRequest request) {
        return config.fixed().isPresent()
                ? config.fixed().map(URI::toString)
                : origin(request).map(origin -> origin + request.getContextPath());
    }

    /** Scheme, host and port alone, as browsers name them in {@code Origin}. */
    Optional<String> originOf(HttpServletRequest request) {
        return config.fixed().isPresent()
                ? config.fixed().map(address -> origin(address.getScheme(), address.getHost(), address.getPort()))
                : origin(request);
    }

    private Optional<String> origin(HttpServletRequest request) {
        if (!config.proxies().contains(request.getRemoteAddr())) {
            return believed(request.getScheme(), direct(request), "");
        }
        return Stream.of("X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port")
                        .anyMatch(header -> isThereTwice(header, request))
                ? Optional.empty()
                : believed(
                        forwarded("X-Forwarded-Proto", request, request.getScheme()),
                        forwarded("X-Forwarded-Host", request, direct(request)),
                        forwarded("X-Forwarded-Port", request, ""));
    }

    /** The port only where the client named it: that of its own scheme may not be the one behind a proxy. */
    static String direct(HttpServletRequest request) {
        String name = request.getServerName();
        String host = name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name; // as WildFly has IPv6
        int port = request.getServerPort();
        return port == standardPort(request.getScheme()) ? host : host + ":" + port;
    }

    /** Two are as wrong as none: who sends the request may have sent one of them. */
    private static boolean isThereTwice(String header, HttpServletRequest request) {
        Enumeration<String> values = request.getHeaders(header);
        return values != null && Collections.list(values).size() > 1;
    }

    private static String forwarded(String header, HttpServletRequest request, String otherwise) {
        String value = request.getHeader(header);
        return value == null ? otherwise : value.strip();
    }

    /** @param port wins over that of the authority; empty where nothing is said of it */
    private Optional<String> believed(String scheme, String authority, String port) {
        String lowerScheme = scheme.toLowerCase(Locale.ROOT);
        var parts = AUTHORITY.matcher(authority.toLowerCase(Locale.ROOT));
        if (!SCHEMES.contains(lowerScheme)
                || !parts.matches()
                || !PORT.matcher(port).matches()) {
            return Optional.empty();
        }
        String host = parts.group(1);
        @Nullable String named = port.isEmpty() ? parts.group(2) : port;
        String origin = origin(lowerScheme, host, named == null ? -1 : Integer.parseInt(named));
        return LOOPBACK.contains(host) || config.hosts().contains(origin.substring(lowerScheme.length() + 3))
                ? Optional.of(origin)
                : Optional.empty();
    }

    private static String origin(String scheme, String host, int port) {
        return scheme + "://" + host + (port < 0 || port == standardPort(scheme) ? "" : ":" + port);
    }

    private static int standardPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
