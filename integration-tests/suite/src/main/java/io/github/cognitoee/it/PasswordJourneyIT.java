package io.github.cognitoee.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Response;
import io.github.cognitoee.it.form.FormApplication;
import io.github.cognitoee.it.form.MembersServlet;
import io.github.cognitoee.it.form.PasswordServlet;
import io.github.cognitoee.it.harness.Chromium;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.LoginTab;
import io.github.cognitoee.it.harness.SignInPool;
import io.github.cognitoee.it.harness.Visitor;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.passwords.ByOurBasic;
import java.net.URI;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;

/**
 * What people do with a real browser where the application has the page for name and password, or the browser has.
 *
 * @see FormControlIT what {@code request.login} does without the library
 */
@ExtendWith(ArquillianExtension.class)
@Tag("pages")
class PasswordJourneyIT {

    private static final SignInPool POOL = SignInPool.make("password-journey", pool -> {});

    private static final String FIELDS =
            """
            <label>User name <input name="%s" autocomplete="username" required autofocus></label>
            <label>Password <input name="%s" type="password" autocomplete="current-password"></label>
            <button>Sign in</button>
            """;

    private static final String FORM =
            """
            <!DOCTYPE html>
            <title>Our own page</title>
            <h1>Our own page</h1>
            <p role="alert"></p>
            <form method="post" action="j_security_check">
            <input type="hidden" name="flow">
            %s</form>
            <script>
            const address = new URLSearchParams(location.search);
            document.querySelector('[name=flow]').value = address.get('flow');
            document.querySelector('[role=alert]').textContent = address.get('error');
            </script>
            """
                    .formatted(FIELDS.formatted("j_username", "j_password"));

    private static final String LOGIN =
            """
            <!DOCTYPE html>
            <title>By code</title>
            <h1>By code</h1>
            <form method="post" action="../open/login">
            %s<button formaction="../open/authenticate">Sign in, with a code if need be</button>
            </form>
            """
                    .formatted(FIELDS.formatted("username", "password"));

    private static Chromium chromium;

    @ArquillianResource
    @OperateOnDeployment("own")
    private URL own;

    @ArquillianResource
    @OperateOnDeployment("basic")
    private URL basic;

    private Visitor visitor;

    @Deployment(name = "own", testable = false)
    static WebArchive own() {
        Map<String, String> configuration = new HashMap<>(POOL.configuration());
        configuration.put("cognito.form.login-page", "/account/sign-in.html");
        configuration.put("cognito.form.error-page", "/account/oops.html");
        return Wars.of(
                        "password-journey",
                        configuration,
                        FormApplication.class,
                        MembersServlet.class,
                        PasswordServlet.class)
                .addAsWebResource(new StringAsset("<!DOCTYPE html><title>Welcome</title>"), "index.html")
                .addAsWebResource(new StringAsset(FORM), "account/sign-in.html")
                .addAsWebResource(new StringAsset(FORM.replace("Our own page", "Once more")), "account/oops.html")
                .addAsWebResource(new StringAsset(LOGIN), "account/login.html");
    }

    @Deployment(name = "basic", testable = false)
    static WebArchive basic() {
        return Wars.of(
                "basic-journey", Map.of(), ByOurBasic.class, io.github.cognitoee.it.passwords.MembersServlet.class);
    }

    @BeforeAll
    static void start() {
        POOL.factors(pool -> pool.mfaConfiguration(UserPoolMfaType.OPTIONAL)
                .emailMfaConfiguration(mail -> mail.subject("Your code")));
        POOL.person("alice", "Alice-Passw0rd", Map.of());
        POOL.person("emmy", "Emmy-Passw0rd", Map.of("email", "emmy@example.com", "email_verified", "true"));
        POOL.prefer("emmy", factors -> factors.emailMfaSettings(mail -> mail.enabled(true)));
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private LoginTab visit(String path) {
        visitor = chromium.newVisitor();
        return visitor.newTab().open(at(path));
    }

    @AfterEach
    void leave() {
        visitor.leave();
    }

    @Test
    void theApplicationsOwnPageLeadsToTheOneAskedForByKeyboardAlone() {
        LoginTab tab = visit("members/notes?id=7");
        assertThat(tab.heading("Our own page")).isVisible();
        assertThat(tab.field("User name")).isFocused();

        tab.type("alice").key("Tab").type("Wrong-Passw0rd").key("Enter");
        assertThat(tab.heading("Once more")).isVisible();
        assertThat(tab.alert()).hasText("BAD_CREDENTIALS");
        assertThat(tab.page()).hasURL(Pattern.compile(".*/account/oops\\.html\\?flow=[\\w-]+&error=BAD_CREDENTIALS"));
        assertThat(tab.field("User name")).isFocused();
        tab.type("alice").key("Tab").type("Alice-Passw0rd").key("Enter");

        assertThat(tab.page()).hasURL(at("members/notes?id=7"));
        assertThat(tab.body()).containsText("caller=alice");
    }

    @Test
    void eachTabOfTheOwnPageComesBackToWhatItAskedFor() {
        LoginTab first = visit("members/1");
        LoginTab second = visitor.newTab().open(at("members/2"));

        first.signIn("alice", "Alice-Passw0rd");
        assertThat(first.page()).hasURL(at("members/1"));
        second.signIn("alice", "Alice-Passw0rd");

        assertThat(second.page()).hasURL(at("members/2"));
        assertThat(second.body()).containsText("caller=alice");
    }

    @Test
    void theLibraryAsksForTheCodeBehindTheOwnPageAndLeadsBackThere() {
        LoginTab tab = visit("members/3");
        tab.signIn("emmy", "Emmy-Passw0rd");
        assertThat(tab.heading("Enter the code")).isVisible();
        Chromium.follow(tab.page(), "Start again");
        assertThat(tab.heading("Our own page")).isVisible();

        tab.signIn("emmy", "Emmy-Passw0rd");
        assertThat(tab.field("Code")).isFocused();
        tab.type(Cognito.codeSentTo("emmy")).key("Enter");

        assertThat(tab.page()).hasURL(at("members/3"));
        assertThat(tab.body()).containsText("caller=emmy");
    }

    @Test
    void aServletSignsInByRequestLogin() {
        LoginTab tab = visit("account/login.html");
        tab.signIn("alice", "Wrong-Passw0rd");
        assertThat(tab.body()).containsText("refused=The sign-in was refused: BAD_CREDENTIALS");
        assertThat(tab.body()).containsText("caller=null");

        tab.open(at("account/login.html"));
        tab.signIn("alice", "Alice-Passw0rd");
        assertThat(tab.body()).containsText("caller=alice");

        tab.open(at("members/4"));
        assertThat(tab.body()).containsText("caller=alice");
    }

    @Test
    void requestLoginNamesTheCodeThatIsDueAndTheContextHasItAskedFor() {
        LoginTab tab = visit("account/login.html");
        tab.signIn("emmy", "Emmy-Passw0rd");
        assertThat(tab.body()).containsText("refused=The sign-in is not complete: SentCode is due");
        assertThat(tab.body()).containsText("caller=null");

        tab.open(at("account/login.html"));
        tab.field("User name").fill("emmy");
        tab.field("Password").fill("Emmy-Passw0rd");
        tab.press("Sign in, with a code if need be");
        assertThat(tab.heading("Enter the code")).isVisible();
        tab.type(Cognito.codeSentTo("emmy")).key("Enter");
        assertThat(tab.page()).hasURL(at(""));

        tab.open(at("members/5"));
        assertThat(tab.body()).containsText("caller=emmy");
    }

    @Test
    void theBrowserItselfAsksForNameAndPassword() {
        visitor = chromium.newVisitor("alice", "Alice-Passw0rd");
        LoginTab tab = visitor.newTab().open(at(basic, "members"));

        assertThat(tab.body()).hasText("member alice, to Cognito alice");
    }

    @ParameterizedTest
    @CsvSource({
        "alice, Wrong-Passw0rd, 'Basic realm=\"orders\", charset=\"UTF-8\"'",
        "tess, Tess-Passw0rd, 'Basic realm=\"orders\", charset=\"UTF-8\", error=\"interaction_required\","
                + " error_description=\"More than a password is due\"'",
    })
    void whomTheBrowsersPasswordDoesNotLetInIsToldWhy(String username, String password, String challenge) {
        visitor = chromium.newVisitor(username, password);
        LoginTab tab = visitor.newTab();

        Response response = tab.page().navigate(at(basic, "members"));

        Assertions.assertThat(response.status()).isEqualTo(401);
        Assertions.assertThat(response.headerValues("www-authenticate")).contains(challenge);
        assertThat(tab.body()).not().containsText("member");
    }

    private String at(String path) {
        return at(own, path);
    }

    private static String at(URL war, String path) {
        return URI.create("http://localhost:" + war.getPort() + war.getPath() + path)
                .toString();
    }
}
