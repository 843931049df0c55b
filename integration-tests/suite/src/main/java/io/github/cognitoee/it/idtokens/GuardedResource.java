package io.github.cognitoee.it.idtokens;

import io.github.cognitoee.CognitoCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Names its caller, to users only. */
@Path("guarded")
@RolesAllowed("users")
@RequestScoped
public class GuardedResource {

    @Inject
    private CognitoCaller caller;

    @GET
    public String username() {
        return caller.username().orElseThrow();
    }
}
