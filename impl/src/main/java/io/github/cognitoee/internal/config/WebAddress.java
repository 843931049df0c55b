package io.github.cognitoee.internal.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Addresses that nobody on the way can answer for: https, or http that does not leave this machine. */
public final class WebAddress {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private WebAddress() {}

    /** Empty for a text that is none. */
    static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text)).filter(WebAddress::isWeb);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether what goes there cannot be read on the way. */
    public static boolean isSafe(URI uri) {
        return isWeb(uri) && (!isHttp(uri) || LOOPBACK.contains(uri.getHost()));
    }

    private static boolean isWeb(URI uri) {
        return uri.getHost() != null && (isHttp(uri) || "https".equalsIgnoreCase(uri.getScheme()));
    }

    private static boolean isHttp(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme());
    }
}
