package io.github.cognitoee.it.roles;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A REST resource guarded as a whole, with one method that says otherwise. */
@Path("class")
@RolesAllowed("admins")
@RequestScoped
public class ClassResource {

    @GET
    @Path("inherited")
    public String inherited() {
        return "for admins";
    }

    @GET
    @Path("everyone")
    @PermitAll
    public String everyone() {
        return "for everyone";
    }
}
