package io.github.cognitoee.it.pages;

import io.github.cognitoee.CognitoCaller;
import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.CognitoSession;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What a session tells. */
@Path("session")
@RequestScoped
public class SessionResource {

    @Inject
    private CognitoCaller caller;

    @Inject
    private CognitoSession session;

    @Inject
    private CognitoIdentity identity;

    @Inject
    private JsonWebToken token;

    @GET
    @RolesAllowed("users")
    public String get() {
        return """
                caller=%s
                email=%s
                use=%s
                scopes=%s
                session=%s
                expires=%s
                """
                .formatted(
                        caller.name().orElse(null),
                        token.getClaim("email"),
                        caller.tokenUse().orElse(null),
                        caller.scopes(),
                        session.tokens().isPresent(),
                        caller.expiresAt().orElse(null));
    }

    @GET
    @Path("admins")
    @RolesAllowed("admins")
    public String admins() {
        return "for admins";
    }

    @GET
    @Path("identity")
    @RolesAllowed("users")
    public String identity() {
        return identity.identityId();
    }

    @POST
    @Path("refresh")
    @RolesAllowed("users")
    public String refresh() {
        String before = session.tokens().orElseThrow().idToken();
        boolean renewed = session.refresh();
        return "renewed="
                + (renewed && !before.equals(session.tokens().orElseThrow().idToken()));
    }

    @POST
    @Path("sign-out")
    public Response signOut() {
        return Response.seeOther(session.logout()).build();
    }
}
