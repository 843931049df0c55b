package io.github.cognitoee.it.developers;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.IdentityPoolRefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Tells the caller's identity id and access key, or what was thrown. Open to all. */
@Path("identity")
@RequestScoped
public class IdentityResource {

    @Inject
    private CognitoIdentity identity;

    @GET
    public String identity() {
        return orRefusal(() -> identity.identityId());
    }

    @GET
    @Path("key")
    public String accessKey() {
        return orRefusal(() -> ((AwsSessionCredentials) identity.credentials().resolveCredentials()).accessKeyId());
    }

    @GET
    @Path("captured")
    public String captured() {
        return orRefusal(() -> identity.captured().identityId());
    }

    static String orRefusal(Supplier<String> question) {
        try {
            return question.get();
        } catch (IdentityPoolRefusedException e) {
            return e.reason() + ": " + e.getMessage();
        } catch (CognitoException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }
}
