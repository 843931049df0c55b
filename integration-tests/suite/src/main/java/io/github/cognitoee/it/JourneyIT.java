package io.github.cognitoee.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.cognitoee.it.harness.Chromium.follow;
import static io.github.cognitoee.it.harness.Chromium.press;
import static io.github.cognitoee.it.harness.Chromium.signIn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.github.cognitoee.it.harness.Chromium;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.pages.PagesApplication;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do with a real browser; the build keeps pictures of it. */
@ExtendWith(ArquillianExtension.class)
@Tag("pages")
@Tag("servlet")
class JourneyIT {

    private static Chromium chromium;

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.withManagedLogin(PagesApplication.class, Map.of());
    }

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void letCognitoReturn() {
        Cognito.letReturnTo(page(""));
    }

    @Test
    void aDeepLinkLeadsThroughTheSignInPageAndBackByKeyboardAlone() {
        Page tab = chromium.newPage("en-US");
        tab.navigate(page("members/notes?id=7").toString());
        assertThat(tab).hasTitle(Pattern.compile("Sign in.*"));
        Chromium.picture(tab, "sign-in");

        tab.getByLabel("Username").focus();
        tab.keyboard().type("alice");
        tab.keyboard().press("Tab");
        tab.keyboard().type("Alice-Passw0rd");
        tab.keyboard().press("Enter");

        assertThat(tab).hasURL(page("members/notes?id=7").toString());
        assertThat(tab.locator("body")).containsText("caller=alice");
        Chromium.picture(tab, "signed-in");
    }

    @Test
    void thePagesSpeakKoreanToo() {
        Page tab = chromium.newPage("ko-KR");
        tab.navigate(page("members/").toString());

        assertThat(tab.locator("html")).hasAttribute("lang", "ko");
        Chromium.picture(tab, "sign-in-ko");
    }

    @Test
    void aWrongPasswordIsToldAndTheNextOneTaken() {
        Page tab = chromium.newPage("en-US");
        tab.navigate(page("members/").toString());
        signIn(tab, "alice", "Wrong-Passw0rd");
        assertThat(tab.getByRole(AriaRole.ALERT)).containsText("Incorrect username or password.");
        Chromium.picture(tab, "wrong-password");

        signIn(tab, "alice", "Alice-Passw0rd");

        assertThat(tab.locator("body")).containsText("caller=alice");
    }

    @Test
    void twoTabsOfOneBrowserSignInOnce() {
        Page first = chromium.newPage("en-US");
        first.navigate(page("members/1").toString());
        signIn(first, "alice", "Alice-Passw0rd");

        Page second = first.context().newPage();
        second.navigate(page("members/2").toString());

        assertThat(second).hasURL(page("members/2").toString());
        assertThat(second.locator("body")).containsText("caller=alice");
    }

    @Test
    void twoTabsThatAskedAtTheSameTimeComeBackToTheirOwnPages() {
        Page first = chromium.newPage("en-US");
        first.navigate(page("members/1").toString());
        Page second = first.context().newPage();
        second.navigate(page("members/2").toString());

        signIn(first, "alice", "Alice-Passw0rd");
        signIn(second, "alice", "Alice-Passw0rd");

        assertThat(first).hasURL(page("members/1").toString());
        assertThat(second).hasURL(page("members/2").toString());
        assertThat(second.locator("body")).containsText("caller=alice");
    }

    @Test
    void whoeverSignsOutInOneTabIsSignedOutInTheOther() {
        Page first = chromium.newPage("en-US");
        first.navigate(page("members/1").toString());
        signIn(first, "alice", "Alice-Passw0rd");
        Page second = first.context().newPage();
        second.navigate(page("members/2").toString());
        assertThat(second.locator("body")).containsText("caller=alice");

        first.navigate(page("open/sign-out").toString());
        second.reload();

        assertThat(second.getByLabel("Password")).isVisible();
    }

    @Test
    void whoeverHasAnAuthenticatorAppIsAskedForItsCode() {
        Page tab = chromium.newPage("en-US");
        tab.navigate(page("members/").toString());
        signIn(tab, "tess", "Tess-Passw0rd");
        assertThat(tab.getByText("The six digits that your authenticator app shows"))
                .isVisible();
        Chromium.picture(tab, "second-factor");

        tab.getByLabel("Code").fill(Cognito.codeOfApp());
        press(tab, "Sign in");

        assertThat(tab).hasURL(page("members/").toString());
        assertThat(tab.locator("body")).containsText("caller=tess");
    }

    @Test
    void whoeverForgotThePasswordChoosesAnotherAndComesIn() {
        Page tab = chromium.newPage("en-US");
        tab.navigate(page("members/").toString());
        follow(tab, "Forgot your password?");
        tab.getByLabel("Username").fill("fred");
        press(tab, "Send a code");
        assertThat(tab.getByText("A code was sent to f***@e***.")).isVisible();
        Chromium.picture(tab, "reset-password");

        tab.getByLabel("Code").fill(Cognito.codeSentTo("fred"));
        tab.getByLabel("New password").fill("Another-Passw0rd");
        press(tab, "Change the password");
        assertThat(tab.getByRole(AriaRole.STATUS)).hasText("The password was changed. Sign in with it now.");
        signIn(tab, "fred", "Another-Passw0rd");

        assertThat(tab).hasURL(page("members/").toString());
        assertThat(tab.locator("body")).containsText("caller=fred");
    }

    @Test
    void whoeverHasAnAccountElsewhereSignsInThereAndHasTheRolesGivenHere() {
        Page tab = chromium.newPage("en-US");
        tab.navigate(page("open/sign-in").toString());
        follow(tab, "Sign in with Staff");
        assertThat(tab).hasURL(Pattern.compile(".*/login[?].*client_id=album0at0staff.*"));
        signIn(tab, "lee", "Lees-Passw0rd");
        assertThat(tab.locator("body")).containsText("caller=" + Cognito.LEE);
        Assertions.assertThat(tab.navigate(page("members/").toString()).status())
                .isEqualTo(403);

        Cognito.addToGroup(Cognito.LEE, "users");
        tab.navigate(page("open/sign-out").toString());
        tab.navigate(page("members/").toString());
        follow(tab, "Sign in with Staff"); // where lee is signed in still

        assertThat(tab).hasURL(page("members/").toString());
        assertThat(tab.locator("body")).containsText("caller=" + Cognito.LEE);
    }

    @Tag("rest")
    @Test
    void whoeverGoesOnWorkingGetsNewTokensUnnoticed() {
        Page tab = chromium.newPage("en-US");
        Cognito.earlier(Duration.ofMinutes(59), () -> {
            tab.navigate(page("members/1").toString());
            signIn(tab, "alice", "Alice-Passw0rd");
            assertThat(tab.locator("body")).containsText("path=/1");
        });
        long requests = Cognito.requests().count("oauth2/token");

        tab.navigate(page("members/2").toString());
        assertThat(tab.locator("body")).containsText("path=/2");
        tab.navigate(page("members/3").toString());
        assertThat(tab.locator("body")).containsText("path=/3");

        Assertions.assertThat(Cognito.requests().count("oauth2/token")).isEqualTo(requests + 1);
        Matcher expires = Pattern.compile("expires=(\\S+)")
                .matcher(tab.navigate(page("api/session").toString()).text());
        Assertions.assertThat(expires.find()).isTrue();
        Assertions.assertThat(Instant.parse(expires.group(1)))
                .isAfter(Instant.now().plus(Duration.ofMinutes(30)));
    }

    @Test
    void aFormThatWasSentTooEarlyIsSentAfterSigningIn() {
        Page tab = chromium.newPage("en-US");
        tab.navigate(page("open/form").toString());
        tab.getByLabel("Title").fill("<b>Größe & more</b>");
        tab.getByRole(AriaRole.BUTTON).click();

        signIn(tab, "alice", "Alice-Passw0rd");

        assertThat(tab).hasURL(page("members/new").toString());
        assertThat(tab.locator("body")).containsText("title=<b>Größe & more</b>");
    }

    @Test
    void whoeverSignedOutIsSignedOutEverywhereAndTheBackButtonShowsNothing() {
        Page tab = chromium.newPage("en-US");
        tab.navigate(page("members/secret").toString());
        signIn(tab, "alice", "Alice-Passw0rd");
        assertThat(tab.locator("body")).containsText("path=/secret");

        tab.navigate(page("open/sign-out").toString());
        assertThat(tab).hasURL(page("").toString());
        tab.goBack();

        assertThat(tab.getByLabel("Password")).isVisible();
        Assertions.assertThat(tab.content()).doesNotContain("path=/secret");
        tab.navigate(page("members/secret").toString());
        assertThat(tab.getByLabel("Password")).isVisible();
    }

    @Test
    void anAnswerThatNobodyWaitsForGetsAPageThatSaysSo() {
        Page tab = chromium.newPage("en-US");
        Response response = tab.navigate(page("callback?code=1&state=2").toString());

        Assertions.assertThat(response.status()).isEqualTo(400);
        assertThat(tab.getByRole(AriaRole.HEADING)).hasText("This sign-in cannot be finished");
        assertThat(tab.getByRole(AriaRole.LINK)).hasText("Start again");
        Chromium.picture(tab, "error");
    }

    @Test
    void whoeverIsNotLetInIsToldSoAndMayStartAgain() {
        Page tab = chromium.newPage("en-US");
        tab.navigate(page("members/").toString());
        Matcher state = Pattern.compile("[?&]state=([^&]+)").matcher(tab.url());
        Assertions.assertThat(state.find()).isTrue();

        Response response = tab.navigate(
                page("callback?error=access_denied&state=" + state.group(1)).toString());

        Assertions.assertThat(response.status()).isEqualTo(403);
        assertThat(tab.getByRole(AriaRole.HEADING)).hasText("You are not signed in");
        assertThat(tab.getByRole(AriaRole.LINK)).hasAttribute("href", page("").toString());
        Chromium.picture(tab, "not-let-in");
        tab.navigate(page("members/").toString());
        signIn(tab, "alice", "Alice-Passw0rd");
        assertThat(tab.locator("body")).containsText("caller=alice");
    }

    private URI page(String path) {
        return URI.create("http://localhost:" + war.getPort() + war.getPath() + path);
    }
}
