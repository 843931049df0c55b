package io.github.cognitoee.it.observed;

import io.github.cognitoee.CognitoIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What makes events happen. */
@Path("caller")
@RolesAllowed("users")
@RequestScoped
public class CallerResource {

    @Inject
    private CognitoIdentity identity;

    @GET
    public String welcome() {
        return "welcome";
    }

    /** Has the caller's credentials exchanged. */
    @GET
    @Path("credentials")
    public String credentials() {
        return identity.identityId() + " until " + identity.expiresAt();
    }
}
