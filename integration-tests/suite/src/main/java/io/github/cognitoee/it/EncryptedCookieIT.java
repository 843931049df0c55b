package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.github.cognitoee.it.harness.Browser;
import io.github.cognitoee.it.harness.Chromium;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.pages.PagesApplication;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where tokens are kept in an encrypted cookie, people sign in, stay signed in and sign out, and no server keeps anything. */
@ExtendWith(ArquillianExtension.class)
@Tag("pages")
@Tag("servlet")
class EncryptedCookieIT {

    @ArquillianResource
    private URL war;

    private final Browser browser = new Browser();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.withManagedLogin(
                PagesApplication.class,
                Map.of(
                        "cognito.session.token-store", "COOKIE",
                        "cognito.session.cookie-keys", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="));
    }

    @BeforeEach
    void letCognitoReturn() {
        Cognito.letReturnTo(page(""));
    }

    @Tag("rest")
    @ParameterizedTest
    @ValueSource(strings = {"members/notes", "api/session"})
    void whoeverSignsInComesBackToTheirPageWithoutASessionOfTheServer(String path) {
        int sessions = sessions();

        signIn(path);
        assertThat(browser.address()).isEqualTo(page(path));
        assertThat(browser.answer().lines()).containsEntry("caller", "alice");
        assertThat(browser.open(page("open/")).answer().lines()).containsEntry("caller", "alice");
        assertThat(browser.open(page("api/session")).answer().lines()).containsEntry("session", "true");

        assertThat(tokens()).isNotEmpty().allMatch(name -> name.matches("__Host-cognito-[0-9a-f]{8}-[01]"));
        assertThat(browser.cookiesFor(page(""))).noneMatch(name -> name.contains("SESSION"));
        assertThat(sessions()).isEqualTo(sessions);
    }

    @Test
    void aSessionOfTheApplicationsOwnIsCounted() {
        int sessions = sessions();

        new Browser().open(page("open/session"));

        assertThat(sessions()).isEqualTo(sessions + 1);
    }

    @Test
    void theCookiesAreForThisHostAndNoScript() {
        signIn("members/");

        assertThat(tokens()).isNotEmpty().allSatisfy(name -> assertThat(browser.attributesOf(name))
                .matches("Max-Age=\\d+; Path=/; Secure; HttpOnly; SameSite=Lax"));
    }

    @Tag("rest")
    @Test
    void credentialsAreThoseOfWhoeverSignedIn() {
        signIn("api/session/identity");

        assertThat(browser.body()).startsWith("eu-west-1:");
    }

    @Tag("rest")
    @Test
    void renewedTokensTakeThePlaceOfTheOld() {
        Cognito.earlier(Duration.ofMinutes(59), () -> signIn("members/"));
        String old = browser.cookie(tokens().get(0));

        browser.open(page("api/session"));

        assertThat(browser.cookie(tokens().get(0))).isNotEqualTo(old);
        assertThat(Instant.parse(browser.answer().lines().get("expires")))
                .isAfter(Instant.now().plus(Duration.ofMinutes(30)));
        String renewed = browser.cookie(tokens().get(0));
        assertThat(browser.open(page("members/")).answer().lines()).containsEntry("caller", "alice");
        assertThat(browser.cookie(tokens().get(0))).isEqualTo(renewed);
    }

    @Tag("rest")
    @Test
    void newTokensCanBeHadAtAnyTime() {
        signIn("members/");
        String old = browser.cookie(tokens().get(0));

        assertThat(browser.post(page("api/session/refresh"), Map.of()).answer().lines())
                .containsEntry("renewed", "true");

        assertThat(browser.cookie(tokens().get(0))).isNotEqualTo(old);
        assertThat(browser.open(page("members/")).answer().lines()).containsEntry("caller", "alice");
    }

    @Tag("rest")
    @ParameterizedTest
    @ValueSource(strings = {"open/sign-out", "api/session/sign-out"})
    void whoeverSignsOutHasNoCookieLeft(String path) {
        signIn("members/");

        if (path.startsWith("api/")) {
            browser.post(page(path), Map.of());
        } else {
            browser.visit(page(path));
        }
        assertThat(browser.location()).startsWith(Cognito.domain() + "/logout?");
        browser.follow();

        assertThat(browser.cookiesFor(page(""))).noneMatch(name -> name.startsWith("__Host-"));
        assertThat(browser.open(page("members/")).address().getPath()).isEqualTo("/login");
    }

    @Tag("rest")
    @Test
    void whoeverChangedTheCookieSignsInAnew() {
        signIn("members/");
        String name = tokens().get(0);
        String good = browser.cookie(name);
        String changed = (good.startsWith("A") ? "B" : "A") + good.substring(1);
        browser.setCookie(name, changed);

        assertThat(browser.fetch("GET", page("api/session")).status()).isEqualTo(401);
        assertThat(browser.open(page("open/")).answer().lines()).containsEntry("caller", "null");
        browser.open(page("members/again")); // managed login knows the browser still

        assertThat(browser.address()).isEqualTo(page("members/again"));
        assertThat(browser.answer().lines()).containsEntry("caller", "alice");
        assertThat(browser.cookie(name)).isNotIn(good, changed);
    }

    @Tag("rest")
    @Test
    void aRealBrowserKeepsTheCookiesOfTheSameMachineWithoutTls() {
        try (Chromium chromium = Chromium.start()) {
            Page tab = chromium.newPage("en-US");
            tab.navigate(page("members/notes").toString());
            Chromium.signIn(tab, "alice", "Alice-Passw0rd");

            PlaywrightAssertions.assertThat(tab).hasURL(page("members/notes").toString());
            assertThat(tab.navigate(page("api/session").toString()).text()).contains("caller=alice");
            tab.navigate(page("open/sign-out").toString());
            assertThat(tab.navigate(page("open/").toString()).text()).contains("caller=null");
        }
    }

    private void signIn(String path) {
        browser.open(page(path)).submit("username", "alice", "password", "Alice-Passw0rd");
        assertThat(browser.status()).as(browser.body()).isEqualTo(200);
    }

    private List<String> tokens() {
        return browser.cookiesFor(page("")).stream()
                .filter(name -> name.startsWith("__Host-cognito-"))
                .toList();
    }

    /** How many the server has made so far. */
    private int sessions() {
        return Integer.parseInt(
                new Browser().open(page("open/")).answer().lines().get("sessions"));
    }

    private URI page(String path) {
        return URI.create("http://localhost:" + war.getPort() + war.getPath() + path);
    }
}
