package io.github.cognitoee.it.pools;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The caller and their credentials, in lines of {@code key=value}. */
@Path("caller")
@RequestScoped
public class CallerResource {

    @Inject
    private CallerLines lines;

    @GET
    @RolesAllowed("users")
    public String caller() {
        return lines.told();
    }
}
