package io.github.cognitoee.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.IssuedCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The local S3 and the local DynamoDB open to what the local identity pool issued; S3 as far as IAM lets it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuedCredentialsTest {

    private static final String BUCKET = "photo-album";
    private static final String IDENTITY_POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000001";
    private static final String PROVIDER = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_CognitoEE";

    private CognitoEmulator cognito;
    private LocalS3 s3;
    private LocalDynamoDb dynamoDb;

    @BeforeAll
    void start() {
        cognito = CognitoEmulator.builder()
                .config(LocalCognito.sendingBackTo(URI.create("http://localhost:8080/")))
                .start();
        s3 = LocalS3.start(
                "photo-album",
                id -> cognito.credentials(id).map(IssuedCredentials::secretAccessKey),
                request -> cognito.iam().decide(request).isAllowed());
        dynamoDb = LocalDynamoDb.start(AlbumTable.named("pictures"), "eu-west-1", cognito::credentials);
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
        try (S3Client client = client(alice.credentials())) {
            put(client, alice.identityId() + "/1.png");

            assertThat(client.getObjectAsBytes(get -> get.bucket(BUCKET).key(alice.identityId() + "/1.png"))
                            .asUtf8String())
                    .isEqualTo("picture");
            client.deleteObject(delete -> delete.bucket(BUCKET).key(alice.identityId() + "/1.png"));
        }
    }

    @Test
    void thoseOfAnotherUserAreDeniedByPolicy() {
        Issued alice = issued("alice");
        Issued admin = issued("admin");
        String picture = alice.identityId() + "/2.png";
        try (S3Client owner = client(alice.credentials());
                S3Client other = client(admin.credentials())) {
            put(owner, picture);

            assertRefused("AccessDenied", () -> other.getObjectAsBytes(
                    get -> get.bucket(BUCKET).key(picture)));
            assertRefused("AccessDenied", () -> put(other, picture));
            assertRefused("AccessDenied", () -> other.deleteObject(
                    delete -> delete.bucket(BUCKET).key(picture)));
            assertThat(owner.getObjectAsBytes(get -> get.bucket(BUCKET).key(picture)).asUtf8String())
                    .isEqualTo("picture");
        }
    }

    @Test
    void theBucketIsListedByPrefixWhereAPolicySaysSo() {
        Issued alice = issued("alice");
        try (S3Client client = client(alice.credentials())) {
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
        try (S3Client client = client(alice.credentials())) {
            assertRefused("AccessDenied", () -> client.getObjectAsBytes(
                    get -> get.bucket(BUCKET).key(alice.identityId() + "/none.png")));

            cognito.iam()
                    .putRolePolicy(
                            "arn:aws:iam::123456789012:role/PhotoAlbumUsers",
                            "Listing",
                            """
                            {"Version": "2012-10-17", "Statement": {
                              "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::photo-album"}}""");

            assertRefused("NoSuchKey", () -> client.getObjectAsBytes(
                    get -> get.bucket(BUCKET).key(alice.identityId() + "/none.png")));
        }
    }

    @Test
    void theSameAccessKeyWithAnotherSecretDoesNotOpenIt() {
        Credentials mine = issued("alice").credentials();
        Credentials other = issued("alice").credentials();
        try (S3Client client = client(mine.accessKeyId(), other.secretKey(), mine.sessionToken())) {
            assertRefused("SignatureDoesNotMatch", () -> list(client, ""));
        }
    }

    @Test
    void theReadmeTellsThePolicyOfTheDemo() throws IOException {
        String readme = Files.readString(Path.of("..", "photo-album", "README.md"));
        Matcher policy = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertThat(policy.find()).isTrue();
        ObjectMapper json = new ObjectMapper();

        try (InputStream used = LocalCognito.class.getResourceAsStream("album-policy.json")) {
            assertThat(json.readTree(policy.group(1).replace("YOUR-BUCKET", BUCKET)))
                    .isEqualTo(json.readTree(used));
        }
    }

    @Test
    void credentialsOfTheIdentityPoolOpenTheTable() {
        Credentials issued = issued("alice").credentials();
        try (DynamoDbClient client = DynamoDbClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(dynamoDb.endpoint())
                .credentialsProvider(provider(issued.accessKeyId(), issued.secretKey(), issued.sessionToken()))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            assertThat(client.scan(scan -> scan.tableName("pictures")).items()).isEmpty();
        }
    }

    private record Issued(String identityId, Credentials credentials) {}

    private Issued issued(String username) {
        Map<String, String> logins =
                Map.of(PROVIDER, cognito.tokens().user(username).idToken());
        try (CognitoIdentityClient client = CognitoIdentityClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(cognito.endpoint())
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            String identity = client.getId(
                            get -> get.identityPoolId(IDENTITY_POOL).logins(logins))
                    .identityId();
            return new Issued(
                    identity,
                    client.getCredentialsForIdentity(
                                    get -> get.identityId(identity).logins(logins))
                            .credentials());
        }
    }

    private static void put(S3Client client, String key) {
        client.putObject(
                put -> put.bucket(BUCKET).key(key), RequestBody.fromBytes("picture".getBytes(StandardCharsets.UTF_8)));
    }

    private static ListObjectsV2Response list(S3Client client, String prefix) {
        return client.listObjectsV2(list -> list.bucket(BUCKET).prefix(prefix));
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code));
    }

    private S3Client client(Credentials issued) {
        return client(issued.accessKeyId(), issued.secretKey(), issued.sessionToken());
    }

    private S3Client client(String accessKeyId, String secret, String sessionToken) {
        return S3Client.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(s3.endpoint())
                .credentialsProvider(provider(accessKeyId, secret, sessionToken))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static AwsCredentialsProvider provider(String accessKeyId, String secret, String sessionToken) {
        return StaticCredentialsProvider.create(AwsSessionCredentials.create(accessKeyId, secret, sessionToken));
    }
}
