package io.github.cognitoee.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.github.cognitoee.it.harness.Chromium;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.pages.PagesApplication;
import java.net.URI;
import java.net.URL;
import java.util.Map;
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
        signIn(tab, "Wrong-Passw0rd");
        assertThat(tab.getByRole(AriaRole.ALERT)).containsText("Incorrect username or password.");
        Chromium.picture(tab, "wrong-password");

        signIn(tab, "Alice-Passw0rd");

        assertThat(tab.locator("body")).containsText("caller=alice");
    }

    @Test
    void twoTabsOfOneBrowserSignInOnce() {
        Page first = chromium.newPage("en-US");
        first.navigate(page("members/1").toString());
        signIn(first, "Alice-Passw0rd");

        Page second = first.context().newPage();
        second.navigate(page("members/2").toString());

        assertThat(second).hasURL(page("members/2").toString());
        assertThat(second.locator("body")).containsText("caller=alice");
    }

    @Test
    void aFormThatWasSentTooEarlyIsSentAfterSigningIn() {
        Page tab = chromium.newPage("en-US");
        tab.navigate(page("open/form").toString());
        tab.getByLabel("Title").fill("<b>Größe & more</b>");
        tab.getByRole(AriaRole.BUTTON).click();

        signIn(tab, "Alice-Passw0rd");

        assertThat(tab).hasURL(page("members/new").toString());
        assertThat(tab.locator("body")).containsText("title=<b>Größe & more</b>");
    }

    @Test
    void whoeverSignedOutIsSignedOutEverywhereAndTheBackButtonShowsNothing() {
        Page tab = chromium.newPage("en-US");
        tab.navigate(page("members/secret").toString());
        signIn(tab, "Alice-Passw0rd");
        assertThat(tab.locator("body")).containsText("path=/secret");

        tab.navigate(page("open/sign-out").toString());
        assertThat(tab).hasURL(page("").toString());
        tab.goBack();

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

    private static void signIn(Page tab, String password) {
        tab.getByLabel("Username").fill("alice");
        tab.getByLabel("Password").fill(password);
        tab.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    private URI page(String path) {
        return URI.create("http://localhost:" + war.getPort() + war.getPath() + path);
    }
}
