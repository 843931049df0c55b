package io.github.cognitoee.it.redeployed;

import io.github.cognitoee.CognitoGuestCredentials;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** For everybody, who is a guest to AWS. */
@Path("guest")
@RequestScoped
public class GuestResource {

    @Inject
    @CognitoGuestCredentials
    private AwsCredentialsProvider guestsCredentials;

    @GET
    public String accessKeyId() {
        return guestsCredentials.resolveCredentials().accessKeyId();
    }
}
