package io.github.cognitoee.it.credentials;

import io.github.cognitoee.CognitoCredentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** One client for all callers. */
@ApplicationScoped
public class AwsClients {

    @Produces
    @ApplicationScoped
    StsClient sts(@CognitoCredentials AwsCredentialsProvider callersCredentials) {
        return StsClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(URI.create(System.getProperty("cognito.endpoint")))
                .credentialsProvider(callersCredentials)
                .build();
    }

    void close(@Disposes StsClient sts) {
        sts.close();
    }
}
