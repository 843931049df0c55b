package io.github.cognitoee.it.guests;

import io.github.cognitoee.CognitoCredentials;
import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoGuestCredentials;
import io.github.cognitoee.CognitoIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Tells the access keys of the guest and of the caller, in lines of {@code key=value}. Open to all. */
@Path("/")
@RequestScoped
public class GuestResource {

    @Inject
    @CognitoGuestCredentials
    private AwsCredentialsProvider guest;

    @Inject
    @CognitoCredentials
    private AwsCredentialsProvider caller;

    @Inject
    private CognitoIdentity identity;

    @GET
    @Path("guest")
    public String guest() {
        return accessKey(guest);
    }

    @GET
    @Path("caller")
    public String caller() {
        return accessKey(caller);
    }

    @GET
    @Path("identity")
    public String identity() {
        return identity.identityId();
    }

    /** On a thread that serves no request. */
    @GET
    @Path("elsewhere")
    public String elsewhere() {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return CompletableFuture.supplyAsync(() -> accessKey(guest), thread).join();
        } finally {
            thread.shutdown();
        }
    }

    private static String accessKey(AwsCredentialsProvider provider) {
        try {
            return provider.resolveCredentials().accessKeyId();
        } catch (CognitoException e) {
            return e.getClass().getSimpleName();
        }
    }
}
