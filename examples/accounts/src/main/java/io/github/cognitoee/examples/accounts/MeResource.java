package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.CognitoCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.TreeSet;

/** Who is calling with a token, which the library has verified. */
@Path("me")
@RolesAllowed("users")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class MeResource {

    @Inject
    CognitoCaller caller;

    @GET
    public Me me() {
        return new Me(caller.username().orElse(null), new TreeSet<>(caller.groups()));
    }
}
