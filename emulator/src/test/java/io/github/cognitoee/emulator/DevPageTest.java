package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The development endpoints as a page, for people. */
class DevPageTest extends LoginFixture {

    @BeforeEach
    void asABrowser() {
        browser.with("Accept", "text/html,application/xhtml+xml");
    }

    @Test
    void thePageShowsWhatTheEmulatorHolds() throws Exception {
        admin.createGroup(request -> request.userPoolId(pool).groupName("<staff>"));
        admin.adminResetUserPassword(request -> request.userPoolId(pool).username("alice"));

        Document page = browser.open("/dev").page();

        assertThat(browser.answer().headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(browser.answer().headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.select(".notice").text()).isEqualTo("For development and tests only. It protects nothing.");
        assertThat(page.select("section[aria-labelledby=" + pool + "] td").eachText())
                .contains(client, "alice", "RESET_REQUIRED", "<staff>");
        assertThat(page.select("section[aria-labelledby=messages] code").eachText())
                .containsExactly(emulator.outbox().latestTo("alice").secret());
        assertThat(page.select("script, [style]")).isEmpty();
        assertThat(page.select("input:not([type=hidden]), select"))
                .allSatisfy(field ->
                        assertThat(page.select("label[for=" + field.id() + "]")).hasSize(1));
    }

    @Test
    void aProgramGetsJsonAsBefore() throws Exception {
        HttpResponse<String> answer = Http.get(emulator, "/dev", "Accept", "*/*");

        assertThat(json(answer).get("endpoints").size()).isPositive();
    }

    @Test
    void theLinkOfAClientShowsManagedLoginAndPromisesNoMore() throws Exception {
        Element section = browser.open("/dev").page().selectFirst("section[aria-labelledby=" + pool + "]");
        Element link = section.selectFirst("a[href*=authorize]");

        assertThat(link.parent().text()).isEqualTo("sign-in page, comes back to " + CALLBACK);
        assertThat(section.select("p").eachText())
                .contains(
                        "The links show managed login as people see it. To sign in to an application, open a page of its"
                                + " own: one that checks state refuses an answer that it has not asked for.");
        assertThat(browser.open(link.attr("href")).page().select("h1").text()).isEqualTo("Sign in");
    }

    @Test
    void aButtonRotatesKeys() throws Exception {
        List<String> before = emulator.keys(pool).publishedIds();

        browser.open("/dev").submitForm("form[action='/dev/keys/" + pool + "/rotate']");

        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.location()).isEqualTo("/dev");
        assertThat(emulator.keys(pool).publishedIds()).hasSize(4).containsAll(before);
    }

    @Test
    void formsSetAndClearFaults() throws Exception {
        browser.open("/dev").submitForm("form[action='/dev/faults/keys']", "fault", "no-keys");
        browser.open("/dev").submitForm("form[action='/dev/faults/calls']", "operation", "GetUser");

        assertThat(emulator.faults().toString())
                .startsWith("Faults[keys of all=noKeys(), of pools={}, calls={GetUser=");
        assertThat(browser.open("/dev")
                        .page()
                        .select("section[aria-labelledby=faults] td")
                        .first()
                        .text())
                .isEqualTo("GetUser");
        browser.submitForm("form[action='/dev/faults/clear']");
        assertThat(emulator.faults()).hasToString("Faults[keys of all=null, of pools={}, calls={}, quotas={}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    void aFormWithoutThePagesTokenChangesNothing(String token) throws Exception {
        browser.open("/dev").post("/dev/outbox/clear", Map.of("_token", token));

        assertThat(browser.status()).isEqualTo(403);
    }

    @Test
    void aFormOfAnotherOriginChangesNothing() throws Exception {
        browser.open("/dev").with("Origin", "http://localhost:1").submitForm("form[action='/dev/outbox/clear']");

        assertThat(browser.status()).isEqualTo(403);
    }

    @Test
    void aMistakeInAFormIsTold() throws Exception {
        browser.open("/dev").submitForm("form[action='/dev/clock/advance']", "by", "soon");

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.answer().body()).contains("expected an ISO 8601 duration");
    }
}
