package io.github.cognitoee.examples.photoalbum;

import io.github.cognitoee.CognitoCredentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * One client per AWS service for the whole application. The credentials provider has no state: each call goes out with
 * the credentials of whoever is calling.
 */
@ApplicationScoped
class AwsClients {

    @Produces
    @ApplicationScoped
    S3Client s3(@CognitoCredentials AwsCredentialsProvider callersCredentials) {
        return S3Client.builder()
                .region(Region.of(Setting.REGION.value()))
                .credentialsProvider(callersCredentials)
                .build();
    }

    @Produces
    @ApplicationScoped
    StsClient sts(@CognitoCredentials AwsCredentialsProvider callersCredentials) {
        return StsClient.builder()
                .region(Region.of(Setting.REGION.value()))
                .credentialsProvider(callersCredentials)
                .build();
    }

    void close(@Disposes S3Client s3) {
        s3.close();
    }

    void close(@Disposes StsClient sts) {
        sts.close();
    }
}
