package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.config.BaseUrlConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The application's own address: as configured, or as a request names it by a host that is listed. Who sends a request
 * chooses its {@code Host}, so any other is not believed.
 */
final class BaseUrl {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");
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
                ? config.fixed().map(address -> address.getScheme() + "://" + address.getRawAuthority())
                : origin(request);
    }

    private Optional<String> origin(HttpServletRequest request) {
        boolean proxied = config.proxies().contains(request.getRemoteAddr());
        String scheme = proxied ? forwarded(request, "Proto", request.getScheme()) : request.getScheme();
        String direct = request.getServerName() + ":" + request.getServerPort();
        String authority = proxied ? forwarded(request, "Host", direct) : direct;
        @Nullable String port = proxied ? request.getHeader("X-Forwarded-Port") : null;
        var parts = AUTHORITY.matcher(authority.toLowerCase(Locale.ROOT));
        if (!SCHEMES.contains(scheme)
                || !parts.matches()
                || (port != null && !PORT.matcher(port).matches())) {
            return Optional.empty();
        }
        String host = parts.group(1);
        String named = port != null ? port : parts.group(2);
        String shown = named == null || named.equals(scheme.equals("https") ? "443" : "80") ? host : host + ":" + named;
        return config.hosts().contains(shown) || LOOPBACK.contains(host)
                ? Optional.of(scheme + "://" + shown)
                : Optional.empty();
    }

    private static String forwarded(HttpServletRequest request, String what, String otherwise) {
        String value = request.getHeader("X-Forwarded-" + what);
        return value == null ? otherwise : value.strip();
    }
}
