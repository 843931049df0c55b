package io.github.cognitoee.it.ears;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** In each WAR: for a group that no user pool has, but an identity store of one of the WARs. */
@Path("staff")
@RequestScoped
public class StaffResource {

    @GET
    @RolesAllowed("staff")
    public String staff() {
        return "staff";
    }
}
