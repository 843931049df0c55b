package io.github.cognitoee.it.passwords;

import io.github.cognitoee.CognitoCaller;
import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.RequiresScope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller, as each API tells it: lines of {@code key=value}. */
@Path("who")
@RequestScoped
public class WhoResource {

    @Inject
    private CognitoCaller caller;

    @Inject
    private CognitoIdentity identity;

    @Inject
    private JsonWebToken token;

    @Inject
    private SecurityContext security;

    @Context
    private HttpServletRequest request;

    @GET
    @RolesAllowed("users")
    public String who() {
        return """
                request=%s
                security=%s
                caller=%s
                email=%s
                groups=%s
                identity=%s
                """
                .formatted(
                        request.getRemoteUser(),
                        security.getCallerPrincipal().getName(),
                        caller.name().orElse("nobody"),
                        token.getClaim("email"),
                        caller.groups(),
                        identity.identityId().startsWith("eu-west-1:"));
    }

    @GET
    @Path("admins")
    @RolesAllowed("admins")
    public String admins() {
        return "for admins";
    }

    @GET
    @Path("own-account")
    @RequiresScope("aws.cognito.signin.user.admin")
    public String ownAccount() {
        return "with the scope of each sign-in";
    }

    @GET
    @Path("orders")
    @RequiresScope("orders/read")
    public String orders() {
        return "with a scope that no sign-in has";
    }
}
