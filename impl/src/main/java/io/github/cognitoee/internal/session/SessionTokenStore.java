package io.github.cognitoee.internal.session;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.spi.TokenStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps tokens in the container's session, which may be a cluster's. Stateless, thread-safe. */
final class SessionTokenStore implements TokenStore {

    private static final String ATTRIBUTE = SessionTokens.class.getName();

    @Override
    public Optional<SessionTokens> find(HttpServletRequest request) {
        return find(request.getSession(false));
    }

    /** Under an id that nobody knew before. */
    @Override
    public void begin(SessionTokens tokens, HttpServletRequest request, HttpServletResponse response) {
        ContainerSession.changeId(request);
        request.getSession(true).setAttribute(ATTRIBUTE, tokens);
    }

    @Override
    public void replace(
            SessionTokens old, SessionTokens renewed, HttpServletRequest request, HttpServletResponse response) {
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

    /** With all that is in it. */
    @Override
    public void end(HttpServletRequest request, HttpServletResponse response) {
        ContainerSession.end(request);
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
