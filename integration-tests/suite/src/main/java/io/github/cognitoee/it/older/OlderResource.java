package io.github.cognitoee.it.older;

import io.github.cognitoee.CognitoCaller;
import io.github.cognitoee.CognitoCredentials;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.jwt.Claim;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** The caller, their credentials, and the jars by which they came. */
@Path("older")
@RequestScoped
public class OlderResource {

    @Inject
    private CognitoCaller caller;

    @Inject
    @Claim("client_id")
    private String clientId;

    @Inject
    @CognitoCredentials
    private AwsCredentialsProvider credentials;

    @GET
    @Path("caller")
    @RolesAllowed("users")
    public String caller() {
        return caller.name().orElse("nobody") + " by " + clientId;
    }

    @GET
    @Path("access-key")
    @RolesAllowed("users")
    public String accessKey() {
        return credentials.resolveCredentials().accessKeyId();
    }

    /** The name of the jar that the application has this class from. */
    @GET
    @Path("jar-of/{type}")
    public String jarOf(@PathParam("type") String type) throws ClassNotFoundException {
        String location = Class.forName(type)
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .replaceFirst("[!/]+$", "");
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
