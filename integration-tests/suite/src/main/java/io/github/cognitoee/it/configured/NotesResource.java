package io.github.cognitoee.it.configured;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** One guarded method. */
@Path("notes")
@RequestScoped
public class NotesResource {

    @GET
    @RolesAllowed("**")
    public String notes() {
        return "notes";
    }
}
