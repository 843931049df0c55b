package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.form.FormApplication;
import io.github.cognitoee.it.form.MembersServlet;
import io.github.cognitoee.it.form.NotesResource;
import io.github.cognitoee.it.form.PasswordServlet;
import io.github.cognitoee.it.harness.Browser;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People sign in at a page of the application's own, by an app client of its own, with tokens in an encrypted cookie. */
@ExtendWith(ArquillianExtension.class)
@Tag("pages")
class OwnFormIT {

    private static final String FORM =
            """
            <!DOCTYPE html>
            <title>Our own page</title>
            <h1>Our own page</h1>
            <form method="post" action="j_security_check">
            <label>Name <input name="j_username"></label>
            <label>Password <input name="j_password" type="password"></label>
            <button>Go</button>
            </form>
            """;

    @ArquillianResource
    private URL war;

    private final Browser browser = new Browser();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(
                        "own-form",
                        Map.of(
                                "cognito.user-pool.client-ids", "demo0client0of0photo0album," + Cognito.OTHER_CLIENT,
                                "cognito.sign-in.client-id", Cognito.OTHER_CLIENT,
                                "cognito.sign-in.flow", "USER_PASSWORD_AUTH",
                                "cognito.form.login-page", "/account/sign-in.html",
                                "cognito.form.error-page", "/account/oops.html",
                                "cognito.session.token-store", "COOKIE",
                                "cognito.session.cookie-keys", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="),
                        FormApplication.class,
                        MembersServlet.class,
                        PasswordServlet.class,
                        NotesResource.class)
                .addAsWebResource(new StringAsset(FORM), "account/sign-in.html")
                .addAsWebResource(new StringAsset(FORM.replace("Our own page", "Once more")), "account/oops.html");
    }

    @Test
    void whoeverOpensAProtectedPageComesToTheApplicationsPageAndBack() {
        browser.open(page("members/notes?id=7"));
        assertThat(browser.address().getPath()).endsWith("/account/sign-in.html");
        assertThat(browser.body()).contains("<h1>Our own page</h1>");

        browser.submit("j_username", "alice", "j_password", "Alice-Passw0rd");

        assertThat(browser.address()).isEqualTo(page("members/notes?id=7"));
        assertThat(browser.answer().lines()).containsEntry("caller", "alice");
        assertThat(browser.cookiesFor(page("")))
                .isNotEmpty()
                .allMatch(name -> name.matches("__Host-cognito-[0-9a-f]{8}-[01]"));
    }

    @Test
    void whoIsNotLetInComesToTheErrorPageAndMayTryAgain() {
        browser.open(page("members/notes?id=7"));
        browser.submit("j_username", "alice", "j_password", "Wrong-Passw0rd");
        assertThat(browser.address().getPath()).endsWith("/account/oops.html");
        assertThat(browser.address().getQuery()).endsWith("&error=BAD_CREDENTIALS");

        browser.submit("j_username", "alice", "j_password", "Alice-Passw0rd");

        assertThat(browser.address()).isEqualTo(page("members/notes?id=7"));
    }

    @Test
    void tokensAreRenewedByTheUserPoolBeforeTheyExpire() {
        Cognito.earlier(Duration.ofMinutes(59), () -> {
            browser.open(page("members/1"));
            browser.submit("j_username", "alice", "j_password", "Alice-Passw0rd");
            assertThat(browser.answer().lines()).containsEntry("caller", "alice");
        });
        long renewals = Cognito.requests().count("GetTokensFromRefreshToken");

        browser.open(page("members/2"));
        browser.open(page("members/3"));

        assertThat(browser.answer().lines()).containsEntry("caller", "alice").containsEntry("path", "/3");
        assertThat(Cognito.requests().count("GetTokensFromRefreshToken"))
                .as("once, and not again with the new tokens")
                .isEqualTo(renewals + 1);
    }

    @Test
    void aCodeIsAskedForByAPageOfTheLibrary() {
        browser.open(page("members/notes?id=7"));
        browser.submit("j_username", "tess", "j_password", "Tess-Passw0rd");
        browser.submit("code", Cognito.codeOfApp());

        assertThat(browser.answer().lines()).containsEntry("caller", "tess");
    }

    @Test
    void whoIsSignedOutByTheRequestThatSignedThemInHasNoCookieLeft() {
        browser.post(page("open/in-and-out"), Map.of("username", "alice", "password", "Alice-Passw0rd"));

        assertThat(browser.cookiesFor(page(""))).noneMatch(name -> name.startsWith("__Host-cognito"));
        assertThat(browser.open(page("open/")).answer().lines()).containsEntry("caller", "null");
    }

    private URI page(String path) {
        return URI.create("http://localhost:" + war.getPort() + war.getPath() + path);
    }
}
