package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.TokenPair;
import io.github.cognitoee.it.harness.Browser;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.pages.PagesApplication;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
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

/** People sign in at managed login, stay signed in, and sign out; programs go on with bearer tokens. */
@ExtendWith(ArquillianExtension.class)
@Tag("pages")
@Tag("servlet")
class ManagedLoginIT {

    @ArquillianResource
    private URL war;

    private final Browser browser = new Browser();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.withManagedLogin(PagesApplication.class, Map.of());
    }

    @BeforeEach
    void letCognitoReturn() {
        Cognito.letReturnTo(page(""));
    }

    @Tag("rest")
    @ParameterizedTest
    @ValueSource(strings = {"members/notes?id=7&x=a%2Fb", "api/session"})
    void whoeverOpensAProtectedPageSignsInAndComesBackToIt(String path) {
        browser.open(page(path));
        assertThat(browser.address().getPath()).isEqualTo("/login");

        browser.submit("username", "alice", "password", "Alice-Passw0rd");

        assertThat(browser.address()).isEqualTo(page(path));
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.answer().lines()).containsEntry("caller", "alice");
    }

    @Tag("rest")
    @Test
    void theSessionTellsWhoSignedInAndWhatTheClientMay() {
        signIn("alice", "api/session");

        assertThat(browser.answer().lines())
                .containsEntry("email", "alice@example.com")
                .containsEntry("use", "id")
                .containsEntry("scopes", "[openid]")
                .containsEntry("session", "true");
        assertThat(browser.answer().header("cache-control"))
                .as("for the back button")
                .contains("no-store");
    }

    @Test
    void whoeverIsSignedInIsKnownOnOpenPagesToo() {
        signIn("alice", "members/");

        assertThat(browser.open(page("open/")).answer().lines()).containsEntry("caller", "alice");
    }

    @Test
    void anOpenPageStaysOpen() {
        assertThat(browser.open(page("open/")).answer().lines()).containsEntry("caller", "null");
        assertThat(browser.cookiesFor(page("open/"))).isEmpty();
    }

    @Test
    void anApplicationMayHavePeopleSignInByItself() {
        browser.open(page("open/sign-in?then=this")).submit("username", "alice", "password", "Alice-Passw0rd");

        assertThat(browser.address()).isEqualTo(page("open/sign-in?then=this"));
        assertThat(browser.answer().lines()).containsEntry("caller", "alice");
    }

    @Tag("rest")
    @ParameterizedTest
    @ValueSource(strings = {"members/", "api/session"})
    void scriptsAreToldAndNotRedirected(String path) {
        browser.fetch("GET", page(path));

        assertThat(browser.status()).isEqualTo(401);
        assertThat(browser.answer().challenge()).isEqualTo("Bearer realm=\"cognito\"");
        assertThat(browser.cookiesFor(page(path))).isEmpty();
    }

    @Tag("rest")
    @ParameterizedTest
    @ValueSource(strings = {"members/", "api/session"})
    void programsComeInWithTokens(String path) {
        assertThat(Call.to(war, path)
                        .bearer(Cognito.alice().accessToken())
                        .get()
                        .lines())
                .containsEntry("caller", "alice");
        assertThat(Call.to(war, path).bearer("nonsense").get().status()).isEqualTo(401);
    }

    @Tag("rest")
    @Test
    void aBadTokenIsRefusedInASessionToo() {
        signIn("alice", "members/");

        assertThat(browser.fetch("GET", page("api/session"), "Authorization", "Bearer nonsense")
                        .status())
                .isEqualTo(401);
    }

    @Tag("rest")
    @Test
    void rolesHold() {
        signIn("alice", "members/");
        assertThat(browser.open(page("api/session/admins")).status()).isEqualTo(403);

        Browser another = new Browser();
        another.open(page("api/session/admins")).submit("username", "admin", "password", "Admin-Passw0rd");
        assertThat(another.body()).isEqualTo("for admins");
    }

    @Test
    void anotherTabIsSignedInToo() {
        Browser first = browser.open(page("members/1"));
        Browser second = browser.anotherTab().open(page("members/2"));

        second.submit("username", "alice", "password", "Alice-Passw0rd");
        assertThat(second.address()).isEqualTo(page("members/2"));

        first.submit("username", "alice", "password", "Alice-Passw0rd");
        assertThat(first.address()).isEqualTo(page("members/1"));
        assertThat(first.answer().lines()).containsEntry("caller", "alice");
    }

    @Test
    void theSessionGetsAnIdThatNobodyKnewAndKeepsWhatTheVisitorHadPutIn() {
        browser.open(page("open/session"));
        String name = sessionCookie();
        String before = browser.cookie(name);

        signIn("alice", "open/sign-in");

        assertThat(browser.cookie(name)).isNotEqualTo(before);
        assertThat(browser.answer().lines()).containsEntry("cart", "a book").containsEntry("caller", "alice");
    }

    @Test
    void theSessionsCookieIsGuarded() {
        signIn("alice", "members/");

        assertThat(browser.attributesOf(sessionCookie()))
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("Secure");
    }

    @Test
    void theSessionsCookieStaysWithThisSite() {
        signIn("alice", "members/");

        assertThat(browser.attributesOf(sessionCookie())).containsIgnoringCase("SameSite=Lax");
    }

    @Test
    void nothingButTheSessionIsLeftOfASignIn() {
        signIn("alice", "members/");

        assertThat(browser.cookiesFor(page("members/"))).noneMatch(name -> name.startsWith("__Host-cognito"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null"})
    void aFormOfAnotherSiteIsRefused(String origin) {
        signIn("alice", "members/");

        assertThat(browser.post(page("members/"), Map.of("title", "x"), origin).status())
                .isEqualTo(403);
        assertThat(browser.post(page("members/"), Map.of("title", "x")).answer().lines())
                .containsEntry("title", "x");
    }

    @Test
    void aFormIsSentAgainWhenItsSenderHasSignedIn() {
        browser.post(page("members/new"), Map.of("title", "<b>\"Größe\" & more"))
                .follow();
        browser.submit("username", "alice", "password", "Alice-Passw0rd");
        assertThat(browser.body()).contains("<h1>You are signed in</h1>");

        browser.submit();

        assertThat(browser.address()).isEqualTo(page("members/new"));
        assertThat(browser.answer().lines())
                .containsEntry("caller", "alice")
                .containsEntry("title", "<b>\"Größe\" & more");
    }

    @Tag("rest")
    @Test
    void credentialsAreThoseOfWhoeverSignedIn() {
        signIn("alice", "api/session/identity");
        String identity = browser.body();

        TokenPair tokens = Cognito.alice().pair();
        assertThat(identity).startsWith("eu-west-1:");
        assertThat(Call.to(war, "api/session/identity")
                        .bearer(tokens.accessToken())
                        .header("X-Cognito-Id-Token", tokens.idToken())
                        .get()
                        .body())
                .isEqualTo(identity);
    }

    @Tag("rest")
    @Test
    void newTokensCanBeHadAtAnyTime() {
        signIn("alice", "members/");

        assertThat(browser.post(page("api/session/refresh"), Map.of()).answer().lines())
                .containsEntry("renewed", "true");
        assertThat(browser.open(page("members/")).answer().lines()).containsEntry("caller", "alice");
    }

    @Test
    void signingOutEndsTheSessionHereAndAtManagedLogin() {
        signIn("alice", "members/");

        browser.visit(page("open/sign-out"));
        assertThat(browser.location()).startsWith(Cognito.domain() + "/logout?");
        browser.follow();

        assertThat(browser.address()).isEqualTo(page(""));
        assertThat(browser.open(page("members/")).address().getPath()).isEqualTo("/login");
    }

    @Tag("rest")
    @Test
    void aServiceSignsOutAndSendsTheBrowserOn() {
        signIn("alice", "members/");

        browser.post(page("api/session/sign-out"), Map.of());
        assertThat(browser.location()).startsWith(Cognito.domain() + "/logout?");

        assertThat(browser.open(page("open/")).answer().lines()).containsEntry("caller", "null");
    }

    @Test
    void aLinkOfAnotherSiteSignsNobodyOut() {
        signIn("alice", "members/");

        browser.fetch("GET", page("open/sign-out"), "Sec-Fetch-Site", "cross-site");

        assertThat(browser.open(page("members/")).answer().lines()).containsEntry("caller", "alice");
    }

    @Test
    void anAnswerThatNobodyWaitsForIsTold() {
        browser.open(page("callback?code=1&state=2"));

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.body()).contains("This sign-in cannot be finished");
        assertThat(browser.cookiesFor(page(""))).isEmpty();
    }

    @Test
    void anAnswerIsTakenOnce() {
        browser.open(page("members/"));
        browser.submit("username", "alice", "password", "Alice-Passw0rd");
        URI callback = browser.lastRedirectThrough(page("callback"));

        assertThat(new Browser().open(callback).status()).isEqualTo(400);
        assertThat(browser.open(callback).status()).isEqualTo(400);
        assertThat(browser.open(page("members/")).answer().lines()).containsEntry("caller", "alice");
    }

    @Test
    void whatManagedLoginRefusesIsTold() {
        browser.visit(page("members/"));
        String state = browser.redirectedWith("state");

        browser.open(page("callback?error=access_denied&error_description=%3Cscript%3E&state=" + state));

        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.body()).contains("You are not signed in").doesNotContain("script");
    }

    @Test
    void whoSignedInTooLongAgoGivesThePasswordAgain() {
        Cognito.earlier(Duration.ofMinutes(10), () -> signIn("alice", "members/"));

        browser.open(page("account/settings?tab=2"));
        assertThat(browser.address().getPath()).isEqualTo("/login");
        assertThat(browser.body()).contains("value=\"alice\"");
        browser.submit("username", "alice", "password", "Alice-Passw0rd");

        assertThat(browser.address()).isEqualTo(page("account/settings?tab=2"));
        assertThat(browser.answer().lines()).containsEntry("account", "alice");
    }

    @Test
    void whatTheySentMeanwhileIsNotLost() {
        Cognito.earlier(Duration.ofMinutes(10), () -> signIn("alice", "members/"));

        browser.post(page("account/name"), Map.of("name", "Alice A.")).follow();
        browser.submit("username", "alice", "password", "Alice-Passw0rd");
        browser.submit();

        assertThat(browser.answer().lines()).containsEntry("account", "alice").containsEntry("name", "Alice A.");
    }

    @Test
    void whatSomebodySentIsNotSentByWhoeverSignsInInTheirPlace() {
        Cognito.earlier(Duration.ofMinutes(10), () -> signIn("alice", "members/"));

        browser.post(page("account/name"), Map.of("name", "Alice A.")).follow();
        browser.submit("username", "admin", "password", "Admin-Passw0rd");

        assertThat(browser.address()).as("and no page that sends the form").isEqualTo(page(""));
        assertThat(browser.open(page("account/name")).body()).isEqualTo("account=admin");
    }

    @Test
    void aScriptIsToldThatTheSignInIsTooOld() {
        Cognito.earlier(Duration.ofMinutes(10), () -> signIn("alice", "members/"));

        browser.fetch("GET", page("account/"));

        assertThat(browser.status()).isEqualTo(401);
        assertThat(browser.answer().challenge()).contains("insufficient_user_authentication", "max_age=\"300\"");
    }

    @Tag("rest")
    @Test
    void whoHasAnAuthenticatorAppIsLetInWhereOneIsRequired() {
        browser.open(page("api/transfer")).submit("username", "tess", "password", "Tess-Passw0rd");
        browser.submit("code", Cognito.codeOfApp());

        assertThat(browser.address()).isEqualTo(page("api/transfer"));
        assertThat(browser.answer().lines()).containsEntry("transfer", "tess");
    }

    @Tag("rest")
    @Test
    void whoHasNoneIsToldSoAndNotSentInCircles() {
        signIn("alice", "members/");

        browser.open(page("api/transfer")).submit("username", "alice", "password", "Alice-Passw0rd");

        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.body()).contains("<h1>This sign-in is not enough</h1>");
        assertThat(browser.open(page("members/")).answer().lines()).containsEntry("caller", "alice");
    }

    @Test
    void anApplicationMaySendItsUsersToTheirProvider() {
        browser.visit(page("open/staff"));

        assertThat(browser.redirectedWith("identity_provider")).isEqualTo("Staff");
        assertThat(browser.redirectedWith("login_hint")).isEqualTo("lee@staff.example");
        browser.follow().submit("username", "lee", "password", "Lees-Passw0rd");

        assertThat(browser.address()).isEqualTo(page("open/?from=staff"));
        assertThat(browser.answer().lines()).containsEntry("caller", Cognito.LEE);
    }

    private void signIn(String username, String path) {
        browser.open(page(path));
        browser.submit(
                "username", username, "password", username.equals("admin") ? "Admin-Passw0rd" : "Alice-Passw0rd");
        assertThat(browser.status()).as(browser.body()).isEqualTo(200);
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
