package io.github.cognitoee.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells requests that another site had a browser send, by what browsers say of them: {@code Sec-Fetch-Site} (Fetch Metadata)
 * and {@code Origin}.
 */
final class CrossSite {

    /** RFC 9110 section 9.2.1. */
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private CrossSite() {}

    static boolean isUnsafe(String method) {
        return !SAFE.contains(method);
    }

    /** Whether the request is more than reading: a WebSocket is opened by GET, and may do anything from then on. */
    static boolean mayChangeSomething(HttpServletRequest request) {
        String upgrade = request.getHeader("Upgrade");
        return isUnsafe(request.getMethod())
                || (upgrade != null && upgrade.toLowerCase(Locale.ROOT).contains("websocket"));
    }

    /** @param ownOrigin empty where it is not known: every {@code Origin} is another's then */
    static boolean isSentByAnother(HttpServletRequest request, Optional<String> ownOrigin) {
        String site = request.getHeader("Sec-Fetch-Site");
        if ("cross-site".equalsIgnoreCase(site)) {
            return true;
        }
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return false;
        }
        // a page that sends no referrer sends no origin either; a sandbox's own is cross-site, and another's page too
        boolean isHidden = origin.equals("null") && "same-origin".equalsIgnoreCase(site);
        return ownOrigin.filter(own -> isHidden || own.equalsIgnoreCase(origin)).isEmpty();
    }
}
