package io.github.cognitoee.it.roles;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A REST resource that is an EJB: guarded by both containers. */
@Path("stateless")
@Stateless
public class StatelessResource {

    @GET
    @Path("admins")
    @RolesAllowed("admins")
    public String admins() {
        return "for admins";
    }

    @GET
    @Path("everyone")
    @PermitAll
    public String everyone() {
        return "for everyone";
    }
}
