package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.form.FormApplication;
import io.github.cognitoee.it.harness.Browser;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People sign in at the library's own form, or by what an application does with a name and a password. */
@ExtendWith(ArquillianExtension.class)
@Tag("pages")
class FormIT {

    @ArquillianResource
    private URL war;

    private final Browser browser = new Browser();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(FormApplication.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"members/notes?id=7&x=a%2Fb", "api/notes"})
    void whoeverOpensAProtectedPageSignsInThereAndSeesIt(String path) {
        browser.open(page(path));
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.body()).contains("<h1>Sign in</h1>");
        assertThat(browser.answer().header("cache-control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));

        signIn("alice", "Alice-Passw0rd");

        assertThat(browser.address()).isEqualTo(page(path));
        assertThat(browser.answer().lines()).containsEntry("caller", "alice");
        assertThat(browser.cookiesFor(page(""))).noneMatch(name -> name.startsWith("__Host-cognito"));
    }

    @Test
    void theSessionHoldsOnOpenPagesAndForServicesToo() {
        open("alice", "Alice-Passw0rd");

        assertThat(browser.open(page("open/")).answer().lines())
                .containsEntry("caller", "alice")
                .containsEntry("member", "true");
        assertThat(browser.fetch("GET", page("api/notes")).answer().lines()).containsEntry("session", "true");
    }

    @Test
    void whoIsNotLetInIsToldNoMoreThanThat() {
        browser.open(page("members/"));
        signIn("alice", "Wrong-Passw0rd");
        assertThat(browser.status()).isEqualTo(401);
        String ofAlice = browser.body();
        signIn("nobody", "Wrong-Passw0rd");

        assertThat(browser.status()).isEqualTo(401);
        assertThat(browser.body())
                .contains("The user name or the password is not right.")
                .isEqualTo(ofAlice.replace("value=\"alice\"", "value=\"nobody\""));

        signIn("alice", "Alice-Passw0rd");
        assertThat(browser.answer().lines()).containsEntry("caller", "alice");
    }

    @Test
    void whoHasAnAuthenticatorAppIsAskedForItsCode() {
        browser.open(page("members/7"));
        signIn("tess", "Tess-Passw0rd");
        assertThat(browser.body()).contains("The six digits that your authenticator app shows");
        assertThat(new Browser().open(page("open/")).answer().lines()).containsEntry("caller", "null");

        browser.submit("code", "000000");
        assertThat(browser.body()).contains("That is not the code.");
        browser.submit("code", Cognito.codeOfApp());

        assertThat(browser.address()).isEqualTo(page("members/7"));
        assertThat(browser.answer().lines()).containsEntry("caller", "tess");
    }

    @Test
    void aBrowserThatTheUserPoolRemembersIsAskedForNoCodeAgain() {
        Cognito.whileDevicesAreRemembered(() -> {
            browser.open(page("members/7"));
            signIn("tess", "Tess-Passw0rd");
            browser.submit("code", Cognito.codeOfApp());
            assertThat(browser.post(page("api/notes/refresh"), Map.of())
                            .answer()
                            .lines())
                    .containsEntry("renewed", "true");
            browser.visit(page("open/sign-out"));
            assertThat(browser.open(page("open/")).answer().lines()).containsEntry("caller", "null");

            browser.open(page("members/7"));
            signIn("tess", "Tess-Passw0rd");

            assertThat(browser.address()).isEqualTo(page("members/7"));
            assertThat(browser.answer().lines()).containsEntry("caller", "tess");
        });
    }

    @Test
    void aFormOfAnotherSiteSignsNobodyIn() {
        browser.post(
                page("j_security_check"),
                Map.of("j_username", "alice", "j_password", "Alice-Passw0rd"),
                "https://evil.example");

        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.open(page("open/")).answer().lines()).containsEntry("caller", "null");
    }

    @Test
    void aFormOfTheApplicationsOwnNeedsNoMoreThanTheTwoFields() {
        browser.post(page("account/j_security_check"), Map.of("j_username", "alice", "j_password", "Alice-Passw0rd"));

        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.location()).isEqualTo(page("").toString());
        assertThat(browser.open(page("open/")).answer().lines()).containsEntry("caller", "alice");
    }

    @Test
    void programsGetAStatusAndNoPage() {
        browser.fetch("GET", page("members/"));
        assertThat(browser.status()).isEqualTo(401);
        assertThat(browser.answer().challenge()).isEqualTo("Bearer realm=\"cognito\"");
        assertThat(Call.to(war, "members/")
                        .bearer(Cognito.alice().accessToken())
                        .get()
                        .lines())
                .containsEntry("caller", "alice");
    }

    @Test
    void theSessionGetsAnIdThatNobodyKnewAndKeepsWhatTheVisitorHadPutIn() {
        browser.open(page("open/session"));
        String name = sessionCookie();
        String before = browser.cookie(name);

        open("alice", "Alice-Passw0rd");

        assertThat(browser.cookie(name)).isNotEqualTo(before);
        assertThat(browser.open(page("open/")).answer().lines()).containsEntry("cart", "a book");
    }

    @Test
    void theSessionsCookieIsGuarded() {
        open("alice", "Alice-Passw0rd");

        assertThat(browser.attributesOf(sessionCookie()))
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("Secure");
    }

    @Test
    void theSessionsCookieStaysWithThisSite() {
        open("alice", "Alice-Passw0rd");

        assertThat(browser.attributesOf(sessionCookie())).containsIgnoringCase("SameSite=Lax");
    }

    @Test
    void aFormThatCameTooEarlyIsSentAgain() {
        browser.post(page("members/new"), Map.of("title", "<b>\"Größe\" & more"));
        signIn("alice", "Alice-Passw0rd");
        assertThat(browser.body()).contains("<h1>You are signed in</h1>");

        browser.submit();

        assertThat(browser.answer().lines())
                .containsEntry("caller", "alice")
                .containsEntry("title", "<b>\"Größe\" & more");
    }

    @Test
    void newTokensCanBeHadAtAnyTime() {
        open("alice", "Alice-Passw0rd");

        assertThat(browser.post(page("api/notes/refresh"), Map.of()).answer().lines())
                .containsEntry("renewed", "true");
        assertThat(browser.open(page("members/")).answer().lines()).containsEntry("caller", "alice");
    }

    @Test
    void whoSignsOutIsSignedOut() {
        open("alice", "Alice-Passw0rd");

        browser.visit(page("open/sign-out"));

        assertThat(browser.location()).isEqualTo(page("").toString());
        assertThat(browser.open(page("members/")).body()).contains("<h1>Sign in</h1>");
    }

    @Test
    void anApplicationSignsInByRequestLogin() {
        browser.open(page("open/session"));
        String before = browser.cookie(sessionCookie());
        post("open/login", "alice", "Alice-Passw0rd");

        assertThat(browser.answer().lines())
                .containsEntry("caller", "alice")
                .containsEntry("member", "true")
                .doesNotContainKey("refused");
        assertThat(browser.cookie(sessionCookie())).isNotEqualTo(before);
        assertThat(browser.open(page("members/")).answer().lines()).containsEntry("caller", "alice");
    }

    @Test
    void aWrongPasswordAtRequestLoginIsAnException() {
        post("open/login", "alice", "Wrong-Passw0rd");

        assertThat(browser.answer().lines())
                .containsEntry("refused", "The sign-in was refused: BAD_CREDENTIALS")
                .containsEntry("caller", "null");
        assertThat(browser.open(page("open/")).answer().lines()).containsEntry("caller", "null");
    }

    @Test
    void whoIsSignedInDoesNotBecomeSomebodyElseByRequestLogin() {
        open("alice", "Alice-Passw0rd");
        post("open/login", "admin", "WRONG");

        assertThat(browser.answer().lines())
                .containsEntry("refused", "Somebody is signed in already; call logout() first")
                .containsEntry("caller", "alice");
    }

    @Test
    void requestLoginNamesWhatElseIsDue() {
        post("open/login", "tess", "Tess-Passw0rd");

        assertThat(browser.answer().lines().get("refused"))
                .startsWith("The sign-in is not complete: AuthenticatorCode");
        assertThat(browser.open(page("open/")).answer().lines()).containsEntry("caller", "null");
    }

    @Test
    void aPasswordThatIsPassedToTheContextBeginsASession() {
        post("open/authenticate", "alice", "Alice-Passw0rd");
        assertThat(browser.answer().lines()).containsEntry("status", "SUCCESS").containsEntry("caller", "alice");
        assertThat(browser.open(page("members/")).answer().lines()).containsEntry("caller", "alice");
    }

    @Test
    void aWrongOneIsToldToTheApplication() {
        post("open/authenticate", "alice", "Wrong-Passw0rd");

        assertThat(browser.answer().lines())
                .containsEntry("status", "SEND_FAILURE")
                .containsEntry("caller", "null");
    }

    @Test
    void whatElseIsDueIsAskedForByAPage() {
        post("open/authenticate", "tess", "Tess-Passw0rd");
        assertThat(browser.body()).contains("<h1>Enter the code</h1>");

        browser.submit("code", Cognito.codeOfApp());

        assertThat(browser.open(page("members/")).answer().lines()).containsEntry("caller", "tess");
    }

    private void open(String username, String password) {
        browser.open(page("members/"));
        signIn(username, password);
        assertThat(browser.status()).as(browser.body()).isEqualTo(200);
    }

    private void signIn(String username, String password) {
        browser.submit("j_username", username, "j_password", password);
    }

    private void post(String path, String username, String password) {
        browser.post(page(path), Map.of("username", username, "password", password));
    }

    private String sessionCookie() {
        return browser.cookiesFor(page("")).stream()
                .filter(name -> name.contains("SESSION"))
                .findFirst()
                .orElseThrow();
    }

    /** Cookies hold for {@code localhost} only. */
    private URI page(String path) {
        return URI.create("http://localhost:" + war.getPort() + war.getPath() + path);
    }
}
