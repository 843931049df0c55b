package io.github.cognitoee.benchmarks.war.mpjwt;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The same in every WAR, but for who may call it. */
@Path("hello")
public class HelloResource {

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed("users")
    public String hello() {
        return "hello";
    }
}
