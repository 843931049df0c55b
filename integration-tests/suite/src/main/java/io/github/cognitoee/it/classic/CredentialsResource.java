package io.github.cognitoee.it.classic;

import io.github.cognitoee.CognitoGuestCredentials;
import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.IdentityPoolRefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Tells access keys. Open to all. */
@Path("/")
@RequestScoped
public class CredentialsResource {

    @Inject
    private CognitoIdentity identity;

    @Inject
    @CognitoGuestCredentials
    private AwsCredentialsProvider guest;

    @GET
    @Path("caller")
    public String caller(@QueryParam("role") String role) {
        CognitoIdentity inRole = role == null ? identity : identity.withRole(role);
        try {
            return inRole.credentials().resolveCredentials().accessKeyId();
        } catch (IdentityPoolRefusedException e) {
            return e.reason() + ": " + e.getMessage();
        }
    }

    /** How long the caller's credentials live yet. */
    @GET
    @Path("left")
    public String left() {
        return Duration.between(Instant.now(), identity.expiresAt()).toString();
    }

    @GET
    @Path("guest")
    public String guest() {
        return guest.resolveCredentials().accessKeyId();
    }
}
