package io.github.cognitoee.it.described;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Answers whatever comes to it. */
@Path("/")
@RequestScoped
public class EveryPathResource {

    @GET
    @Path("guarded-by-rest")
    @RolesAllowed("users")
    public String guarded() {
        return "guarded by REST";
    }

    @GET
    @Path("{path: .+}")
    public String any(@PathParam("path") String path) {
        return "the application's own " + path;
    }
}
