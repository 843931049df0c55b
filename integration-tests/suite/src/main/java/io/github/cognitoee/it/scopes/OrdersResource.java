package io.github.cognitoee.it.scopes;

import io.github.cognitoee.RequiresScope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A REST resource guarded as a whole, with methods that require more. */
@Path("orders")
@RequiresScope("orders/read")
@RequestScoped
public class OrdersResource {

    @GET
    @Path("read")
    public String read() {
        return "read";
    }

    @GET
    @Path("both")
    @RequiresScope("orders/write")
    public String both() {
        return "read and write";
    }

    @GET
    @Path("admins")
    @RolesAllowed("admins")
    public String admins() {
        return "read by admins";
    }
}
