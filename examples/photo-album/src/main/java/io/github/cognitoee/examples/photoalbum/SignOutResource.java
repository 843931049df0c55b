package io.github.cognitoee.examples.photoalbum;

import io.github.cognitoee.CognitoSession;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Ends the session of a browser. A second time does no harm, so that nobody is asked to sign in for it. */
@Path("sign-out")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SignOutResource {

    @Inject
    CognitoSession session;

    /** Tells where the browser goes next, as a script cannot follow a redirect to the pages of Cognito. */
    @POST
    public SignedOut signOut() {
        return new SignedOut(session.logout());
    }
}
