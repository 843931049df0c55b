package io.github.cognitoee.examples.photoalbum;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.EmulatorConfig.AccessKey;
import io.github.cognitoee.emulator.RequestCounts;
import io.github.cognitoee.emulator.TokenMinter;
import io.github.cognitoee.emulator.junit.Emulated;
import io.github.cognitoee.emulator.junit.EmulatedCognito;
import io.github.cognitoee.emulator.junit.TestGroup;
import io.github.cognitoee.emulator.junit.TestUser;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.DescribeIdentityPoolResponse;
import software.amazon.awssdk.services.cognitoidentity.model.GetIdentityPoolRolesResponse;

/** Who gets at what: the real WAR on a real server, with a Cognito that knows alice and root. */
@EmulatedCognito(
        clients = "web",
        groups = {
            @TestGroup(name = "admins", role = "arn:aws:iam::123456789012:role/PhotoAlbumAdmins"),
            @TestGroup(name = "users", role = "arn:aws:iam::123456789012:role/PhotoAlbumUsers")
        },
        users = {
            @TestUser(name = "alice", groups = "users"),
            @TestUser(
                    name = "root",
                    groups = {"users", "admins"})
        })
class AlbumAccessIT {

    private static final String ANY_ID = "00000000-0000-7000-8000-000000000000";

    private static ServerUnderTest album;

    @Emulated
    private TokenMinter tokens;

    @BeforeAll
    static void start(CognitoEmulator cognito) throws IOException, InterruptedException {
        Map<String, String> properties = new HashMap<>(cognito.configuration());
        properties.put("cognito.managed-login.endpoint", cognito.domain().toString());
        properties.put("aws.endpointUrlSts", cognito.endpoint().toString());
        properties.put("aws.endpointUrlDynamoDb", "http://127.0.0.1:1"); // where nothing listens
        album = ServerUnderTest.start(properties, "api/me");
    }

    /** As the album's README has an administrator set up the identity pool, which is as new before each test. */
    @BeforeEach
    void takeGuests(CognitoEmulator cognito) {
        String identityPool = cognito.configuration().get("cognito.identity-pool.id");
        try (CognitoIdentityClient administrator = CognitoIdentityClient.builder()
                .endpointOverride(cognito.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        AccessKey.DEFAULT.accessKeyId(), AccessKey.DEFAULT.secretAccessKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            DescribeIdentityPoolResponse pool =
                    administrator.describeIdentityPool(describe -> describe.identityPoolId(identityPool));
            administrator.updateIdentityPool(update -> update.identityPoolId(identityPool)
                    .identityPoolName(pool.identityPoolName())
                    .cognitoIdentityProviders(pool.cognitoIdentityProviders())
                    .allowUnauthenticatedIdentities(true));
            GetIdentityPoolRolesResponse given =
                    administrator.getIdentityPoolRoles(get -> get.identityPoolId(identityPool));
            Map<String, String> roles = new HashMap<>(given.roles());
            roles.put("unauthenticated", "arn:aws:iam::123456789012:role/PhotoAlbumGuests");
            administrator.setIdentityPoolRoles(
                    set -> set.identityPoolId(identityPool).roles(roles).roleMappings(given.roleMappings()));
        }
    }

    @AfterAll
    static void stop() {
        if (album != null) {
            album.close();
        }
    }

    @Test
    void strangersAreAskedToSignIn() throws Exception {
        assertThat(get("api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void whoOpensAPageOfTheAlbumIsSentToManagedLogin(CognitoEmulator cognito) throws Exception {
        HttpResponse<String> answer = send(request("album/profile.html").header("Accept", "text/html"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(location -> assertThat(location)
                .startsWith(cognito.domain() + "/oauth2/authorize?")
                .contains("scope=openid+email+profile"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"album/", "album/profile.html", "api/me"})
    void aScriptIsRefusedInsteadAndNotSentAnywhere(String path) throws Exception {
        HttpResponse<String> answer =
                send(request(path).header("Accept", "text/html,*/*;q=0.1").header("Sec-Fetch-Mode", "cors"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "signed-out.html", "album.css", "js/api.js"})
    void whatHoldsNothingOfAnybodyIsOpen(String path) throws Exception {
        assertThat(send(request(path).header("Accept", "text/html")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theGalleryIsOpenAndAllItsVisitorsAreOneGuest(RequestCounts asked) throws Exception {
        HttpResponse<String> first = get("api/gallery");
        HttpResponse<String> second = get("api/gallery", tokens.user("alice").idToken());

        assertThat(List.of(first, second))
                .allSatisfy(
                        answer -> { // all that is missing is the table
                            assertThat(answer.statusCode()).isEqualTo(503);
                            assertThat(answer.body())
                                    .contains("\"DynamoDB cannot be reached now. Try again shortly.\"");
                        });
        assertThat(asked.count("GetId")).isOne();
        assertThat(asked.count("GetCredentialsForIdentity")).isOne();
    }

    @Test
    void publishingIsForThoseWhoHaveAnAlbum() throws Exception {
        HttpResponse<String> answer =
                send(request("api/photos/" + ANY_ID + "/publication").PUT(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void takingPicturesOfOthersOutOfTheGalleryIsForAdministrators() throws Exception {
        HttpRequest.Builder withdrawal = request("api/gallery/" + ANY_ID).DELETE();

        assertThat(send(withdrawal).statusCode()).isEqualTo(401);
        assertThat(send(withdrawal.header(
                                "Authorization",
                                "Bearer " + tokens.user("alice").idToken()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoIsNotSignedInMaySignOutAllTheSame(CognitoEmulator cognito) throws Exception {
        HttpResponse<String> answer = send(request("api/sign-out").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"location\":\"" + cognito.domain() + "/logout?client_id=web&logout_uri=");
    }

    @Test
    void usersGetIn() throws Exception {
        HttpResponse<String> me = get("api/me", tokens.user("alice").accessToken());

        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).contains("\"name\":\"alice\"", "\"groups\":[\"users\"]");
    }

    @Test
    void yesterdaysTokenDoesNot() throws Exception {
        HttpResponse<String> me = get("api/me", tokens.user("alice").expired().accessToken());

        assertThat(me.statusCode()).isEqualTo(401);
        assertThat(me.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).contains("The token has expired"));
    }

    @Test
    void statisticsAreForAdministrators() throws Exception {
        assertThat(get("api/admin/stats", tokens.user("alice").idToken()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void administratorsHaveARoleOfTheirOwnInAws(RequestCounts asked) throws Exception {
        String token = tokens.user("root").idToken();

        assertThat(get("api/me", token).body()).contains("assumed-role/PhotoAlbumAdmins/");
        assertThat(get("api/me", token).body()).contains("assumed-role/PhotoAlbumAdmins/");
        assertThat(asked.count("GetCredentialsForIdentity")).isOne();
    }

    @Test
    void anAlbumWhoseTableCannotBeReachedAsksForPatience() throws Exception {
        HttpResponse<String> refused = get("api/photos", tokens.user("alice").idToken());

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(refused.body()).contains("\"DynamoDB cannot be reached now. Try again shortly.\"");
    }

    private static HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(request(path).header("Authorization", "Bearer " + token));
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(album.resolve(path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
