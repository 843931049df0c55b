package io.github.cognitoee.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.AriaRole;
import io.github.cognitoee.emulator.Trigger;
import io.github.cognitoee.it.form.FormApplication;
import io.github.cognitoee.it.form.MembersServlet;
import io.github.cognitoee.it.harness.Chromium;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.LoginTab;
import io.github.cognitoee.it.harness.SignInPool;
import io.github.cognitoee.it.harness.VirtualAuthenticator;
import io.github.cognitoee.it.harness.Visitor;
import io.github.cognitoee.it.harness.Wars;
import java.net.URI;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;

/** What people sign in by instead of a password, at the library's own pages with a real browser. */
@ExtendWith(ArquillianExtension.class)
@Tag("pages")
class FactorJourneyIT {

    private static final SignInPool POOL = SignInPool.make(
            "factor-journey",
            pool -> pool.policies(policies -> policies.signInPolicy(
                    policy -> policy.allowedFirstAuthFactorsWithStrings("PASSWORD", "EMAIL_OTP", "WEB_AUTHN"))));

    private static Chromium chromium;

    @ArquillianResource
    @OperateOnDeployment("choice")
    private URL choice;

    @ArquillianResource
    @OperateOnDeployment("riddle")
    private URL riddle;

    private Visitor visitor;
    private LoginTab tab;

    @Deployment(name = "choice", testable = false)
    static WebArchive choice() {
        return war("choice-journey", "USER_AUTH");
    }

    @Deployment(name = "riddle", testable = false)
    static WebArchive riddle() {
        return war("riddle-journey", "CUSTOM_AUTH");
    }

    private static WebArchive war(String name, String flow) {
        Map<String, String> configuration = new HashMap<>(POOL.configuration());
        configuration.put("cognito.sign-in.flow", flow);
        return Wars.of(name, configuration, FormApplication.class, MembersServlet.class);
    }

    @BeforeAll
    static void start() {
        POOL.factors(pool -> pool.mfaConfiguration(UserPoolMfaType.OFF)
                .webAuthnConfiguration(
                        passkeys -> passkeys.relyingPartyId("localhost").userVerification("required")));
        chromium = Chromium.start();
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

    private static void person(String username) {
        POOL.person(username, "Some-Passw0rd", Map.of("email", username + "@example.com", "email_verified", "true"));
    }

    private VirtualAuthenticator withPasskey(String username) {
        person(username);
        tab.open(at(choice, "members/1"));
        VirtualAuthenticator authenticator = VirtualAuthenticator.in(tab.page());
        POOL.addPasskey(username, "Some-Passw0rd", authenticator::make);
        return authenticator;
    }

    private void chooseThePasskey(String username) {
        tab.type(username).key("Enter");
        assertThat(tab.heading("How do you want to sign in?")).isVisible();
        tab.press("A passkey");
    }

    @Test
    void aPasskeyIsChosenAndSignsIn() {
        withPasskey("pat");
        tab.type("pat").key("Enter");
        assertThat(tab.heading("How do you want to sign in?")).isVisible();
        assertThat(tab.field("Password")).isFocused();
        tab.look("factor-choice");

        tab.press("A passkey");

        assertThat(tab.page()).hasURL(at(choice, "members/1"));
        assertThat(tab.body()).containsText("caller=pat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PublicKeyCredential.parseRequestOptionsFromJSON",
                "PublicKeyCredential.prototype.toJSON",
            })
    void aPasskeySignsInWhereTheBrowserLeavesTheJsonToThePage(String missing) {
        String username = "older" + missing.length();
        withPasskey(username);
        tab.page().addInitScript("delete " + missing);
        tab.open(at(choice, "members/1"));

        chooseThePasskey(username);

        assertThat(tab.body()).containsText("caller=" + username);
    }

    @Test
    void aPasskeyIsAskedForAgainWhenTheFingerWasNotKnown() {
        VirtualAuthenticator authenticator = withPasskey("fay");
        authenticator.knowsFinger(false);
        chooseThePasskey("fay");
        assertThat(tab.page().getByRole(AriaRole.STATUS))
                .hasText("That did not work. Try again, or start again in another way.");
        tab.look("factor-passkey");

        authenticator.knowsFinger(true);
        tab.press("Ask again");

        assertThat(tab.page()).hasURL(at(choice, "members/1"));
        assertThat(tab.body()).containsText("caller=fay");
    }

    @Test
    void aBrowserWithoutPasskeysSaysSoAndAnotherWayIsLeft() {
        withPasskey("nell");
        tab.page().addInitScript("delete window.PublicKeyCredential");
        tab.open(at(choice, "members/1"));
        chooseThePasskey("nell");
        assertThat(tab.page().getByRole(AriaRole.STATUS))
                .hasText("This browser knows no passkeys. Start again in another way.");

        Chromium.follow(tab.page(), "Start again");
        tab.signIn("nell", "Some-Passw0rd");

        assertThat(tab.page()).hasURL(at(choice, "members/1"));
        assertThat(tab.body()).containsText("caller=nell");
    }

    @Test
    void aPasswordIsEnteredWhereTheChoiceIs() {
        person("wanda");
        tab.open(at(choice, "members/2"));
        tab.type("wanda").key("Enter");
        assertThat(tab.field("Password")).isFocused();
        tab.key("Enter");
        assertThat(tab.alert()).hasText("Something is missing, or cannot be taken. Please look it through.");

        tab.type("Some-Passw0rd").key("Enter");

        assertThat(tab.page()).hasURL(at(choice, "members/2"));
        assertThat(tab.body()).containsText("caller=wanda");
    }

    @Test
    void aCodeByMailIsChosenInPlaceOfAPassword() {
        person("mae");
        tab.open(at(choice, "members/3"));
        tab.type("mae").key("Enter");
        tab.press("A code by e-mail");
        assertThat(tab.body()).containsText("A code was sent by e-mail to m***@e***.");

        tab.type(Cognito.codeSentTo("mae")).key("Enter");

        assertThat(tab.page()).hasURL(at(choice, "members/3"));
        assertThat(tab.body()).containsText("caller=mae");
    }

    @Test
    void theQuestionOfTheFunctionsIsAskedUntilTheAnswerIsRight() {
        person("rita");
        POOL.trigger(Trigger.DEFINE_AUTH_CHALLENGE, event -> {
            JsonNode session = event.request().path("session");
            boolean right =
                    session.path(session.size() - 1).path("challengeResult").asBoolean();
            event.respond(
                    right
                            ? Map.of("issueTokens", true)
                            : session.size() < 2
                                    ? Map.of("challengeName", "CUSTOM_CHALLENGE")
                                    : Map.of("failAuthentication", true));
        });
        POOL.trigger(
                Trigger.CREATE_AUTH_CHALLENGE,
                event -> event.respond(Map.of(
                        "publicChallengeParameters", Map.of("question", "What is <b>1 + 1</b>?"),
                        "privateChallengeParameters", Map.of("answer", "2"))));
        POOL.trigger(
                Trigger.VERIFY_AUTH_CHALLENGE_RESPONSE,
                event -> event.respond(Map.of(
                        "answerCorrect",
                        event.request().path("challengeAnswer").asText().equals("2"))));
        tab.open(at(riddle, "members/4"));
        tab.type("rita").key("Enter");
        assertThat(tab.heading("One more question")).isVisible();
        assertThat(tab.page().locator("dd")).hasText("What is <b>1 + 1</b>?");
        assertThat(tab.field("Answer")).isFocused();
        tab.look("factor-question");

        tab.type("3").key("Enter");
        assertThat(tab.field("Answer")).hasValue("");
        tab.type("4").key("Enter");
        assertThat(tab.alert()).isVisible();
        assertThat(tab.heading("Sign in")).isVisible();

        tab.field("User name").fill("rita");
        tab.key("Enter");
        assertThat(tab.field("Answer")).isFocused();
        tab.type("2").key("Enter");
        assertThat(tab.page()).hasURL(at(riddle, "members/4"));
        assertThat(tab.body()).containsText("caller=rita");
    }

    private static String at(URL war, String path) {
        return URI.create("http://localhost:" + war.getPort() + war.getPath() + path)
                .toString();
    }
}
