package io.github.cognitoee.it.sharedcache;

import io.github.cognitoee.CognitoCredentials;
import io.github.cognitoee.IdentityPoolRefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Tells access keys, and ends what this node shares with the other. Open to all. */
@Path("/")
@RequestScoped
public class NodeResource {

    @Inject
    @CognitoCredentials
    private AwsCredentialsProvider credentials;

    /** Or 403 and why the identity pool gives none. */
    @GET
    @Path("key")
    public Response key() {
        try {
            return Response.ok(credentials.resolveCredentials().accessKeyId()).build();
        } catch (IdentityPoolRefusedException e) {
            return Response.status(Status.FORBIDDEN).entity(e.reason().name()).build();
        }
    }

    @POST
    @Path("sign-out")
    public String signOut(@Context HttpServletRequest request) throws ServletException {
        request.logout();
        return "signed out";
    }
}
