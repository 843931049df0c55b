package io.github.cognitoee.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import io.github.cognitoee.it.form.FormApplication;
import io.github.cognitoee.it.form.MembersServlet;
import io.github.cognitoee.it.form.PasswordServlet;
import io.github.cognitoee.it.harness.Chromium;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.LoginTab;
import io.github.cognitoee.it.harness.SignInPool;
import io.github.cognitoee.it.harness.Visitor;
import io.github.cognitoee.it.harness.Wars;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;

/** What people do at the library's own form with a real browser; the build keeps pictures of it. */
@ExtendWith(ArquillianExtension.class)
@Tag("pages")
class FormJourneyIT {

    private static final SignInPool POOL = SignInPool.make(
            "form-journey",
            pool -> pool.schema(SchemaAttributeType.builder()
                    .name("family_name")
                    .attributeDataType(AttributeDataType.STRING)
                    .required(true)
                    .mutable(true)
                    .build()));

    private static final Map<String, String> LIDDELL = Map.of("family_name", "Liddell");

    private static final String LETTER =
            """
            <!DOCTYPE html>
            <meta charset="utf-8">
            <title>A letter</title>
            <form method="post" action="members/new">
            <label>Title <input name="title"></label>
            <button>Send</button>
            </form>
            """;

    private static Chromium chromium;

    @ArquillianResource
    private URL war;

    private Visitor visitor;
    private LoginTab tab;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(
                        "form-journey",
                        POOL.configuration(),
                        FormApplication.class,
                        MembersServlet.class,
                        PasswordServlet.class)
                .addAsWebResource(new StringAsset("<!DOCTYPE html><title>Welcome</title>"), "index.html")
                .addAsWebResource(new StringAsset(LETTER), "letter.html");
    }

    @BeforeAll
    static void start() {
        askForSecondFactors(UserPoolMfaType.OPTIONAL);
        POOL.person("alice", "Alice-Passw0rd", LIDDELL);
        chromium = Chromium.start();
    }

    private static void askForSecondFactors(UserPoolMfaType when) {
        POOL.factors(pool -> pool.mfaConfiguration(when)
                .softwareTokenMfaConfiguration(app -> app.enabled(true))
                .emailMfaConfiguration(mail -> mail.subject("Your code"))
                .smsMfaConfiguration(sms ->
                        sms.smsConfiguration(sender -> sender.snsCallerArn("arn:aws:iam::123456789012:role/Sms"))));
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void visit() {
        visitor = chromium.newVisitor();
        tab = visitor.newTab();
    }

    @AfterEach
    void leave() {
        visitor.leave();
    }

    @Test
    void aDeepLinkLeadsThroughTheFormAndBackByKeyboardAlone() {
        tab.open(at("members/notes?id=7"));
        assertThat(tab.heading("Sign in")).isVisible();
        assertThat(tab.field("User name")).isFocused();
        tab.look("form-sign-in");

        tab.type("alice").key("Tab");
        assertThat(tab.field("Password")).isFocused();
        tab.type("Wrong-Passw0rd").key("Enter");
        assertThat(tab.alert()).hasText("The user name or the password is not right.");
        assertThat(tab.field("User name")).hasValue("alice");
        assertThat(tab.field("Password")).hasValue("");
        assertThat(tab.field("Password")).isFocused();
        tab.look("form-wrong-password");

        tab.type("Alice-Passw0rd").key("Enter");
        assertThat(tab.page()).hasURL(at("members/notes?id=7"));
        assertThat(tab.body()).containsText("caller=alice");
    }

    @Test
    void cookiesAreForNoScript() {
        signedIn(tab, "members/");

        Assertions.assertThat(visitor.cookies()).isNotEmpty().allSatisfy(FormJourneyIT::isGuarded);
        Assertions.assertThat(tab.page()
                        .evaluate("JSON.stringify([document.cookie, {...localStorage}, {...sessionStorage}])"))
                .isEqualTo("[\"\",{},{}]");
    }

    private static void isGuarded(Cookie cookie) {
        Assertions.assertThat(cookie.httpOnly).as(cookie.name).isTrue();
        Assertions.assertThat(cookie.secure).as(cookie.name).isTrue();
    }

    @Test
    void theFormLoadedAgainIsAsGood() {
        tab.open(at("members/1"));
        assertThat(tab.heading("Sign in")).isVisible();
        tab.page().reload();

        tab.signIn("alice", "Alice-Passw0rd");

        assertThat(tab.page()).hasURL(at("members/1"));
        assertThat(tab.body()).containsText("caller=alice");
        tab.page().reload();
        assertThat(tab.page()).hasURL(at("members/1"));
        assertThat(tab.body()).containsText("caller=alice");
    }

    @Test
    void whoeverGoesBackAfterSigningInFindsNoForm() {
        tab.open(at("members/1"));
        tab.signIn("alice", "Wrong-Passw0rd");
        assertThat(tab.alert()).isVisible();
        tab.signIn("alice", "Alice-Passw0rd");
        assertThat(tab.body()).containsText("caller=alice");

        goBackToWhatWasSent();
        assertThat(tab.field("Password")).hasCount(0);
        tab.page().goBack();

        assertThat(tab.page()).hasURL(at("members/1"));
        assertThat(tab.body()).containsText("caller=alice");
    }

    /** Chromium shows nothing of an answer to a form before it is asked to send the form again. */
    private void goBackToWhatWasSent() {
        Assertions.assertThatThrownBy(tab.page()::goBack)
                .isInstanceOf(PlaywrightException.class)
                .hasMessageContaining("net::ERR_CACHE_MISS");
    }

    @Test
    void twoTabsSignInSideBySideAndComeToTheirOwnPages() {
        LoginTab other = visitor.newTab();
        tab.open(at("members/1"));
        other.open(at("members/2"));

        tab.signIn("alice", "Alice-Passw0rd");
        assertThat(tab.page()).hasURL(at("members/1"));
        other.signIn("alice", "Alice-Passw0rd");

        assertThat(other.page()).hasURL(at("members/2"));
        assertThat(other.body()).containsText("caller=alice");
        tab.page().reload();
        assertThat(tab.body()).containsText("caller=alice");
    }

    @Test
    void whoeverSignsOutInOneTabIsSignedOutInTheOtherAndTheBackButtonShowsNothing() {
        signedIn(tab, "members/secret");
        LoginTab other = visitor.newTab().open(at("members/2"));
        assertThat(other.body()).containsText("caller=alice");

        tab.open(at("open/sign-out"));
        assertThat(tab.page()).hasURL(at(""));
        other.page().reload();
        assertThat(other.heading("Sign in")).isVisible();

        tab.page().goBack();
        assertThat(tab.heading("Sign in")).isVisible();
        Assertions.assertThat(tab.page().content()).doesNotContain("path=/secret");
    }

    @Test
    void aFormThatWasSentTooEarlyIsSentAfterSigningIn() {
        tab.open(at("letter.html"));
        tab.field("Title").fill("<b>Größe & more</b>");
        tab.press("Send");

        tab.signIn("alice", "Alice-Passw0rd");

        assertThat(tab.page()).hasURL(at("members/new"));
        assertThat(tab.body()).containsText("title=<b>Größe & more</b>");
    }

    @ParameterizedTest
    @CsvSource({
        "ella, A code was sent by e-mail to e***@e***.",
        "sam, A code was sent as a text message to +********5678."
    })
    void aCodeIsSentAndAskedForUntilItIsRight(String username, String hint) {
        newPersonToBeSentCodes(username);
        POOL.prefer(username, factors -> {
            factors.emailMfaSettings(mail -> mail.enabled(username.equals("ella")));
            factors.smsMfaSettings(sms -> sms.enabled(username.equals("sam")));
        });
        tab.open(at("members/7"));
        tab.signIn(username, "Some-Passw0rd");
        assertThat(tab.heading("Enter the code")).isVisible();
        assertThat(tab.body()).containsText(hint);
        assertThat(tab.field("Code")).isFocused();
        assertThat(tab.field("Code")).hasAttribute("autocomplete", "one-time-code");
        tab.look("form-code-" + username);

        String code = Cognito.codeSentTo(username);
        tab.type(code.equals("000000") ? "111111" : "000000").key("Enter");
        assertThat(tab.alert()).hasText("That is not the code. Please try again.");
        assertThat(tab.field("Code")).hasValue("");
        assertThat(tab.field("Code")).isFocused();
        tab.type(code).key("Enter");

        assertThat(tab.page()).hasURL(at("members/7"));
        assertThat(tab.body()).containsText("caller=" + username);
    }

    private static void newPersonToBeSentCodes(String username) {
        POOL.person(
                username,
                "Some-Passw0rd",
                Map.of(
                        "family_name",
                        "Liddell",
                        "email",
                        username + "@example.com",
                        "email_verified",
                        "true",
                        "phone_number",
                        "+821012345678",
                        "phone_number_verified",
                        "true"));
    }

    @Test
    void whoeverHasTwoSecondFactorsChoosesOne() {
        newPersonToBeSentCodes("chris");
        POOL.prefer("chris", factors -> factors.emailMfaSettings(mail -> mail.enabled(true))
                .smsMfaSettings(sms -> sms.enabled(true)));
        tab.open(at("members/"));
        tab.signIn("chris", "Some-Passw0rd");
        assertThat(tab.heading("How do you want to go on?")).isVisible();
        tab.look("form-second-factors");

        tab.press("A code as a text message");
        assertThat(tab.body()).containsText("A code was sent as a text message");
        tab.type(Cognito.codeSentTo("chris")).key("Enter");

        assertThat(tab.body()).containsText("caller=chris");
    }

    @Test
    void aCodesPageThatIsOverLeadsBackToTheForm() {
        newPersonToBeSentCodes("emil");
        POOL.prefer("emil", factors -> factors.emailMfaSettings(mail -> mail.enabled(true)));
        tab.open(at("members/8"));
        tab.signIn("emil", "Some-Passw0rd");
        assertThat(tab.field("Code")).isFocused();
        LoginTab copy = visitor.newTab();
        String shown = tab.page().content();
        copy.page()
                .route(
                        "**/copy",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html;charset=UTF-8")
                                .setBody(shown)));
        copy.open(at("copy"));
        String code = Cognito.codeSentTo("emil");
        tab.type(code).key("Enter");
        assertThat(tab.body()).containsText("caller=emil");

        copy.field("Code").fill(code);
        copy.press("Sign in");

        assertThat(copy.alert()).hasText("This took too long, or was finished already. Please sign in again.");
        assertThat(copy.heading("Sign in")).isVisible();
        goBackToWhatIsOver();
    }

    private void goBackToWhatIsOver() {
        goBackToWhatWasSent();
        assertThat(tab.field("Code")).hasCount(0);
    }

    @Test
    void whoWasInvitedChoosesAPasswordAndTellsWhatThePoolRequires() {
        POOL.invite("nora", "First-Passw0rd", LIDDELL);
        POOL.forget("nora", "family_name");
        tab.open(at("members/"));
        tab.signIn("nora", "First-Passw0rd");
        assertThat(tab.heading("Choose a new password")).isVisible();
        assertThat(tab.field("New password")).isFocused();
        tab.look("form-new-password");

        tab.type("weak").key("Tab").type("Hargreaves").key("Enter");
        assertThat(tab.alert()).containsText("That password is too weak here.");
        assertThat(tab.field("New password")).hasValue("");
        assertThat(tab.field("New password")).isFocused();
        tab.type("Noras-Passw0rd");
        tab.field("Family name").fill("Hargreaves");
        tab.key("Enter");
        assertThat(tab.body()).containsText("caller=nora");

        tab.open(at("open/sign-out"));
        tab.open(at("members/"));
        tab.signIn("nora", "Noras-Passw0rd");
        assertThat(tab.body()).containsText("caller=nora");
    }

    @Test
    void anAuthenticatorAppIsSetUpByThePageAndAskedForFromThenOn() {
        POOL.person("max", "Maxs-Passw0rd", LIDDELL);
        askForSecondFactors(UserPoolMfaType.ON);
        try {
            tab.open(at("members/"));
            tab.signIn("max", "Maxs-Passw0rd");
            assertThat(tab.heading("Set up an authenticator app")).isVisible();
            assertThat(tab.page().getByLabel("QR code with the key")).isVisible();
            assertThat(tab.page().getByText("Open the app on this device"))
                    .hasAttribute("href", Pattern.compile("otpauth://totp/.*secret=[A-Z2-7]+.*"));
            tab.look("form-set-up");
            String key = tab.page().locator("code").textContent();
            tab.type(Cognito.codeOfApp(key, 0)).key("Enter");
            assertThat(tab.body()).containsText("caller=max");

            tab.open(at("open/sign-out"));
            tab.open(at("members/9"));
            tab.signIn("max", "Maxs-Passw0rd");
            assertThat(tab.body()).containsText("The six digits that your authenticator app shows");
            tab.look("form-code-of-app");
            tab.type(Cognito.codeOfApp(key, 50)).key("Enter");
            assertThat(tab.alert()).hasText("That is not the code. Please try again.");
            tab.type(Cognito.codeOfApp(key, 1)).key("Enter");

            assertThat(tab.page()).hasURL(at("members/9"));
            assertThat(tab.body()).containsText("caller=max");
        } finally {
            askForSecondFactors(UserPoolMfaType.OPTIONAL);
        }
    }

    private void signedIn(LoginTab somewhere, String path) {
        somewhere.open(at(path));
        somewhere.signIn("alice", "Alice-Passw0rd");
        assertThat(somewhere.body()).containsText("caller=alice");
    }

    private String at(String path) {
        return URI.create("http://localhost:" + war.getPort() + war.getPath() + path)
                .toString();
    }
}
