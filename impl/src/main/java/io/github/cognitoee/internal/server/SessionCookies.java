package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.config.CognitoSettings;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import java.util.EnumSet;

/**
 * Has the container guard the cookie of its sessions where people sign in with a browser: who has it is signed in. Over TLS
 * only, or to the same machine; out of reach for scripts; not sent with what other sites have a browser do, except when it
 * comes here by a link; and never in an address.
 */
final class SessionCookies {

    private SessionCookies() {}

    /** However they sign in, and wherever their tokens are: applications keep what is theirs in the session. */
    static void guard(CognitoSettings settings, ServletContext context) {
        if (settings.sessions().isPresent()) {
            guard(context);
        }
    }

    private static void guard(ServletContext context) {
        SessionCookieConfig cookie = context.getSessionCookieConfig();
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setAttribute("SameSite", "Lax");
        context.setSessionTrackingModes(EnumSet.of(SessionTrackingMode.COOKIE));
    }
}
