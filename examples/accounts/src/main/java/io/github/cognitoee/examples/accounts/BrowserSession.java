package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.spi.TokenStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/**
 * Keeps the tokens of whoever signed in with a browser in the container's session, where no script of a page sees them. It is
 * the library's own interface for that, so that the library finds there what this application put in.
 */
@ApplicationScoped
public class BrowserSession implements TokenStore {

    private static final String TOKENS = SessionTokens.class.getName();

    /** Begins no session by asking. */
    @Override
    public Optional<SessionTokens> find(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).flatMap(BrowserSession::tokensOf);
    }

    /** Another session than the browser had: nobody is signed in to one that somebody else knows. */
    @Override
    public void begin(SessionTokens tokens, HttpServletRequest request, HttpServletResponse response) {
        end(request, response);
        request.getSession().setAttribute(TOKENS, tokens);
    }

    @Override
    public void replace(
            SessionTokens old, SessionTokens renewed, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        synchronized (this) { // of several requests that renewed the same, one wins
            boolean goesOn = tokensOf(session)
                    .filter(held -> held.accessToken().equals(old.accessToken()))
                    .isPresent();
            if (goesOn) {
                session.setAttribute(TOKENS, renewed);
            }
        }
    }

    @Override
    public void end(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private static Optional<SessionTokens> tokensOf(HttpSession session) {
        return Optional.ofNullable((SessionTokens) session.getAttribute(TOKENS));
    }
}
