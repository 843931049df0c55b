package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.Risks.Verdict;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page to sign in at, and the session that it begins. */
class SignInPageTest extends LoginFixture {

    @Test
    void aVerdictIsReadAtThePage() throws Exception {
        emulator.risks().judge(pool, "alice", Verdict.BLOCKED, 1);

        assertThat(signInAt("&scope=openid").page().text()).contains("Unable to login because of security reasons.");
        assertThat(browser.status()).isEqualTo(400);
    }

    @Test
    void thePageCanBeUsedByEverybody() throws Exception {
        Document page = browser.open(authorize("&state=%22%3E%3Cscript%3E")).page();

        assertThat(browser.address().getPath()).isEqualTo("/login");
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1").text()).isEqualTo("Sign in");
        assertThat(page.select("main .notice").text()).contains("development emulator");
        assertThat(page.select("script, [onclick], [style]")).isEmpty();
        assertThat(page.select("input:not([type=hidden])"))
                .allSatisfy(field -> assertThat(page.select("label[for=" + field.id() + "]"))
                        .as("label of " + field)
                        .hasSize(1));
        assertThat(page.selectFirst("#username").attr("autocomplete")).isEqualTo("username");
        assertThat(page.selectFirst("#password").attr("autocomplete")).isEqualTo("current-password");
    }

    @Test
    void thePageIsNobodysFrameAndRunsNothing() throws Exception {
        browser.open(authorize(""));

        Map<String, java.util.List<String>> headers = browser.answer().headers().map();
        assertThat(headers.get("content-security-policy").get(0))
                .matches("default-src 'none'; style-src 'sha256-[\\w+/=]+'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(headers)
                .containsEntry("x-frame-options", java.util.List.of("DENY"))
                .containsEntry("cache-control", java.util.List.of("no-store"))
                .containsEntry("x-content-type-options", java.util.List.of("nosniff"));
    }

    @Test
    void aWrongPasswordIsToldAboveTheFormAndAtTheField() throws Exception {
        Document page = browser.open(authorize(""))
                .submit("username", "alice\"><b>", "password", "wrong")
                .page();

        assertThat(browser.status()).isEqualTo(400);
        assertThat(page.select("[role=alert] a[href=#username]").text()).isEqualTo("Incorrect username or password.");
        assertThat(page.selectFirst("#username").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.selectFirst("#username").attr("aria-describedby")).isEqualTo("username-problem");
        assertThat(page.select("#username-problem").text()).isEqualTo("Incorrect username or password.");
        assertThat(page.selectFirst("#username").val()).isEqualTo("alice\"><b>");
        assertThat(page.selectFirst("#password").val()).isEmpty();
        assertThat(page.select("b")).isEmpty();
    }

    @Test
    void anUnknownUserIsToldNoMoreThanAWrongPassword() throws Exception {
        browser.open(authorize("")).submit("username", "nobody", "password", "wrong");

        assertThat(browser.page().select("[role=alert] li").text()).isEqualTo("Incorrect username or password.");
    }

    @Test
    void whatIsLeftOutIsToldFieldByField() throws Exception {
        Document page = browser.open(authorize("")).submit().page();

        assertThat(page.select("[role=alert] li").eachText())
                .containsExactly("Enter your username.", "Enter your password.");
        assertThat(page.select("[role=alert] a").eachAttr("href")).containsExactly("#username", "#password");
    }

    @Test
    void afterManyWrongPasswordsTheRightOneHasToWait() throws Exception {
        browser.open(authorize(""));
        for (int i = 0; i < 5; i++) {
            browser.submit("username", "alice", "password", "wrong");
        }

        browser.submit("username", "alice", "password", PASSWORD);

        assertThat(browser.page().select("[role=alert] li").text())
                .isEqualTo("Too many attempts. Wait a while and try again.");
        clock.advance(Duration.ofSeconds(1));
        assertThat(browser.submit("username", "alice", "password", PASSWORD).location())
                .startsWith(CALLBACK + "?code=");
    }

    @Test
    void thePageWaitsForFiveMinutes() throws Exception {
        browser.open(authorize(""));
        clock.advance(Duration.ofMinutes(5));

        browser.submit("username", "alice", "password", PASSWORD);

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("[role=alert]").text())
                .isEqualTo("It took too long. Start again at the application.");
        assertThat(browser.open(browser.page().selectFirst("main a").attr("href"))
                        .page()
                        .select("h1")
                        .text())
                .isEqualTo("Sign in");
    }

    @Test
    void aFormOfAnotherBrowserIsRefused() throws Exception {
        Browser other = new Browser(emulator).open(authorize(""));
        Map<String, String> fields = new LinkedHashMap<>();
        other.page().select("input").forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.putAll(Map.of("username", "alice", "password", PASSWORD));

        assertThat(browser.post(authorize("").replace("/oauth2/authorize", "/login"), fields)
                        .status())
                .isEqualTo(403);
        assertThat(browser.open(authorize(""))
                        .post(authorize("").replace("/oauth2/authorize", "/login"), fields)
                        .status())
                .isEqualTo(403);
        assertThat(browser.cookies()).doesNotContainKey("cognito." + pool);
    }

    @Test
    void aFormFromAPageOfAnotherOriginIsRefused() throws Exception {
        browser.open(authorize("")).with("Origin", "http://localhost:1");

        assertThat(browser.submit("username", "alice", "password", PASSWORD).status())
                .isEqualTo(403);
    }

    @Test
    void aFormIsAnsweredOnce() throws Exception {
        browser.open(authorize(""));
        Map<String, String> fields = new LinkedHashMap<>();
        browser.page().select("input").forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.putAll(Map.of("username", "alice", "password", PASSWORD));
        String action = browser.page().selectFirst("form").attr("action");

        assertThat(browser.post(action, fields).status()).isEqualTo(302);
        assertThat(browser.post(action, fields).status()).isEqualTo(400);
    }

    @Test
    void whoIsSignedInNeedNotDoSoAgainForAnHour() throws Exception {
        String first = code("&nonce=1");
        String cookie = browser.cookies().get("cognito." + pool);
        long authTime = clock.instant().getEpochSecond();
        clock.advance(Duration.ofMinutes(59));

        String second = browser.open(authorize("")).returned("code");

        assertThat(second).isNotEqualTo(first);
        assertThat(TokenText.claimsOf(json(exchange(second, "")).get("id_token").textValue()))
                .containsEntry("auth_time", (int) authTime);
        assertThat(browser.cookies()).containsEntry("cognito." + pool, cookie);
        clock.advance(Duration.ofMinutes(1));
        assertThat(browser.open(authorize("")).page().select("h1").text()).isEqualTo("Sign in");
    }

    @Test
    void theSessionIsKnownByACookieThatScriptsDoNotSee() throws Exception {
        signInAt("");

        assertThat(browser.answer().headers().allValues("Set-Cookie"))
                .anyMatch(cookie ->
                        cookie.matches("cognito\\." + pool + "=[\\w-]+; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600"));
    }

    @Test
    void aDisabledUserIsSignedInNoMore() throws Exception {
        signInAt("");
        admin.adminDisableUser(request -> request.userPoolId(pool).username("alice"));

        assertThat(browser.open(authorize("")).page().select("h1").text()).isEqualTo("Sign in");
    }

    @Test
    void aSessionIsOfOnePool() throws Exception {
        signInAt("");
        pool = newPool(request -> {});
        client = newWebClient(request -> {}).clientId();

        assertThat(browser.open(authorize("")).page().select("h1").text()).isEqualTo("Sign in");
    }

    @Test
    void signingOutGoesToAnAddressOfTheClient() throws Exception {
        signInAt("");

        browser.open("/logout?client_id=" + client + "&logout_uri=" + encoded(SIGNED_OUT) + "&redirect_uri=x");

        assertThat(browser.location()).isEqualTo(SIGNED_OUT);
        assertThat(browser.cookies()).doesNotContainKey("cognito." + pool);
        assertThat(browser.open(authorize("")).page().select("h1").text()).isEqualTo("Sign in");
    }

    @Test
    void anOldCookieIsWorthNothingAfterSigningOut() throws Exception {
        signInAt("");
        String cookie = browser.cookies().get("cognito." + pool);
        browser.open("/logout?client_id=" + client + "&logout_uri=" + encoded(SIGNED_OUT));

        browser.cookies().put("cognito." + pool, cookie);

        assertThat(browser.open(authorize("")).page().select("h1").text()).isEqualTo("Sign in");
    }

    @Test
    void signingOutMayLeadToSigningInAgain() throws Exception {
        signInAt("");

        browser.open(authorize("&state=s").replace("/oauth2/authorize", "/logout"));

        assertThat(browser.address().getPath()).isEqualTo("/login");
        assertThat(browser.submit("username", "alice", "password", PASSWORD).returned("state"))
                .isEqualTo("s");
    }

    @ParameterizedTest
    @CsvSource({
        "/logout, The request is incomplete.",
        "/logout?client_id=none&logout_uri=https://app.example/bye, There is no such app client.",
        "/logout?client_id={client}&logout_uri=https://evil.example/,"
                + " The address to go back to is not among those of the app client.",
        "/logout?client_id={client}, The address to go back to is not among those of the app client."
    })
    void signingOutLeadsNowhereElse(String path, String message) throws Exception {
        signInAt("");

        browser.open(path.replace("{client}", client));

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("[role=alert]").text()).isEqualTo(message);
        assertThat(browser.cookies()).containsKey("cognito." + pool);
    }

    @Test
    void koreanIsSpokenWhereItIsAskedForAndRemembered() throws Exception {
        assertThat(browser.open(authorize("&lang=ko"))
                        .page()
                        .selectFirst("html")
                        .attr("lang"))
                .isEqualTo("ko");
        assertThat(browser.page().select("h1").text()).isEqualTo("로그인");
        assertThat(browser.open(authorize("")).page().select("h1").text()).isEqualTo("로그인");
        String english = browser.page().selectFirst("footer a[hreflang=en]").attr("href");
        assertThat(browser.open(english).page().select("h1").text()).isEqualTo("Sign in");
    }

    @Test
    void theBrowsersOwnLanguageIsSpokenToo() throws Exception {
        browser.with("Accept-Language", "ko-KR,ko;q=0.9,en;q=0.5");

        assertThat(browser.open(authorize("")).page().select("h1").text()).isEqualTo("로그인");
        assertThat(browser.open(authorize("&lang=de")).page().select("h1").text())
                .isEqualTo("로그인");
    }
}
