package io.github.cognitoee.emulator.internal.pool;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** The addresses to which browsers may be sent back. */
public final class RedirectUris {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private RedirectUris() {}

    /** Whether a client may register it: absolute and without a fragment; plain http on this machine alone. */
    public static boolean isAllowed(String text) {
        try {
            URI uri = new URI(text);
            if (!uri.isAbsolute() || uri.getRawFragment() != null) {
                return false;
            }
            return switch (uri.getScheme()) {
                case "https" -> uri.getHost() != null;
                case "http" -> uri.getHost() != null && LOOPBACK.contains(uri.getHost());
                case "javascript", "data" -> false;
                default -> true;
            };
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
