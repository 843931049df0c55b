package io.github.cognitoee.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Browser;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.roles.RolesApplication;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A WAR with the library on WildFly takes tokens of a server that is not ours, as it would take those of Cognito. */
@Requires(Tool.NODE)
@ExtendWith(ArquillianExtension.class)
class CognitoLocalIT {

    private static final String ROOT = "http://localhost:" + System.getProperty("cognito.test.http-port") + "/roles/";

    private static NodeServer server;
    private static CognitoLocalPool pool;
    private static String ours;
    private static String oursExpired;
    private static String others;

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() throws Exception {
        server = CognitoLocal.start(
                Files.createTempDirectory(Path.of(System.getProperty("cognito.test.target")), "cognito-local"));
        pool = new CognitoLocalPool(server.endpoint());
        ours = pool.newClient("ours", ROOT + "callback");
        oursExpired = pool.newClient("ours, with tokens that have expired", -60);
        others = pool.newClient("others");
        pool.newGroup("users");
        pool.newGroup("admins");
        pool.newUser("nobody");
        pool.newUser("alice", "users");
        pool.newUser("root", "users", "admins");
        return Wars.of(RolesApplication.class)
                .addAsResource(new StringAsset(configuration()), "META-INF/microprofile-config.properties");
    }

    private static String configuration() {
        return """
                cognito.user-pool.id=%s
                cognito.user-pool.client-ids=%s,%s
                cognito.user-pool.issuer=%s/%s
                cognito.accepts=BEARER,MANAGED_LOGIN
                cognito.managed-login.client-id=%s
                cognito.managed-login.endpoint=%s
                cognito.region=eu-west-1
                cognito.endpoint=%s
                cognito.allow-endpoint-override=true
                """
                .formatted(
                        pool.id(),
                        ours,
                        oursExpired,
                        server.endpoint(),
                        pool.id(),
                        ours,
                        server.domain(),
                        server.endpoint());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void theTokenOfOurClientIsTaken() {
        Answer answer = call("api/me", accessToken(ours, "alice"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.lines())
                .containsEntry("username", "alice")
                .containsEntry("groups", "users")
                .containsEntry("issuer", server.endpoint() + "/" + pool.id());
    }

    @Test
    void theTokenOfAnotherClientOfTheSamePoolIsRefused() {
        assertRefused(accessToken(others, "root"), "The token was issued to another app client");
    }

    @Test
    void anExpiredTokenOfOurClientIsRefused() {
        assertRefused(accessToken(oursExpired, "root"), "The token has expired");
    }

    @Test
    void anIdTokenIsRefusedWhereAccessTokensAreMeant() {
        assertRefused(pool.signIn(ours, "root").idToken(), "An access token is expected here");
    }

    @Test
    void aTokenWithAnotherPayloadIsRefused() {
        String[] users = accessToken(ours, "alice").split("[.]");
        String[] admins = accessToken(ours, "root").split("[.]");

        assertRefused(users[0] + "." + admins[1] + "." + users[2], "The token is not valid");
    }

    @Test
    void nobodyIsAskedForAToken() {
        Answer answer = Call.to(war, "api/methods/users").get();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).isEqualTo("Bearer realm=\"cognito\"");
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, api/methods/users, 403",
        "nobody, api/methods/admins, 403",
        "nobody, api/methods/anybody, 200",
        "alice, api/methods/users, 200",
        "alice, api/methods/admins, 403",
        "alice, servlet/admins, 403",
        "root, api/methods/users, 200",
        "root, api/methods/admins, 200",
        "root, servlet/admins, 200"
    })
    void groupsAreRoles(String username, String path, int status) {
        assertThat(call(path, accessToken(ours, username)).status()).isEqualTo(status);
    }

    /** The ID token has passed every other check when its nonce is looked at. */
    @Test
    void theCodeFlowEndsAtTheNonceThatItsIdTokensLeaveOut() {
        Browser browser = new Browser().open(URI.create(ROOT + "servlet/admins"));
        assertThat(browser.address().toString()).startsWith(server.domain() + "/oauth2/authorize?");

        browser.submit("username", "root", "password", CognitoLocalPool.PASSWORD);

        assertThat(browser.address().toString()).startsWith(ROOT + "callback?code=");
        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.body()).contains("The answer belongs to another sign-in.");
        assertThat(browser.open(URI.create(ROOT + "servlet/admins")).address().getPath())
                .isEqualTo("/oauth2/authorize");
    }

    @ParameterizedTest
    @CsvSource({"GET, login", "GET, logout", "GET, oauth2/userInfo", "POST, oauth2/revoke"})
    void itsManagedLoginHasNoFurtherAddresses(String method, String path) throws IOException {
        assertThat(Call.to(server.endpoint().resolve("/").toURL(), path)
                        .send(method)
                        .status())
                .isEqualTo(404);
    }

    private static String accessToken(String client, String username) {
        return pool.signIn(client, username).accessToken();
    }

    private Answer call(String path, String token) {
        return Call.to(war, path).bearer(token).get();
    }

    private void assertRefused(String token, String description) {
        Answer answer = call("api/methods/users", token);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge())
                .isEqualTo(
                        "Bearer realm=\"cognito\", error=\"invalid_token\", error_description=\"" + description + "\"");
    }
}
