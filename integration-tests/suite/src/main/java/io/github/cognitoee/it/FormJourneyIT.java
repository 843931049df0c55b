package io.github.cognitoee.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.github.cognitoee.it.form.FormApplication;
import io.github.cognitoee.it.form.MembersServlet;
import io.github.cognitoee.it.form.PasswordServlet;
import io.github.cognitoee.it.harness.Chromium;
import io.github.cognitoee.it.harness.SignInPool;
import io.github.cognitoee.it.harness.Visitor;
import io.github.cognitoee.it.harness.Wars;
import java.net.URI;
import java.net.URL;
import java.util.Map;
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

/** What people do at the library's own form with a real browser; the build keeps pictures of it. */
@ExtendWith(ArquillianExtension.class)
@Tag("pages")
@Tag("servlet")
class FormJourneyIT {

    private static final SignInPool POOL = SignInPool.make("form-journey", pool -> {});

    private static Chromium chromium;

    @ArquillianResource
    private URL war;

    private Visitor visitor;
    private Page tab;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(
                        "form-journey",
                        POOL.configuration(),
                        FormApplication.class,
                        MembersServlet.class,
                        PasswordServlet.class)
                .addAsWebResource(new StringAsset("<!DOCTYPE html><title>Welcome</title>"), "index.html");
    }

    @BeforeAll
    static void start() {
        POOL.person("alice", "Alice-Passw0rd", Map.of());
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
        visitor.close();
        Assertions.assertThat(visitor.complaints()).isEmpty();
        Assertions.assertThat(visitor.addresses())
                .isNotEmpty()
                .noneMatch(address -> address.contains("Passw0rd") || address.matches(".*[?&](j_password|code)=.*"));
    }

    @Test
    void aDeepLinkLeadsThroughTheFormAndBackByKeyboardAlone() {
        tab.navigate(page("members/notes?id=7"));
        assertThat(heading("Sign in")).isVisible();
        assertThat(field("User name")).isFocused();
        look("form-sign-in");

        tab.keyboard().type("alice");
        tab.keyboard().press("Tab");
        assertThat(field("Password")).isFocused();
        tab.keyboard().type("Wrong-Passw0rd");
        tab.keyboard().press("Enter");
        assertThat(alert()).hasText("The user name or the password is not right.");
        assertThat(field("User name")).hasValue("alice");
        assertThat(field("Password")).hasValue("");
        assertThat(field("Password")).isFocused();
        look("form-wrong-password");

        tab.keyboard().type("Alice-Passw0rd");
        tab.keyboard().press("Enter");
        assertThat(tab).hasURL(page("members/notes?id=7"));
        assertThat(tab.locator("body")).containsText("caller=alice");
    }

    @Test
    void theSessionsCookiesAreForNoScriptAndNoOtherSite() {
        tab.navigate(page("members/"));
        signIn("alice", "Alice-Passw0rd");
        assertThat(tab.locator("body")).containsText("caller=alice");

        Assertions.assertThat(visitor.browser().cookies())
                .isNotEmpty()
                .allSatisfy(cookie -> Assertions.assertThat(cookie).satisfies(FormJourneyIT::isGuarded));
        Assertions.assertThat(tab.evaluate("JSON.stringify([document.cookie, {...localStorage}, {...sessionStorage}])"))
                .isEqualTo("[\"\",{},{}]");
    }

    private static void isGuarded(Cookie cookie) {
        Assertions.assertThat(cookie.httpOnly).as(cookie.name).isTrue();
        Assertions.assertThat(cookie.secure).as(cookie.name).isTrue();
        Assertions.assertThat(cookie.sameSite).as(cookie.name).isEqualTo(SameSiteAttribute.LAX);
    }

    private void signIn(String username, String password) {
        field("User name").fill(username);
        field("Password").fill(password);
        Chromium.press(tab, "Sign in");
    }

    /** Takes a picture, and a telephone's view. */
    private void look(String name) {
        Chromium.picture(tab, name);
        Assertions.assertThat(Chromium.overhang(tab))
                .as("what sticks out of " + name)
                .isZero();
    }

    private Locator heading(String name) {
        return tab.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator alert() {
        return tab.getByRole(AriaRole.ALERT);
    }

    private Locator field(String label) {
        return tab.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private String page(String path) {
        return URI.create("http://localhost:" + war.getPort() + war.getPath() + path)
                .toString();
    }
}
