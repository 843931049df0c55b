package io.github.cognitoee.it.credentials;

import io.github.cognitoee.CognitoCredentials;
import io.github.cognitoee.CognitoGuestCredentials;
import io.github.cognitoee.CognitoIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;

/** What the caller is to AWS. Open to all, so that the answers come from the library's injected types alone. */
@Path("/")
@RequestScoped
public class AwsResource {

    @Inject
    private CognitoIdentity identity;

    @Inject
    private StsClient sts;

    @Inject
    @CognitoCredentials
    private AwsCredentialsProvider callersCredentials;

    @Inject
    @CognitoCredentials(role = "arn:aws:iam::123456789012:role/PhotoAlbumUsers")
    private AwsCredentialsProvider callersCredentialsAsUser;

    @Inject
    @CognitoGuestCredentials
    private AwsCredentialsProvider guestsCredentials;

    @GET
    @Path("guest")
    public String guest() {
        return guestsCredentials.resolveCredentials().accessKeyId();
    }

    @GET
    @Path("as-user")
    public String asUser() {
        return callersCredentialsAsUser.resolveCredentials().accessKeyId();
    }

    @GET
    @Path("identity")
    public String identity() {
        return identity.identityId();
    }

    @GET
    @Path("sts")
    public String arn() {
        return sts.getCallerIdentity().arn();
    }

    /** Has everything injected and uses nothing of it. */
    @GET
    @Path("unused")
    public String unused() {
        return callersCredentials == null ? "nothing injected" : "injected and not used";
    }
}
