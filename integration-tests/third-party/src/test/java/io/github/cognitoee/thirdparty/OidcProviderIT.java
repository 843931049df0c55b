package io.github.cognitoee.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.harness.Browser;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.pages.PagesApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * People sign in at a certified OpenID Provider that is not ours, by a WAR with the library on WildFly. It judges what the
 * library asks of a token endpoint, of PKCE and of rotating refresh tokens; all that it objects to fails the test.
 */
@Requires(Tool.NODE)
@ExtendWith(ArquillianExtension.class)
class OidcProviderIT {

    private static final String POOL = "eu-west-1_Judge";
    private static final String CLIENT = "album";
    private static final String SECRET = "the0secret0of0the0album";
    private static final String ROOT = "http://localhost:" + System.getProperty("cognito.test.http-port") + "/pages/";

    private static NodeServer provider;

    private final Browser browser = new Browser();

    @Deployment(testable = false)
    static WebArchive war() throws IOException {
        provider = NodeServer.start(
                Files.createTempDirectory(Path.of(System.getProperty("cognito.test.target")), "oidc-provider"),
                "oidc-provider.mjs",
                "/.well-known/openid-configuration",
                Map.of("POOL", POOL, "CLIENT_ID", CLIENT, "CLIENT_SECRET", SECRET, "CALLBACK", ROOT + "callback"));
        return Wars.of(PagesApplication.class)
                .addAsResource(new StringAsset(configuration()), "META-INF/microprofile-config.properties");
    }

    private static String configuration() {
        return """
                cognito.user-pool.id=%s
                cognito.user-pool.client-ids=%s
                cognito.managed-login.client-secret=%s
                cognito.managed-login.scope=openid,email
                cognito.managed-login.endpoint=%s
                cognito.endpoint=%s
                cognito.allow-endpoint-override=true
                """
                .formatted(POOL, CLIENT, SECRET, provider.domain(), provider.endpoint());
    }

    @AfterAll
    static void stop() {
        if (provider != null) {
            provider.close();
        }
    }

    @AfterEach
    void theProviderHasNothingToObjectTo() {
        assertThat(provider.output()).noneMatch(line -> line.contains("error") && !line.endsWith("access_denied"));
    }

    @Test
    void whoeverSignsInThereIsSignedInHere() {
        signIn("alice", "members/notes?id=7");

        assertThat(browser.address()).isEqualTo(page("members/notes?id=7"));
        assertThat(browser.answer().lines()).containsEntry("caller", "alice").containsEntry("query", "id=7");
        assertThat(browser.open(page("api/session")).answer().lines())
                .containsEntry("email", "alice@example.com")
                .containsEntry("use", "id")
                .containsEntry("scopes", "[openid, email]");
    }

    @Test
    void whoeverHasNotTheGroupIsSignedInAndNotLetIn() {
        signIn("nobody", "members/");

        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.open(page("open/")).answer().lines()).containsEntry("caller", "nobody");
    }

    @Test
    void whoeverCancelsThereIsToldHere() {
        browser.open(page("members/"));
        browser.open(URI.create(browser.address() + "/abort"));

        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.body()).contains("You are not signed in");
    }

    @Test
    void eachRefreshTokenServesOnce() {
        signIn("alice", "members/");
        long before = happened("refresh_token.consumed");

        for (int i = 0; i < 3; i++) {
            assertThat(browser.post(page("api/session/refresh"), Map.of())
                            .answer()
                            .lines())
                    .containsEntry("renewed", "true");
        }

        assertThat(happened("refresh_token.consumed")).isEqualTo(before + 3);
        assertThat(browser.open(page("members/")).answer().lines()).containsEntry("caller", "alice");
    }

    @Test
    void whoeverSignsOutLeavesNoRefreshTokenBehind() {
        signIn("alice", "members/");
        long before = happened("grant.revoked");

        browser.post(page("api/session/sign-out"), Map.of());

        assertThat(browser.location()).startsWith(provider.domain() + "/logout?client_id=album&logout_uri=");
        assertThat(happened("grant.revoked")).isEqualTo(before + 1);
        assertThat(browser.open(page("open/")).answer().lines()).containsEntry("caller", "null");
    }

    /** By the pages that the provider has for development: one takes any password, the next asks for consent. */
    private void signIn(String username, String path) {
        browser.open(page(path)).submit("login", username, "password", "any").submit();
    }

    private static long happened(String event) {
        return provider.output().stream()
                .map(String::strip)
                .filter(event::equals)
                .count();
    }

    private static URI page(String path) {
        return URI.create(ROOT + path);
    }
}
