package io.github.cognitoee.it.pages;

import io.github.cognitoee.RequiresAssurance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** For members of {@code users} who signed in with an authenticator app. */
@Path("transfer")
@RolesAllowed("users")
@RequiresAssurance("urn:cognito:loa:4")
public class TransferResource {

    @GET
    public String get(@Context SecurityContext security) {
        return "transfer=" + security.getUserPrincipal().getName();
    }
}
