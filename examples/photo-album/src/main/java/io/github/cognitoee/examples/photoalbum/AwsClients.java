package io.github.cognitoee.examples.photoalbum;

import io.github.cognitoee.CognitoCredentials;
import io.github.cognitoee.CognitoGuestCredentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
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
 * One client per AWS service for the whole application. The credentials providers have no state: each call goes out with
 * the credentials of whoever is calling, or with a guest's for what everybody may see.
 */
@ApplicationScoped
class AwsClients {

    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

    @Inject
    @CognitoCredentials
    AwsCredentialsProvider callersCredentials;

    @Inject
    @CognitoGuestCredentials
    AwsCredentialsProvider guestsCredentials;

    @Produces
    @ApplicationScoped
    S3Client s3() {
        return client(S3Client.builder(), callersCredentials);
    }

    @Produces
    @CognitoGuestCredentials
    @ApplicationScoped
    S3Client guestsS3() {
        return client(S3Client.builder(), guestsCredentials);
    }

    @Produces
    @ApplicationScoped
    DynamoDbClient dynamoDb() {
        return client(DynamoDbClient.builder(), callersCredentials);
    }

    @Produces
    @CognitoGuestCredentials
    @ApplicationScoped
    DynamoDbClient guestsDynamoDb() {
        return client(DynamoDbClient.builder(), guestsCredentials);
    }

    @Produces
    @ApplicationScoped
    StsClient sts() {
        return client(StsClient.builder(), callersCredentials);
    }

    private static <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(
            B builder, AwsCredentialsProvider credentials) {
        return builder.region(Region.of(Setting.REGION.value()))
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTION_TIMEOUT)
                        .socketTimeout(ANSWER_TIMEOUT))
                .overrideConfiguration(with -> with.addExecutionInterceptor(new ServiceUnreachableException.Naming()))
                .build();
    }

    void close(@Disposes @Any S3Client s3) {
        s3.close();
    }

    void close(@Disposes @Any DynamoDbClient dynamoDb) {
        dynamoDb.close();
    }

    void close(@Disposes StsClient sts) {
        sts.close();
    }
}
