package io.github.cognitoee.internal.server;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import java.util.EnumSet;

/**
 * Has the container guard the cookie of its sessions: who has it is signed in. Over TLS only, or to the same machine; out of
 * reach for scripts; not sent with what other sites have a browser do, except when it comes here by a link; and never in an
 * address.
 */
final class SessionCookies {

    private SessionCookies() {}

    static void guard(ServletContext context) {
        SessionCookieConfig cookie = context.getSessionCookieConfig();
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setAttribute("SameSite", "Lax");
        context.setSessionTrackingModes(EnumSet.of(SessionTrackingMode.COOKIE));
    }
}
