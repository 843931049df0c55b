package io.github.cognitoee.it.roles;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** What resources inherit: path, request method and roles of a method with a type parameter. */
public interface Crud<T> {

    @GET
    @Path("find")
    @RolesAllowed("admins")
    String find(@QueryParam("id") T id);
}
