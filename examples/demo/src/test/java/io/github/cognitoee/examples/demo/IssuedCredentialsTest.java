package io.github.cognitoee.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.IssuedCredentials;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The local S3 and the local DynamoDB open to what the local identity pool issued, and to nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuedCredentialsTest {

    private static final String IDENTITY_POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000001";
    private static final String PROVIDER = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_CognitoEE";

    private CognitoEmulator cognito;
    private LocalS3 s3;
    private LocalDynamoDb dynamoDb;

    @BeforeAll
    void start() {
        cognito = CognitoEmulator.builder().start();
        s3 = LocalS3.start("pictures", id -> cognito.credentials(id).map(IssuedCredentials::secretAccessKey));
        dynamoDb = LocalDynamoDb.start(AlbumTable.named("pictures"), "eu-west-1", cognito::credentials);
    }

    @AfterAll
    void stop() {
        dynamoDb.close();
        s3.close();
        cognito.close();
    }

    @Test
    void credentialsOfTheIdentityPoolOpenTheBucket() {
        Credentials issued = issued();
        try (S3Client client = client(issued.accessKeyId(), issued.secretKey(), issued.sessionToken())) {
            assertThat(client.listObjectsV2(list -> list.bucket("pictures")).contents())
                    .isEmpty();
        }
    }

    @Test
    void theSameAccessKeyWithAnotherSecretDoesNot() {
        Credentials issued = issued();
        try (S3Client client = client(issued.accessKeyId(), issued().secretKey(), issued.sessionToken())) {
            assertThatThrownBy(() -> client.listObjectsV2(list -> list.bucket("pictures")))
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch"));
        }
    }

    @Test
    void credentialsOfTheIdentityPoolOpenTheTable() {
        Credentials issued = issued();
        try (DynamoDbClient client = DynamoDbClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(dynamoDb.endpoint())
                .credentialsProvider(provider(issued.accessKeyId(), issued.secretKey(), issued.sessionToken()))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            assertThat(client.scan(scan -> scan.tableName("pictures")).items()).isEmpty();
        }
    }

    private Credentials issued() {
        Map<String, String> logins =
                Map.of(PROVIDER, cognito.tokens().user("alice").idToken());
        try (CognitoIdentityClient client = CognitoIdentityClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(cognito.endpoint())
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            String identity = client.getId(
                            get -> get.identityPoolId(IDENTITY_POOL).logins(logins))
                    .identityId();
            return client.getCredentialsForIdentity(
                            get -> get.identityId(identity).logins(logins))
                    .credentials();
        }
    }

    private S3Client client(String accessKeyId, String secret, String sessionToken) {
        return S3Client.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(s3.endpoint())
                .credentialsProvider(provider(accessKeyId, secret, sessionToken))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static AwsCredentialsProvider provider(String accessKeyId, String secret, String sessionToken) {
        return StaticCredentialsProvider.create(AwsSessionCredentials.create(accessKeyId, secret, sessionToken));
    }
}
