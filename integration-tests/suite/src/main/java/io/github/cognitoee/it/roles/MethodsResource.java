package io.github.cognitoee.it.roles;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A REST resource guarded method by method. */
@Path("methods")
@RequestScoped
public class MethodsResource {

    @GET
    @Path("admins")
    @RolesAllowed("admins")
    public String admins() {
        return "for admins";
    }

    @GET
    @Path("users")
    @RolesAllowed({"users"})
    public String users() {
        return "for users";
    }

    @GET
    @Path("everyone")
    @PermitAll
    public String everyone() {
        return "for everyone";
    }

    @GET
    @Path("nobody")
    @DenyAll
    public String nobody() {
        return "for nobody";
    }

    /** For anybody who is signed in. */
    @GET
    @Path("anybody")
    @RolesAllowed("**")
    public String anybody() {
        return "for anybody signed in";
    }

    @GET
    @Path("unannotated")
    public String unannotated() {
        return "for whoever comes";
    }
}
