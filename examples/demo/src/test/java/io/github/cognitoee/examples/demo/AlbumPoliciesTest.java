package io.github.cognitoee.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.IamRequest;
import io.github.cognitoee.emulator.IssuedCredentials;
import io.github.cognitoee.examples.demo.DirectAws.Issued;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What the album's policies let members, administrators and guests do who go past the application: at the local S3, which
 * asks the local IAM; and of DynamoDB, whose local stand-in evaluates no policies, as IAM itself says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlbumPoliciesTest {

    private static final String BUCKET = DirectAws.BUCKET;
    private static final String TABLE = "arn:aws:dynamodb:eu-west-1:123456789012:table/photo-album";

    private CognitoEmulator cognito;
    private LocalS3 server;
    private Issued aliceIs;
    private S3Client alice;
    private S3Client bob;
    private S3Client admin;
    private S3Client guest;

    @BeforeAll
    void signIn() {
        cognito = CognitoEmulator.builder()
                .config(LocalCognito.sendingBackTo(URI.create("http://localhost:8080/")))
                .start();
        server = LocalS3.start(
                BUCKET,
                id -> cognito.credentials(id).map(IssuedCredentials::secretAccessKey),
                request -> cognito.iam().decide(request).isAllowed());
        DirectAws aws = new DirectAws(cognito.endpoint(), server.endpoint());
        aliceIs = issued("alice");
        alice = aws.s3(aliceIs.provider());
        bob = aws.s3(issued("bob").provider());
        admin = aws.s3(issued("admin").provider());
        guest = aws.s3(issued("guest").provider());
    }

    @AfterAll
    void stop() {
        List.of(alice, bob, admin, guest).forEach(S3Client::close);
        server.close();
        cognito.close();
    }

    private Issued issued(String name) {
        DirectAws aws = new DirectAws(cognito.endpoint(), server.endpoint());
        return "guest".equals(name)
                ? aws.guest()
                : aws.signedIn(cognito.tokens().user(name).idToken());
    }

    @Test
    void aMemberHasTheirOwnPicturesAndTheirPublicCopies() {
        String picture = pictureOfAlice("own");
        String copy = publicCopyOf(picture);

        assertThat(read(alice, picture)).isEqualTo("picture");
        assertThat(read(alice, copy)).isEqualTo("picture");

        remove(alice, copy);
        remove(alice, picture);
        put(alice, picture); // what has gone can come again
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "admin", "guest"})
    void anotherMembersPictureIsDenied(String name) {
        String picture = pictureOfAlice("hers");
        S3Client other = client(name);

        assertDenied(() -> read(other, picture));
        assertDenied(() -> put(other, picture));
        assertDenied(() -> remove(other, picture));
        assertDenied(() -> copy(other, picture, "public/" + issued(name).identityId() + "/stolen.png"));
        assertThat(read(alice, picture)).isEqualTo("picture");
    }

    @Test
    void aPublicCopyIsReadByGuests() {
        assertThat(read(guest, publicCopyOf(pictureOfAlice("shown")))).isEqualTo("picture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "guest"})
    void aPublicCopyIsNeitherReplacedNorDeletedByOthers(String name) {
        String copy = publicCopyOf(pictureOfAlice("kept"));

        assertDenied(() -> put(client(name), copy));
        assertDenied(() -> remove(client(name), copy));
    }

    @Test
    void administratorsDeleteAnybodysPublicCopyAndReplaceNone() {
        String copy = publicCopyOf(pictureOfAlice("withdrawn"));

        assertDenied(() -> put(admin, copy));
        remove(admin, copy);

        assertDenied(() -> read(guest, copy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "admin", "guest"})
    void nobodyListsTheBucket(String name) {
        assertDenied(() -> client(name).listObjectsV2(list -> list.bucket(BUCKET)));
        assertDenied(
                () -> client(name).listObjectsV2(list -> list.bucket(BUCKET).prefix("public/")));
    }

    @ParameterizedTest
    @CsvSource({
        "alice, Query, '', alice, true",
        "alice, PutItem, '', alice, true",
        "alice, Query, '', bob, false",
        "alice, GetItem, '', bob, false",
        "alice, UpdateItem, '', bob, false",
        "alice, PutItem, '', public, false",
        "alice, Scan, '', '', false",
        "alice, Scan, /index/by-month, '', false",
        "alice, Query, /index/gallery, public, false",
        "admin, Query, '', admin, true",
        "admin, Scan, /index/by-month, '', true",
        "admin, Query, /index/by-month, 2026-11, true",
        "admin, Query, /index/gallery, going, true",
        "admin, GetItem, '', bob, false",
        "admin, DeleteItem, '', bob, false",
        "admin, Scan, '', '', false",
        "guest, Query, /index/gallery, public, true",
        "guest, Query, /index/gallery, going, false",
        "guest, Scan, /index/gallery, '', false",
        "guest, Query, /index/by-month, 2026-11, false",
        "guest, Query, '', public, false",
        "guest, PutItem, '', public, false"
    })
    void ofTheTableIamSays(String caller, String action, String index, String leadingKey, boolean allowed) {
        Issued issued = issued(caller);
        IamRequest request = IamRequest.of(issued.accessKeyId(), "dynamodb:" + action, TABLE + index);

        boolean decided = cognito.iam()
                .decide(
                        leadingKey.isEmpty()
                                ? request
                                : request.with(
                                        "dynamodb:LeadingKeys",
                                        List.of("alice", "bob", "admin").contains(leadingKey)
                                                ? issued(leadingKey).identityId()
                                                : leadingKey))
                .isAllowed();

        assertThat(decided).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "'owner id gallery publication', NONE, true",
        "'owner id publication gallery title', NONE, false",
        "'owner id title', NONE, false",
        "'owner id gallery publication', ALL_NEW, false"
    })
    void administratorsChangeNothingInAnEntryOfOthersButThatItIsPublic(
            String attributes, String returned, boolean allowed) {
        assertThat(cognito.iam()
                        .decide(IamRequest.of(issued("admin").accessKeyId(), "dynamodb:UpdateItem", TABLE)
                                .with("dynamodb:LeadingKeys", aliceIs.identityId())
                                .with("dynamodb:Attributes", attributes.split(" "))
                                .with("dynamodb:ReturnValues", returned))
                        .isAllowed())
                .isEqualTo(allowed);
    }

    @Test
    void theReadmeTellsThePoliciesOfTheDemo() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Matcher block = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "photo-album", "README.md")));
        List<JsonNode> told = new ArrayList<>();
        while (block.find()) {
            told.add(json.readTree(block.group(1).replace("YOUR-BUCKET", BUCKET)));
        }

        assertThat(told)
                .containsExactly(
                        json.valueToTree(LocalCognito.policy("members")),
                        json.valueToTree(LocalCognito.policy("admins")),
                        json.valueToTree(LocalCognito.policy("guests")));
    }

    private S3Client client(String name) {
        return switch (name) {
            case "alice" -> alice;
            case "bob" -> bob;
            case "admin" -> admin;
            default -> guest;
        };
    }

    private String pictureOfAlice(String name) {
        String key = aliceIs.identityId() + "/" + name + ".png";
        put(alice, key);
        return key;
    }

    private String publicCopyOf(String picture) {
        copy(alice, picture, "public/" + picture);
        return "public/" + picture;
    }

    private static void put(S3Client client, String key) {
        client.putObject(
                put -> put.bucket(BUCKET).key(key), RequestBody.fromBytes("picture".getBytes(StandardCharsets.UTF_8)));
    }

    private static String read(S3Client client, String key) {
        return client.getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asUtf8String();
    }

    private static void copy(S3Client client, String from, String to) {
        client.copyObject(copy -> copy.sourceBucket(BUCKET)
                .sourceKey(from)
                .destinationBucket(BUCKET)
                .destinationKey(to));
    }

    private static void remove(S3Client client, String key) {
        client.deleteObject(delete -> delete.bucket(BUCKET).key(key));
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(S3Exception.class, denied -> assertThat(
                        denied.awsErrorDetails().errorCode())
                .isEqualTo("AccessDenied"));
    }
}
