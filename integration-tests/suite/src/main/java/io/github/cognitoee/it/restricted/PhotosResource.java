package io.github.cognitoee.it.restricted;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** One guarded and one open method. */
@Path("photos")
@RequestScoped
public class PhotosResource {

    @GET
    @RolesAllowed("users")
    public String photos() {
        return "photos";
    }

    @GET
    @Path("open")
    public String open() {
        return "for whoever comes";
    }
}
