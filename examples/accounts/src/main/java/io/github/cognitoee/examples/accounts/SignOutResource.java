package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.userpool.CognitoUserPool;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Ends the session of a browser. A second time does no harm, so that nobody is asked to sign in for it. */
@Path("sign-out")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SignOutResource {

    private static final System.Logger LOG = System.getLogger(SignOutResource.class.getName());

    @Inject
    CognitoUserPool userPool;

    @Inject
    BrowserSession session;

    @Inject
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    /**
     * @throws CognitoUnavailableException when it was to be everywhere and Cognito cannot be asked: the person is told, and
     *     is still signed in to try again
     */
    @POST
    public SignedOut signOut(SignOutForm form) {
        Optional<SessionTokens> tokens = session.find(request);
        if (Body.required(form).everywhere()) {
            tokens.ifPresent(userPool::signOutEverywhere);
        }
        session.end(request, response);
        return new SignedOut(form.everywhere() || tokens.map(this::revoked).orElse(true));
    }

    private boolean revoked(SessionTokens tokens) {
        try {
            userPool.signOut(tokens);
            return true;
        } catch (CognitoException e) {
            LOG.log(Level.INFO, "A refresh token was not revoked: {0}", e.getMessage());
            return false;
        }
    }
}
