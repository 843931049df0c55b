package io.github.cognitoee.it.redeployed;

import io.github.cognitoee.CognitoCredentials;
import io.github.cognitoee.CognitoIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Who is calling, to this application and to AWS. */
@Path("/")
@RequestScoped
@RolesAllowed("users")
public class RedeployedResource {

    @EJB
    private WhoBean ejb;

    @Inject
    @CognitoCredentials
    private AwsCredentialsProvider callersCredentials;

    @Inject
    private CognitoIdentity identity;

    @GET
    @Path("who")
    public String who() {
        return ejb.name();
    }

    /** By the AWS SDK's client for identity pools, and its parts for JSON. */
    @GET
    @Path("credentials")
    public String accessKeyId() {
        return callersCredentials.resolveCredentials().accessKeyId();
    }

    /** By its client for STS, and its parts for XML. */
    @GET
    @Path("role")
    public String roleArn() {
        return identity.roleArn();
    }
}
