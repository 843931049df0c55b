package io.github.cognitoee.it.beside;

import com.nimbusds.jwt.SignedJWT;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.text.ParseException;

/** One door for each role. */
@Path("doors")
@RequestScoped
@Stamped
public class DoorsResource {

    @Inject
    private SecurityContext security;

    @GET
    @Path("open")
    public String open() {
        return "open";
    }

    @GET
    @Path("users")
    @RolesAllowed("users")
    public String users() {
        return security.getCallerPrincipal().getName();
    }

    @GET
    @Path("admins")
    @RolesAllowed("admins")
    public String admins() {
        return security.getCallerPrincipal().getName();
    }

    @GET
    @Path("staff")
    @RolesAllowed("staff")
    public String staff() {
        return security.getCallerPrincipal().getName();
    }

    @GET
    @Path("everything")
    @RolesAllowed("everything")
    public String everything() {
        return security.getCallerPrincipal().getName();
    }

    /** Looks into the token a second time, by other means than the library. */
    @GET
    @Path("card")
    @RolesAllowed("users")
    @Produces(OwnJson.TYPE)
    public Card card(@HeaderParam("Authorization") String authorization) throws ParseException {
        String token = authorization.substring("Bearer ".length());
        return new Card(
                security.getCallerPrincipal().getName(),
                SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("client_id"));
    }

    @GET
    @Path("broken")
    public String broken() {
        throw new IllegalStateException("broken");
    }
}
