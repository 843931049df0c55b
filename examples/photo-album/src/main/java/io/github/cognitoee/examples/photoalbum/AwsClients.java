package io.github.cognitoee.examples.photoalbum;

import io.github.cognitoee.CognitoCredentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * One client per AWS service for the whole application. The credentials provider has no state: each call goes out with
 * the credentials of whoever is calling.
 */
@ApplicationScoped
class AwsClients {

    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

    @Inject
    @CognitoCredentials
    AwsCredentialsProvider callersCredentials;

    @Produces
    @ApplicationScoped
    S3Client s3() {
        return client(S3Client.builder());
    }

    @Produces
    @ApplicationScoped
    DynamoDbClient dynamoDb() {
        return client(DynamoDbClient.builder());
    }

    @Produces
    @ApplicationScoped
    StsClient sts() {
        return client(StsClient.builder());
    }

    private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(B builder) {
        return builder.region(Region.of(Setting.REGION.value()))
                .credentialsProvider(callersCredentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTION_TIMEOUT)
                        .socketTimeout(ANSWER_TIMEOUT))
                .overrideConfiguration(with -> with.addExecutionInterceptor(new ServiceUnreachableException.Naming()))
                .build();
    }

    void close(@Disposes S3Client s3) {
        s3.close();
    }

    void close(@Disposes DynamoDbClient dynamoDb) {
        dynamoDb.close();
    }

    void close(@Disposes StsClient sts) {
        sts.close();
    }
}
