package io.github.cognitoee.it.unguarded;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What must not be told to anybody. */
@Path("secret")
@RequestScoped
public class SecretResource {

    @GET
    @RolesAllowed("admins")
    public String secret() {
        return "the secret";
    }
}
