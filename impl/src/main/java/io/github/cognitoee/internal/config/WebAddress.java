package io.github.cognitoee.internal.config;

import java.net.URI;
import java.util.Set;

/** Addresses that nobody on the way can answer for: https, or http that does not leave this machine. */
final class WebAddress {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private WebAddress() {}

    static boolean isWeb(URI uri) {
        return uri.getHost() != null && (isHttp(uri) || "https".equalsIgnoreCase(uri.getScheme()));
    }

    static boolean isSafe(URI uri) {
        return isWeb(uri) && (!isHttp(uri) || LOOPBACK.contains(uri.getHost()));
    }

    private static boolean isHttp(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme());
    }
}
