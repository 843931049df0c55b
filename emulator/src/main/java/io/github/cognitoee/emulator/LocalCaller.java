package io.github.cognitoee.emulator;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The guard of the development endpoints. A page of a foreign site that reached this port by DNS rebinding still names its
 * own host, its browser says of other requests where they come from, and a proxy that made the port public usually says so
 * in its headers.
 */
final class LocalCaller {

    private static final Pattern LOOPBACK =
            Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private static final Set<String> OF_PROXIES = Set.of("forwarded", "via", "x-real-ip", "cf-connecting-ip");

    private static final Set<String> FOREIGN_SITES = Set.of("cross-site", "same-site");

    private LocalCaller() {}

    /** Why the caller is refused; empty if it is not. */
    static Optional<String> refusal(HttpCall call) {
        if (call.header("host").filter(host -> LOOPBACK.matcher(host).matches()).isEmpty()) {
            return Optional.of("the Host header must be 127.0.0.1, localhost or [::1]");
        }
        if (call.header("sec-fetch-site").filter(FOREIGN_SITES::contains).isPresent()) {
            return Optional.of("the request comes from a page of another site");
        }
        return call.headers().keySet().stream()
                .filter(name -> OF_PROXIES.contains(name) || name.startsWith("x-forwarded-"))
                .findFirst()
                .map(name -> "the request was forwarded, it carries the header " + name);
    }
}
