package io.github.cognitoee.it.threads;

import io.github.cognitoee.CognitoCredentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsAsyncClient;

/** One asynchronous client for all callers. */
@ApplicationScoped
public class AwsClients {

    @Produces
    @ApplicationScoped
    StsAsyncClient sts(@CognitoCredentials AwsCredentialsProvider callersCredentials) {
        return StsAsyncClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(URI.create(System.getProperty("cognito.endpoint")))
                .credentialsProvider(callersCredentials)
                .build();
    }

    void close(@Disposes StsAsyncClient sts) {
        sts.close();
    }
}
