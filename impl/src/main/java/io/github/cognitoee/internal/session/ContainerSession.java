package io.github.cognitoee.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/** The session of the container, in which an application may keep what belongs to its user, wherever the tokens are. */
final class ContainerSession {

    private ContainerSession() {}

    /** Gives the session, if there is one, an id that nobody knew before. */
    static void changeId(HttpServletRequest request) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
    }

    /** Ends the session, if there is one, with all that is in it. */
    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            try {
                session.invalidate();
            } catch (IllegalStateException e) {
                // another request of the same session was faster
            }
        }
    }
}
