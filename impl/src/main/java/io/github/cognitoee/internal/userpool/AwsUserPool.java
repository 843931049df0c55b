package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.CognitoUnavailableException;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** A user pool as AWS serves it, asked by the AWS SDK without credentials of our own. Thread-safe. */
public final class AwsUserPool implements UserPoolApi {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final int MOST_ATTEMPTS = 2;

    private final CognitoIdentityProviderClient client;

    /** @param endpoint where the API is: always given, lest settings of the SDK send tokens elsewhere */
    public AwsUserPool(String region, URI endpoint) {
        this.client = CognitoIdentityProviderClient.builder()
                .region(Region.of(region))
                .endpointOverride(endpoint)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(2))
                        .socketTimeout(Duration.ofSeconds(3)))
                .overrideConfiguration(
                        override -> override.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(MOST_ATTEMPTS)
                                .build()))
                .build();
    }

    @Override
    public void globalSignOut(String accessToken) {
        try {
            client.globalSignOut(request -> request.accessToken(accessToken));
        } catch (SdkException e) {
            // what AWS answered may quote the request
            throw new CognitoUnavailableException(
                    "GlobalSignOut failed: " + e.getClass().getSimpleName(), RETRY_AFTER);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
