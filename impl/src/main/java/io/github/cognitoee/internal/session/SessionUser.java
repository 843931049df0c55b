package io.github.cognitoee.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Whose the container's session is. What an application keeps there of a user is for nobody else, also when the tokens are gone
 * that told who it was: they may be kept elsewhere, and end before.
 */
final class SessionUser {

    private static final String ATTRIBUTE = SessionUser.class.getName();

    private SessionUser() {}

    /** {@code sub} of the user whose session it is, or was until this request ended it; empty for anonymous visitors. */
    static Optional<String> of(HttpServletRequest request) {
        return kept(request)
                .or(() -> Optional.ofNullable(request.getAttribute(ATTRIBUTE)))
                .map(String.class::cast);
    }

    private static Optional<Object> kept(HttpServletRequest request) {
        return ContainerSession.find(request, ATTRIBUTE);
    }

    /** Ends the session if it is another user's. */
    static void leaveOthers(String subject, HttpServletRequest request) {
        if (kept(request).filter(known -> !known.equals(subject)).isPresent()) {
            ContainerSession.end(request);
        }
    }

    /** Makes the session, if there is one, this user's. */
    static void keep(String subject, HttpServletRequest request) {
        leaveOthers(subject, request);
        if (kept(request).isEmpty()) {
            ContainerSession.keep(request, ATTRIBUTE, subject);
        }
    }

    /** Ends the session if it is anybody's; for the rest of the request it is known whose it was. */
    static void end(HttpServletRequest request) {
        if (kept(request).isPresent()) {
            remember(request);
            ContainerSession.end(request);
        }
    }

    /** Has the request know whose the session was that it is about to end. */
    static void remember(HttpServletRequest request) {
        of(request).ifPresent(subject -> request.setAttribute(ATTRIBUTE, subject));
    }
}
