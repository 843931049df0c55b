package io.github.cognitoee.internal.userpool;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

/** A user pool as AWS serves it, asked by the AWS SDK without credentials of our own. Thread-safe. */
public final class AwsUserPool implements UserPoolApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final SdkCalls calls;

    /** @param endpoint where the API is */
    public AwsUserPool(String region, URI endpoint) {
        this.calls = new SdkCalls(region, endpoint, AnonymousCredentialsProvider.create(), TIMEOUT);
    }

    @Override
    public void globalSignOut(String accessToken) {
        calls.call("GlobalSignOut", client -> client.globalSignOut(request -> request.accessToken(accessToken)));
    }

    @Override
    public void close() {
        calls.close();
    }
}
