package io.github.cognitoee.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.IssuedCredentials;
import io.github.cognitoee.examples.demo.DirectAws.Issued;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The local S3 and the local DynamoDB open to what the local identity pool issued; S3 as far as IAM lets it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuedCredentialsTest {

    private static final String BUCKET = DirectAws.BUCKET;

    private CognitoEmulator cognito;
    private LocalS3 s3;
    private LocalDynamoDb dynamoDb;
    private DirectAws aws;

    @BeforeAll
    void start() {
        cognito = CognitoEmulator.builder()
                .config(LocalCognito.sendingBackTo(URI.create("http://localhost:8080/")))
                .start();
        s3 = LocalS3.start(
                BUCKET,
                id -> cognito.credentials(id).map(IssuedCredentials::secretAccessKey),
                request -> cognito.iam().decide(request).isAllowed());
        dynamoDb = LocalDynamoDb.start(AlbumTable.named("pictures"), "eu-west-1", cognito::credentials);
        aws = new DirectAws(cognito.endpoint(), s3.endpoint());
    }

    @AfterAll
    void stop() {
        dynamoDb.close();
        s3.close();
        cognito.close();
    }

    @AfterEach
    void putBack() {
        cognito.reset();
    }

    @Test
    void aCallersOwnPicturesAreOpen() {
        Issued alice = issued("alice");
        try (S3Client client = client(alice)) {
            put(client, alice.identityId() + "/1.png");

            assertThat(client.getObjectAsBytes(get -> get.bucket(BUCKET).key(alice.identityId() + "/1.png"))
                            .asUtf8String())
                    .isEqualTo("picture");
            client.deleteObject(delete -> delete.bucket(BUCKET).key(alice.identityId() + "/1.png"));
        }
    }

    @Test
    void theBucketIsListedByPrefixWhereAPolicySaysSo() {
        Issued alice = issued("alice");
        try (S3Client client = client(alice)) {
            put(client, alice.identityId() + "/3.png");
            assertRefused("AccessDenied", () -> list(client, alice.identityId() + "/"));

            cognito.iam()
                    .putRolePolicy(
                            "arn:aws:iam::123456789012:role/PhotoAlbumUsers",
                            "OwnListing",
                            """
                            {"Version": "2012-10-17", "Statement": {
                              "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::photo-album",
                              "Condition": {"StringLike": {"s3:prefix": "${cognito-identity.amazonaws.com:sub}/*"}}}}""");

            assertThat(list(client, alice.identityId() + "/").contents())
                    .extracting("key")
                    .contains(alice.identityId() + "/3.png");
            assertRefused("AccessDenied", () -> list(client, issued("admin").identityId() + "/"));
            assertRefused("AccessDenied", () -> client.listObjectsV2(all -> all.bucket(BUCKET)));
        }
    }

    @Test
    void aMissingPictureIsToldAsMissingToThoseWhoMayListTheBucket() {
        Issued alice = issued("alice");
        try (S3Client client = client(alice)) {
            assertRefused(
                    "AccessDenied",
                    () -> client.getObjectAsBytes(get -> get.bucket(BUCKET).key(alice.identityId() + "/none.png")));

            cognito.iam()
                    .putRolePolicy(
                            "arn:aws:iam::123456789012:role/PhotoAlbumUsers",
                            "Listing",
                            """
                            {"Version": "2012-10-17", "Statement": {
                              "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::photo-album"}}""");

            assertRefused(
                    "NoSuchKey",
                    () -> client.getObjectAsBytes(get -> get.bucket(BUCKET).key(alice.identityId() + "/none.png")));
        }
    }

    @Test
    void theSameAccessKeyWithAnotherSecretDoesNotOpenIt() {
        Credentials mine = issued("alice").credentials();
        Credentials other = issued("alice").credentials();
        try (S3Client client = aws.s3(StaticCredentialsProvider.create(
                AwsSessionCredentials.create(mine.accessKeyId(), other.secretKey(), mine.sessionToken())))) {
            assertRefused("SignatureDoesNotMatch", () -> list(client, ""));
        }
    }

    @Test
    void credentialsOfTheIdentityPoolOpenTheTable() {
        try (DynamoDbClient client = DynamoDbClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(dynamoDb.endpoint())
                .credentialsProvider(issued("alice").provider())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            assertThat(client.scan(scan -> scan.tableName("pictures")).items()).isEmpty();
        }
    }

    private Issued issued(String username) {
        return aws.signedIn(cognito.tokens().user(username).idToken());
    }

    private static void put(S3Client client, String key) {
        client.putObject(
                put -> put.bucket(BUCKET).key(key), RequestBody.fromBytes("picture".getBytes(StandardCharsets.UTF_8)));
    }

    private static ListObjectsV2Response list(S3Client client, String prefix) {
        return client.listObjectsV2(list -> list.bucket(BUCKET).prefix(prefix));
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(S3Exception.class, refused -> assertThat(
                        refused.awsErrorDetails().errorCode())
                .isEqualTo(code));
    }

    private S3Client client(Issued issued) {
        return aws.s3(issued.provider());
    }
}
