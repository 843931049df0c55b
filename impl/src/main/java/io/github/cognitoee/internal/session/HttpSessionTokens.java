package io.github.cognitoee.internal.session;

import io.github.cognitoee.SessionTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps tokens in the container's session, which may be a cluster's. Stateless, thread-safe. */
final class HttpSessionTokens {

    private static final String ATTRIBUTE = SessionTokens.class.getName();

    Optional<SessionTokens> find(HttpServletRequest request) {
        return find(request.getSession(false));
    }

    /**
     * Begins a session, under an id that nobody knew before. What an anonymous visitor had put into it stays; what another
     * user had does not.
     */
    void begin(SessionTokens tokens, HttpServletRequest request) {
        if (find(request).isPresent()) {
            end(request);
        }
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        request.getSession(true).setAttribute(ATTRIBUTE, tokens);
    }

    /** Puts new tokens in the place of old ones; does nothing where these have gone since. */
    void replace(SessionTokens old, SessionTokens renewed, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null
                && find(session)
                        .filter(kept -> kept.idToken().equals(old.idToken()))
                        .isPresent()) {
            try {
                session.setAttribute(ATTRIBUTE, renewed);
            } catch (IllegalStateException e) {
                // another request of the same session has ended it
            }
        }
    }

    /** Ends the session with all that is in it. */
    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            try {
                session.invalidate();
            } catch (IllegalStateException e) {
                // another request of the same session was faster
            }
        }
    }

    private static Optional<SessionTokens> find(@Nullable HttpSession session) {
        try {
            return session != null && session.getAttribute(ATTRIBUTE) instanceof SessionTokens tokens
                    ? Optional.of(tokens)
                    : Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.empty(); // another request of the same session has ended it
        }
    }
}
