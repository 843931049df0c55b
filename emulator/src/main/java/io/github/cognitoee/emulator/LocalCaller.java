package io.github.cognitoee.emulator;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The guard of the development endpoints. A page of a foreign site that reached this port by DNS rebinding still names its
 * own host, and a proxy that made the port public says so in its headers.
 */
final class LocalCaller {

    private static final Pattern LOOPBACK =
            Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private LocalCaller() {}

    /** Why the caller is refused; empty if it is not. */
    static Optional<String> refusal(HttpCall call) {
        if (call.header("host").filter(host -> LOOPBACK.matcher(host).matches()).isEmpty()) {
            return Optional.of("the Host header must be 127.0.0.1, localhost or [::1]");
        }
        return call.headers().keySet().stream()
                .filter(name -> name.equals("forwarded") || name.startsWith("x-forwarded-"))
                .findFirst()
                .map(name -> "the request was forwarded, it carries the header " + name);
    }
}
