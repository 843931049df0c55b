package io.github.cognitoee.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The demo as a reader runs it, asked over HTTP. */
@ExtendWith(SharedDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIT {

    private static final String ID_TOKEN_HEADER = "X-Cognito-Id-Token";
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private Demo.Running running;
    private Tokens alice;
    private Tokens admin;

    @BeforeAll
    void signIn(Demo.Running demo) {
        running = demo;
        alice = tokens("alice");
        admin = tokens("admin");
    }

    @Test
    void thePageComesWithoutSignInAndRunsNothingButItsOwnFiles() {
        HttpResponse<byte[]> page = send(request("").GET());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page)).contains("<title>Photo album</title>");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'; script-src 'self'"));
    }

    @Test
    void anIdTokenTellsWhoTheCallerIsHereAndInAws() {
        JsonNode me = json(send(bearer("api/me", alice.id()).GET()), 200);

        assertThat(me.get("name").textValue()).isEqualTo("alice");
        assertThat(me.get("groups")).containsExactly(json.getNodeFactory().textNode("users"));
        assertThat(me.get("identityId").textValue()).matches("eu-west-1:[0-9a-f-]{36}");
        assertThat(me.get("roleArn").textValue()).startsWith("arn:aws:sts::123456789012:assumed-role/PhotoAlbumUsers/");
        assertThat(me.get("reason").isNull()).isTrue();
    }

    @Test
    void aProfileHoldsWhatTheTokenSaysAndNotTheToken() {
        HttpResponse<byte[]> answer = send(bearer("api/me/profile", alice.id()).GET());
        JsonNode profile = json(answer, 200);

        assertThat(profile.get("me"))
                .isEqualTo(json(send(bearer("api/me", alice.id()).GET()), 200));
        assertThat(profile.get("email").textValue()).isEqualTo("alice@example.com");
        assertThat(Instant.parse(profile.get("credentialsExpireAt").textValue()))
                .isAfter(Instant.now());
        assertThat(profile.get("claims").get("cognito:username").textValue()).isEqualTo("alice");
        assertThat(profile.get("claims").get("cognito:groups"))
                .containsExactly(json.getNodeFactory().textNode("users"));
        assertThat(profile.get("claims").get("exp").isIntegralNumber()).isTrue();
        assertThat(text(answer)).doesNotContain("eyJ", "raw_token");
    }

    @Test
    void theProfileOfAnAccessTokenAloneSaysWhyThereAreNoCredentials() {
        JsonNode profile = json(send(bearer("api/me/profile", alice.access()).GET()), 200);

        assertThat(profile.get("me").get("reason").textValue()).contains(ID_TOKEN_HEADER);
        assertThat(profile.get("credentialsExpireAt").isNull()).isTrue();
        assertThat(profile.get("claims").get("token_use").textValue()).isEqualTo("access");
    }

    @Test
    void anAccessTokenWithTheIdTokenBesideItTellsTheSame() {
        JsonNode me = json(
                send(bearer("api/me", alice.access())
                        .header(ID_TOKEN_HEADER, alice.id())
                        .GET()),
                200);

        assertThat(me).isEqualTo(json(send(bearer("api/me", alice.id()).GET()), 200));
    }

    @Test
    void anAccessTokenAloneSignsInAndSaysWhyItReachesNoCredentials() {
        JsonNode me = json(send(bearer("api/me", alice.access()).GET()), 200);

        assertThat(me.get("name").textValue()).isEqualTo("alice");
        assertThat(me.get("identityId").isNull()).isTrue();
        assertThat(me.get("roleArn").isNull()).isTrue();
        assertThat(me.get("reason").textValue()).contains(ID_TOKEN_HEADER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/photos", "api/photos?after=x"})
    void anAccessTokenAloneReachesNoPictures(String path) {
        JsonNode problem = json(send(bearer(path, alice.access()).GET()), 403);

        assertThat(problem.get("message").textValue()).contains(ID_TOKEN_HEADER);
    }

    @Test
    void anAdministratorsAccessTokenAloneReachesNoStatistics() {
        JsonNode problem = json(send(bearer("api/admin/stats", admin.access()).GET()), 403);

        assertThat(problem.get("message").textValue()).contains(ID_TOKEN_HEADER);
    }

    @Test
    void anAdministratorHasAnotherRoleInAws() {
        JsonNode me = json(send(bearer("api/me", admin.id()).GET()), 200);

        assertThat(me.get("roleArn").textValue())
                .startsWith("arn:aws:sts::123456789012:assumed-role/PhotoAlbumAdmins/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/me", "api/me/profile", "api/photos", "api/admin/stats", "album/"})
    void withoutATokenNothingButTheOpenPagesAnswers(String path) {
        HttpResponse<byte[]> refused = send(request(path).GET());

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
    }

    @Test
    void aTokenWithAForeignSignatureIsRefused() {
        String[] parts = alice.id().split("\\.");
        String forged = parts[0] + "." + parts[1] + "." + admin.id().split("\\.")[2];

        assertThat(send(bearer("api/me", forged).GET()).statusCode()).isEqualTo(401);
    }

    @Test
    void aUserIsNoAdministrator() {
        assertThat(send(bearer("api/admin/stats", alice.id()).GET()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPictureIsUploadedListedDownloadedAndDeleted() {
        JsonNode added = json(send(upload("?name=Caf%C3%A9%20%22x%22.png", "image/png", PNG)), 201);
        String path = "api/photos/" + added.get("id").textValue();

        JsonNode listed = json(send(bearer("api/photos", alice.id()).GET()), 200);
        assertThat(listed.get("photos")).contains(added);
        assertThat(added.get("size").longValue()).isEqualTo(PNG.length);
        assertThat(added.get("contentType").textValue()).isEqualTo("image/png");
        assertThat(added.get("title").textValue()).isEqualTo("Café x");
        assertThat(added.get("name").textValue()).isEqualTo("Café x.png");
        assertThat(added.get("sha256").textValue()).isEqualTo(sha256(PNG));
        assertThat(added.get("uploadedAt").textValue()).endsWith("Z");

        HttpResponse<byte[]> downloaded = send(bearer(path, alice.id()).GET());
        assertThat(downloaded.statusCode()).isEqualTo(200);
        assertThat(downloaded.body()).isEqualTo(PNG);
        assertThat(downloaded.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(downloaded.headers().firstValue("ETag")).hasValue('"' + sha256(PNG) + '"');
        assertThat(downloaded.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(downloaded.headers().firstValue("Cache-Control")).hasValue("private, max-age=3600");
        assertThat(downloaded.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"Caf_ x.png\"; filename*=UTF-8''Caf%C3%A9%20x.png");

        HttpResponse<byte[]> asked = send(bearer(path, alice.id())
                .header("If-None-Match", downloaded.headers().firstValue("ETag").orElseThrow())
                .GET());
        assertThat(asked.statusCode()).isEqualTo(304);

        assertThat(send(bearer(path, alice.id()).DELETE()).statusCode()).isEqualTo(204);
        assertThat(send(bearer(path, alice.id()).GET()).statusCode()).isEqualTo(404);
    }

    @Test
    void anotherUsersPictureIsUnknownEvenToAnAdministrator() {
        JsonNode added = json(send(upload("", "image/png", PNG)), 201);
        String path = "api/photos/" + added.get("id").textValue();

        JsonNode problem = json(send(bearer(path, admin.id()).GET()), 404);
        int deletion = send(bearer(path, admin.id()).DELETE()).statusCode();

        assertThat(problem.get("message").textValue()).isEqualTo("You have no such picture.");
        assertThat(deletion).isEqualTo(404);
        assertThat(send(bearer(path, alice.id()).GET()).statusCode()).isEqualTo(200);
    }

    @Test
    void aProfileTellsTheRoleInAwsAndWhatChoseIt() {
        JsonNode role =
                json(send(bearer("api/me/profile", admin.id()).GET()), 200).get("role");

        assertThat(role.get("arn").textValue()).isEqualTo(LocalCognito.ADMINS_ROLE);
        assertThat(role.get("choice").textValue()).isEqualTo("PREFERRED_BY_TOKEN");
    }

    @Test
    void aPublishedPictureIsSeenByEverybodyUntilItIsWithdrawn() {
        String path = uploaded("Dunes");
        String publication = published(path);

        HttpResponse<byte[]> listed = send(request("api/gallery").GET());
        JsonNode seen = inGallery(publication);
        assertThat(seen.get("title").textValue()).isEqualTo("Dunes");
        assertThat(seen.get("contentType").textValue()).isEqualTo("image/png");
        assertThat(seen.get("size").longValue()).isEqualTo(PNG.length);
        assertThat(Instant.parse(seen.get("publishedAt").textValue())).isBeforeOrEqualTo(Instant.now());
        assertThat(text(listed)).doesNotContain("alice", identityOf(alice));

        HttpResponse<byte[]> picture =
                send(request("api/gallery/" + publication).GET());
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.body()).isEqualTo(PNG);
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(picture.headers().firstValue("Cache-Control")).hasValue("public, max-age=60");
        assertThat(send(request("api/gallery/" + publication)
                                .header("If-None-Match", '"' + publication + '"')
                                .GET())
                        .statusCode())
                .isEqualTo(304);

        assertThat(send(bearer(path + "/publication", alice.id()).DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(send(request("api/gallery/" + publication).GET()).statusCode())
                .isEqualTo(404);
        assertThat(inGallery(publication)).isNull();
        assertThat(send(bearer(path, alice.id()).GET()).statusCode()).isEqualTo(200);
    }

    @Test
    void aPictureThatIsDeletedIsInTheGalleryNoMore() {
        String path = uploaded("Dunes");
        String publication = published(path);

        send(bearer(path, alice.id()).DELETE());

        assertThat(inGallery(publication)).isNull();
        assertThat(send(request("api/gallery/" + publication).GET()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void publishingTwiceIsPublishingOnce() {
        String path = uploaded("Dunes");

        assertThat(published(path)).isEqualTo(published(path));

        send(bearer(path, alice.id()).DELETE());
    }

    @Test
    void anotherMembersPictureIsNotForPublishing() {
        String path = uploaded("Dunes");

        assertThat(send(bearer(path + "/publication", tokens("bob").id()).PUT(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(bearer(path + "/publication", admin.id()).DELETE()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void administratorsAloneTakePicturesOfOthersOutOfTheGallery() {
        String path = uploaded("Dunes");
        String publication = published(path);
        String shown = "api/gallery/" + publication;

        assertThat(send(request(shown).DELETE()).statusCode()).isEqualTo(401);
        assertThat(send(bearer(shown, tokens("bob").id()).DELETE()).statusCode())
                .isEqualTo(403);
        assertThat(inGallery(publication)).isNotNull();

        assertThat(send(bearer(shown, admin.id()).DELETE()).statusCode()).isEqualTo(204);
        assertThat(inGallery(publication)).isNull();
        assertThat(send(bearer(shown, admin.id()).DELETE()).statusCode()).isEqualTo(404);
        assertThat(send(bearer(path, alice.id()).GET()).statusCode()).isEqualTo(200);
    }

    @Test
    void theGalleryTellsAdministratorsThatTheyMayWithdraw() {
        assertThat(json(send(bearer("api/gallery", admin.id()).GET()), 200)
                        .get("mayWithdraw")
                        .booleanValue())
                .isTrue();
        assertThat(json(send(bearer("api/gallery", alice.id()).GET()), 200)
                        .get("mayWithdraw")
                        .booleanValue())
                .isFalse();
        assertThat(json(send(request("api/gallery").GET()), 200)
                        .get("mayWithdraw")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void whoGoesPastTheApplicationIsDeniedByPolicyWhatIsNotTheirs() {
        String path = uploaded("Dunes");
        String publication = published(path);
        DirectAws aws = new DirectAws(running.cognito(), running.s3());
        String picture = identityOf(alice) + path.substring(path.lastIndexOf('/')) + ".png";
        String copy = "public/" + identityOf(alice) + "/" + publication + ".png";

        try (S3Client owner = aws.s3(aws.signedIn(alice.id()).provider());
                S3Client member = aws.s3(aws.signedIn(tokens("bob").id()).provider());
                S3Client guest = aws.s3(aws.guest().provider())) {
            assertThat(read(owner, picture)).isEqualTo(PNG);
            assertThat(read(guest, copy)).isEqualTo(PNG);
            for (S3Client other : List.of(member, guest)) {
                assertDenied(() -> read(other, picture));
                assertDenied(() -> write(other, picture));
                assertDenied(() -> remove(other, picture));
                assertDenied(() -> write(other, copy));
                assertDenied(() -> remove(other, copy));
            }
        }
        send(bearer(path, alice.id()).DELETE());
    }

    private static byte[] read(S3Client client, String key) {
        return client.getObjectAsBytes(get -> get.bucket(DirectAws.BUCKET).key(key))
                .asByteArray();
    }

    private static void write(S3Client client, String key) {
        client.putObject(put -> put.bucket(DirectAws.BUCKET).key(key), RequestBody.fromBytes(PNG));
    }

    private static void remove(S3Client client, String key) {
        client.deleteObject(delete -> delete.bucket(DirectAws.BUCKET).key(key));
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(S3Exception.class, denied -> assertThat(
                        denied.awsErrorDetails().errorCode())
                .isEqualTo("AccessDenied"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"00000000-0000-4000-8000-000000000000", "1", "..%2F", "00000000-0000-4000-8000-000000000000x"})
    void whatIsNoPictureOfTheCallerIsUnknown(String id) {
        assertThat(send(bearer("api/photos/" + id, alice.id()).GET()).statusCode())
                .isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "image/svg+xml, 'Send one of image/png, image/jpeg, image/gif, image/webp.'",
        "image/jpeg, 'The body is not image/jpeg.'"
    })
    void aFileOfAnotherTypeIsRefused(String contentType, String message) {
        JsonNode problem = json(send(upload("", contentType, PNG)), 415);

        assertThat(problem.get("message").textValue()).isEqualTo(message);
    }

    @Test
    void aPictureOverTheLimitIsRefused() {
        byte[] large = new byte[10 * 1024 * 1024 + 1];
        System.arraycopy(PNG, 0, large, 0, PNG.length);

        JsonNode problem = json(send(upload("", "image/png", large)), 413);

        assertThat(problem.get("message").textValue()).isEqualTo("The picture is larger than 10 MiB.");
    }

    @Test
    void aPictureOfJustTheLimitIsTaken() {
        byte[] large = new byte[10 * 1024 * 1024];
        System.arraycopy(PNG, 0, large, 0, PNG.length);

        JsonNode added = json(send(upload("", "image/png", large)), 201);

        assertThat(added.get("size").longValue()).isEqualTo(large.length);
    }

    @Test
    void anAdministratorSeesHowMuchEveryoneHolds() {
        JsonNode before = stats();
        json(send(upload("?title=At%20the%20sea", "image/png", PNG)), 201);

        JsonNode after = stats();

        assertThat(after.get("photos").longValue())
                .isEqualTo(before.get("photos").longValue() + 1);
        assertThat(after.get("bytes").longValue()).isEqualTo(before.get("bytes").longValue() + PNG.length);
        assertThat(after.get("users").longValue()).isEqualTo(1);
        assertThat(after.get("perUser").get(0).get("name").textValue()).isEqualTo("alice");
        assertThat(after.get("perUser").get(0).get("photos")).isEqualTo(after.get("photos"));
        assertThat(after.get("latest").get(0).get("title").textValue()).isEqualTo("At the sea");
        assertThat(after.get("complete").booleanValue()).isTrue();
    }

    @Test
    void whatIsDeletedIsNotCounted() {
        JsonNode before = stats();
        String id = json(send(upload("", "image/png", PNG)), 201).get("id").textValue();

        send(bearer("api/photos/" + id, alice.id()).DELETE());

        assertThat(stats()).isEqualTo(before);
    }

    @Test
    void anAlbumIsListedPageByPageTheNewestFirst() {
        List<String> added = new ArrayList<>();
        for (int i = 0; i < 61; i++) {
            added.add(json(send(upload("", "image/png", PNG)), 201).get("id").textValue());
        }

        JsonNode first = json(send(bearer("api/photos", alice.id()).GET()), 200);
        String after = first.get("next").textValue();
        JsonNode second =
                json(send(bearer("api/photos?after=" + after, alice.id()).GET()), 200);

        Collections.reverse(added);
        assertThat(first.get("photos").findValuesAsText("id")).isEqualTo(added.subList(0, 60));
        assertThat(second.get("photos").findValuesAsText("id")).startsWith(added.get(60));
    }

    @Test
    void aPageThatNeverWasIsRefused() {
        JsonNode problem = json(send(bearer("api/photos?after=x", alice.id()).GET()), 400);

        assertThat(problem.get("message").textValue()).isEqualTo("Send as \"after\" what a page said as \"next\".");
    }

    /** Alice adds a picture. */
    private String uploaded(String title) {
        JsonNode added = json(send(upload("?title=" + title, "image/png", PNG)), 201);
        return "api/photos/" + added.get("id").textValue();
    }

    /** Alice publishes a picture; its id in the gallery. */
    private String published(String path) {
        return json(send(bearer(path + "/publication", alice.id()).PUT(BodyPublishers.noBody())), 200)
                .get("publication")
                .textValue();
    }

    /** What a guest sees of it; null if it is not there. */
    private JsonNode inGallery(String publication) {
        for (JsonNode seen : json(send(request("api/gallery").GET()), 200).get("photos")) {
            if (seen.get("id").textValue().equals(publication)) {
                return seen;
            }
        }
        return null;
    }

    private String identityOf(Tokens user) {
        return json(send(bearer("api/me", user.id()).GET()), 200)
                .get("identityId")
                .textValue();
    }

    private JsonNode stats() {
        return json(send(bearer("api/admin/stats", admin.id()).GET()), 200);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder upload(String query, String contentType, byte[] body) {
        return bearer("api/photos" + query, alice.id())
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body));
    }

    private HttpRequest.Builder bearer(String path, String token) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(running.album().resolve(path));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode json(HttpResponse<byte[]> response, int expectedStatus) {
        assertThat(response.statusCode()).as(text(response)).isEqualTo(expectedStatus);
        try {
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(text(response), e);
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private Tokens tokens(String username) {
        URI dev = running.cognito().resolve("/dev/tokens/" + username);
        JsonNode tokens = json(send(HttpRequest.newBuilder(dev)), 200);
        return new Tokens(
                tokens.get("id_token").textValue(), tokens.get("access_token").textValue());
    }

    private record Tokens(String id, String access) {}
}
