package io.github.cognitoee;

import java.net.URI;
import java.util.Optional;

/**
 * The session of the person whose browser sent the current request, signed in at managed login or at a form. Injectable
 * wherever the library is active; stateless, each method asks for the request of its own thread.
 *
 * <pre>{@code
 * @Inject
 * CognitoSession session;
 *
 * @POST
 * @Path("sign-out")
 * public Response signOut() {
 *     return Response.seeOther(session.logout()).build();
 * }
 * }</pre>
 */
public interface CognitoSession {

    /** The tokens; empty where nobody signed in with a browser, bearers of tokens included. */
    Optional<SessionTokens> tokens();

    /**
     * Has Cognito issue new tokens now, so that what changed about the user since is in them. The session renews its
     * tokens by itself before they expire.
     *
     * @return whether there are new tokens; false where nobody is signed in, or the session has ended by this
     * @throws CognitoUnavailableException when Cognito cannot be asked now; the session stays as it was
     */
    boolean refresh();

    /**
     * Ends the session as {@link CognitoLogoutDefinition} says. Nobody is signed in any more when this returns, whatever
     * became of what Cognito was asked; but for a request that another site had the browser send, such as a link, which ends
     * nothing.
     *
     * @return where to send the browser, so that the session at managed login ends too and the user is where the
     *     definition says; where nothing ended, the application's first page
     */
    URI logout();
}
