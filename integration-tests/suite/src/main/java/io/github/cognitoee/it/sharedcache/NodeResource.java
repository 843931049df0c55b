package io.github.cognitoee.it.sharedcache;

import io.github.cognitoee.CognitoCredentials;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Tells access keys, and ends what this node shares with the other. Open to all. */
@Path("/")
@RequestScoped
public class NodeResource {

    @Inject
    @CognitoCredentials
    private AwsCredentialsProvider credentials;

    @GET
    @Path("key")
    public String key() {
        return credentials.resolveCredentials().accessKeyId();
    }

    @POST
    @Path("sign-out")
    public String signOut(@Context HttpServletRequest request) throws ServletException {
        request.logout();
        return "signed out";
    }
}
