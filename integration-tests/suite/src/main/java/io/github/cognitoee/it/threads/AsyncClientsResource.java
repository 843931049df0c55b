package io.github.cognitoee.it.threads;

import io.github.cognitoee.CognitoCredentials;
import io.github.cognitoee.CognitoIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.sts.StsAsyncClient;

/** Asynchronous clients of the AWS SDK, called in the request. */
@Path("async")
@ApplicationScoped
public class AsyncClientsResource {

    private static final int MEBIBYTE = 1024 * 1024;

    @Inject
    private CognitoIdentity identity;

    @Inject
    @CognitoCredentials
    private AwsCredentialsProvider callersCredentials;

    @Inject
    private StsAsyncClient sts;

    @Context
    private HttpServletRequest request;

    @GET
    @Path("sts")
    public String arn() {
        return sts.getCallerIdentity().join().arn();
    }

    /** One call, one part. */
    @GET
    @Path("put/{credentials}")
    public String put(@PathParam("credentials") String credentials) {
        return upload(credentials, 1);
    }

    /** The client cuts it into parts, and sends most of them from threads of its own. */
    @GET
    @Path("multipart/{credentials}")
    public String multipart(@PathParam("credentials") String credentials) {
        return upload(credentials, 4 * MEBIBYTE);
    }

    private String upload(String credentials, int size) {
        String own = callersCredentials.resolveCredentials().accessKeyId();
        String key = own + "-" + size + "-" + System.nanoTime();
        AwsCredentialsProvider captured = identity.captured().credentials();
        Consumer<AwsRequestOverrideConfiguration.Builder> ofTheRequest =
                credentials.equals("overridden") ? with -> with.credentialsProvider(captured) : with -> {};
        try (S3AsyncClient s3 = client(credentials.equals("captured") ? captured : callersCredentials)) {
            CompletableFuture<PutObjectResponse> underWay = s3.putObject(
                    put -> put.bucket("photos").key(key).overrideConfiguration(ofTheRequest),
                    AsyncRequestBody.fromBytes(new byte[size]));
            // not before, lest the calling thread find the first answer there and go on itself
            S3Servlet.open(key);
            underWay.join();
        } catch (CompletionException e) {
            return Testimony.refusal(root(e));
        }
        return S3Servlet.requests(key) + " requests by "
                + (S3Servlet.accessKeys(key).equals(Set.of(own)) ? "the caller" : "somebody else");
    }

    private static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }

    private S3AsyncClient client(AwsCredentialsProvider credentials) {
        return S3AsyncClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + request.getLocalPort() + request.getContextPath() + "/s3"))
                .forcePathStyle(true)
                .credentialsProvider(credentials)
                .multipartEnabled(true)
                .multipartConfiguration(
                        parts -> parts.thresholdInBytes((long) MEBIBYTE).minimumPartSizeInBytes((long) MEBIBYTE))
                .build();
    }
}
