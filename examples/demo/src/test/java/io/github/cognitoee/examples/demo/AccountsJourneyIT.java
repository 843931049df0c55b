package io.github.cognitoee.examples.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;

/** The example "accounts" as people see it with a real browser; the build keeps pictures of it in {@code target/screenshots}. */
class AccountsJourneyIT {

    /** For machines that are busy with other things; nothing here waits without need. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Chromium chromium;
    private static AccountsDemo demo;

    private Page tab;

    @BeforeAll
    static void start() throws InterruptedException {
        chromium = Chromium.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        demo = AccountsDemo.start(
                new DemoOptions(
                        0,
                        0,
                        Path.of(System.getProperty("demo.server")),
                        Path.of(System.getProperty("demo.directory") + "-accounts")),
                Path.of(System.getProperty("demo.people")));
        demo.awaitReady();
    }

    @AfterAll
    static void stop() {
        if (demo != null) {
            demo.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void closeTab() {
        tab.context().close();
        new LocalPeople(demo.cognito().endpoint()).useSecondFactors(UserPoolMfaType.OPTIONAL);
    }

    @Test
    void whoWasInvitedChoosesAPasswordByKeysAloneAndIsGoneAfterSigningOut() {
        open("", new NewContextOptions());
        Chromium.picture(tab, "accounts-welcome");
        link("Sign in").click();
        assertThat(field("User name")).isFocused();
        Chromium.picture(tab, "accounts-sign-in");

        tab.keyboard().type("nora");
        field("Password").focus();
        tab.keyboard().type("Wrong-Passw0rd");
        tab.keyboard().press("Enter");
        assertThat(alert()).hasText("The user name or the password is wrong.");
        Chromium.picture(tab, "accounts-wrong-password");

        field("Password").fill(LocalPeople.TEMPORARY_PASSWORD);
        tab.keyboard().press("Enter");
        assertThat(heading("Choose a new password")).isVisible();
        assertThat(field("New password")).isFocused();
        tab.keyboard().type("Noras-Passw0rd");
        tab.keyboard().press("Tab");
        tab.keyboard().type("Noras-Passw1rd");
        tab.keyboard().press("Enter");
        assertThat(alert()).hasText("The two are not the same.");
        Chromium.picture(tab, "accounts-new-password");
        field("New password, again").fill("Noras-Passw0rd");
        tab.keyboard().press("Enter");

        assertThat(tab).hasURL(demo.accounts() + "account.html");
        assertThat(tab.locator("#username")).hasText("nora");
        Assertions.assertThat(tab.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}, document.cookie])"))
                .isEqualTo("[{},{},\"\"]");
        button("Renew the tokens").click();
        assertThat(button("Renew the tokens")).isEnabled();
        assertThat(tab.locator("#problem")).isHidden();
        Chromium.picture(tab, "accounts-account");

        button("Sign out").click();
        assertThat(tab.getByRole(AriaRole.STATUS)).hasText("You are signed out.");
        tab.navigate(demo.accounts() + "account.html");
        assertThat(heading("Sign in")).isVisible();
        Assertions.assertThat(tab.content()).doesNotContain("nora");
    }

    @Test
    void aSecondFactorIsChosenAndACodeCorrectedAndAPageLoadedAgain() {
        open("sign-in.html", new NewContextOptions());
        signIn("mia", "Mias-Passw0rd");
        assertThat(heading("Show that it is you")).isVisible();
        Chromium.picture(tab, "accounts-choice");
        button("Code by text message").click();
        assertThat(heading("Enter the code")).isVisible();
        assertThat(tab.locator("#sent-code-lead")).containsText("by text message to +*");

        tab.reload();
        assertThat(heading("Enter the code")).isVisible();
        String code = demo.cognito().outbox().latestTo("mia").secret();
        field("Code").fill(code.equals("000000") ? "111111" : "000000");
        tab.keyboard().press("Enter");
        assertThat(alert()).hasText("This is not the code. Look again.");
        assertThat(field("Code")).hasAttribute("aria-invalid", "true");
        Chromium.picture(tab, "accounts-wrong-code");

        field("Code").fill(code);
        tab.keyboard().press("Enter");
        assertThat(tab.locator("#username")).hasText("mia");
    }

    @Test
    void whoChoosesIsLetInByACodeAlone() {
        open("sign-in.html", new NewContextOptions());
        field("User name").fill("alice");
        tab.locator("input[value=CHOICE]").check();
        assertThat(field("Password")).isHidden();
        button("Continue").click();
        button("Code by e-mail").click();
        assertThat(heading("Enter the code")).isVisible();

        field("Code").fill(demo.cognito().outbox().latestTo("alice").secret());
        tab.keyboard().press("Enter");

        assertThat(tab.locator("#email")).hasText("alice@example.com");
    }

    @Test
    void anAppIsSetUpByAPictureThatFitsASmallDarkScreen() {
        new LocalPeople(demo.cognito().endpoint()).useSecondFactors(UserPoolMfaType.ON);
        open("", new NewContextOptions().setViewportSize(320, 640).setColorScheme(ColorScheme.DARK));
        fits("welcome");
        link("Sign in").click();
        fits("sign-in");
        signIn("max", "Maxs-Passw0rd");
        assertThat(heading("Set up an authenticator app")).isVisible();
        assertThat(tab.locator("#qr")).isVisible();
        assertThat(link("Open it in an app on this device")).hasAttribute("href", Pattern.compile("otpauth://totp/.*"));
        fits("set-up");
        button("Begin anew").click();
        assertThat(heading("Sign in")).isVisible();
    }

    /** The local Cognito has no passkeys, so that the page is told what it would say. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "delete PublicKeyCredential.parseRequestOptionsFromJSON; delete PublicKeyCredential.prototype.toJSON"
            })
    void aPasskeySignsAlsoWhereTheBrowserLeavesTheJsonToThePage(String missing) throws GeneralSecurityException {
        open("", new NewContextOptions());
        tab.addInitScript(missing);
        VirtualPasskey passkey = VirtualPasskey.in(tab);
        JsonObject challenge = new JsonObject();
        challenge.addProperty("requestOptions", passkey.requestOptions());
        JsonObject due = new JsonObject();
        due.addProperty("step", "passkey");
        due.addProperty("state", "state-of-alice");
        due.add("challenge", challenge);
        tab.route("**/api/sign-in", route -> route.fulfill(json(200, due.toString())));
        List<String> answers = new ArrayList<>();
        tab.route("**/api/sign-in/answer", route -> {
            answers.add(route.request().postData());
            route.fulfill(json(409, "{\"status\": 409, \"detail\": \"Seen.\"}"));
        });

        link("Sign in").click();
        signIn("alice", "Alice-Passw0rd");
        Chromium.picture(tab, "accounts-passkey");
        button("Continue with a passkey").click();

        assertThat(alert()).hasText("Seen.");
        JsonObject answer = JsonParser.parseString(answers.get(0)).getAsJsonObject();
        Assertions.assertThat(answer.get("state").getAsString()).isEqualTo("state-of-alice");
        JsonObject credential = answer.getAsJsonObject("answer").getAsJsonObject("passkey");
        Assertions.assertThat(credential.get("id").getAsString()).isEqualTo(passkey.id());
        Assertions.assertThat(passkey.signed(credential)).isTrue();
    }

    @Test
    void aBrowserWithoutPasskeysSaysSo() {
        open("", new NewContextOptions());
        tab.addInitScript("delete window.PublicKeyCredential");
        tab.route(
                "**/api/sign-in",
                route -> route.fulfill(json(
                        200,
                        "{\"step\": \"passkey\", \"state\": \"x\", \"challenge\": {\"requestOptions\": \"{}\"}}")));

        link("Sign in").click();
        signIn("alice", "Alice-Passw0rd");
        button("Continue with a passkey").click();

        assertThat(alert()).hasText("This browser knows no passkeys. Begin anew, and choose another way.");
    }

    /**
     * A form that the browser itself sends would have the password in the address of the next page; and whoever types one must
     * not find the end of it in another field.
     */
    @Test
    void aPageWhoseScriptIsStillOnItsWaySendsNothingAndTheScriptLeavesTypingAlone() {
        open("", new NewContextOptions());
        List<Route> held = new ArrayList<>();
        tab.route("**/js/sign-in.js", held::add);
        List<String> sent = new ArrayList<>();
        tab.route("**/api/sign-in", route -> {
            sent.add(route.request().postData());
            route.fulfill(json(403, "{\"status\": 403, \"detail\": \"Seen.\"}"));
        });
        tab.navigate(demo.accounts() + "sign-in.html", new NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));

        assertThat(field("User name")).isFocused();
        field("User name").fill("alice");
        field("Password").focus();
        tab.keyboard().type("Alice-");
        tab.keyboard().press("Enter");
        assertThat(button("Continue")).isDisabled();
        assertThat(tab).hasURL(demo.accounts() + "sign-in.html");

        held.forEach(Route::resume);
        assertThat(button("Continue")).isEnabled();
        tab.keyboard().type("Passw0rd");
        tab.keyboard().press("Enter");
        assertThat(alert()).hasText("Seen.");
        JsonObject form = JsonParser.parseString(sent.get(0)).getAsJsonObject();
        Assertions.assertThat(form.get("username").getAsString()).isEqualTo("alice");
        Assertions.assertThat(form.get("password").getAsString()).isEqualTo("Alice-Passw0rd");
    }

    private static Route.FulfillOptions json(int status, String body) {
        return new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/json")
                .setBody(body);
    }

    private void open(String path, NewContextOptions options) {
        tab = chromium.newPage(options);
        tab.navigate(demo.accounts() + path);
    }

    private void signIn(String username, String password) {
        field("User name").fill(username);
        field("Password").fill(password);
        button("Continue").click();
    }

    private void fits(String name) {
        Chromium.picture(tab, "accounts-small-" + name);
        Assertions.assertThat(
                        tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("what sticks out of " + name)
                .isEqualTo(0);
    }

    private Locator alert() {
        return tab.locator("[role=alert]:visible");
    }

    private Locator heading(String name) {
        return tab.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator link(String name) {
        return tab.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator button(String name) {
        return tab.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** One that can be seen: each form has its own. */
    private Locator field(String name) {
        return tab.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
