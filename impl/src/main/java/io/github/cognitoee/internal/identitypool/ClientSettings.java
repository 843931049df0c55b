package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** What the AWS SDK's clients of this package have in common. */
final class ClientSettings {

    private static final int MOST_ATTEMPTS = 2;

    private ClientSettings() {}

    /**
     * Makes a client.
     *
     * @param credentials that sign its calls; anonymous ones leave them unsigned
     * @param endpoint where the service is: always given, lest settings of the SDK (aws.endpointUrl and others) send
     *     tokens elsewhere
     */
    static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, AwsCredentialsProvider credentials, Region region, URI endpoint) {
        return builder.region(software.amazon.awssdk.regions.Region.of(region.name()))
                .endpointOverride(endpoint)
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(2))
                        .socketTimeout(Duration.ofSeconds(3)))
                .overrideConfiguration(
                        override -> override.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(MOST_ATTEMPTS)
                                .build()))
                .build();
    }

    /** Where the pool's service is. */
    static URI endpoint(IdentityPoolConfig pool) {
        return pool.endpoint()
                .orElseGet(() -> URI.create("https://cognito-identity." + pool.region() + "."
                        + pool.region().dnsSuffix()));
    }
}
