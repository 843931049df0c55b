package io.github.cognitoee.spi;

import io.github.cognitoee.SessionTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Keeps the tokens of those who signed in with a browser, from one request of a browser to the next. The library has two,
 * chosen by {@code cognito.session.token-store}: the container's session, and an encrypted cookie. An application
 * brings its own as a CDI bean of this type, which wins over both; with two such beans it is not deployed.
 *
 * <p>Implementations are thread-safe: requests of one browser come at the same time. What they keep is as secret as a
 * password. Tokens are verified with each request, so a store need not fear to return old ones.
 */
public interface TokenStore {

    /** The tokens of the browser that sent this request; empty where there are none, or none that can be read. */
    Optional<SessionTokens> find(HttpServletRequest request);

    /**
     * Begins a session: its tokens have been verified, and the response is not committed. An identifier that the browser
     * had before must not lead to it, and nothing that another user left must be in it: what they left in the container's
     * session has ended already.
     */
    void begin(SessionTokens tokens, HttpServletRequest request, HttpServletResponse response);

    /**
     * Replaces the tokens of a session that goes on; does nothing where it has ended meanwhile, or has others than the old
     * ones.
     */
    void replace(SessionTokens old, SessionTokens renewed, HttpServletRequest request, HttpServletResponse response);

    /** Ends the session. Not an error where there is none. */
    void end(HttpServletRequest request, HttpServletResponse response);
}
