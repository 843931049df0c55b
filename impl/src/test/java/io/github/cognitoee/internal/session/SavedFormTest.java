package io.github.cognitoee.internal.session;

import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.mechanism.FakeBrowser;
import io.github.cognitoee.internal.mechanism.FakeExchange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms that wait for whoever sent them to sign in. */
class SavedFormTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final LoginApplication application = new LoginApplication();
    private final ManagedLogin login = application.login();
    private final FakeBrowser browser = new FakeBrowser();

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void aFormIsSentAgainByAPageAfterSigningIn() {
        PageAnswer answer =
                signInAt(post("/orders?draft=1", FORM + ";charset=UTF-8", "title=Two+prints&note=a%26b&note="));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<form method=\"post\" action=\"https://photos.example.com/photos/orders?draft=1\">")
                .containsSubsequence(
                        "<input type=\"hidden\" name=\"title\" value=\"Two prints\">",
                        "<input type=\"hidden\" name=\"note\" value=\"a&amp;b\">",
                        "<input type=\"hidden\" name=\"note\" value=\"\">");
        assertThat(application.sessions().find(browser.asksFor("/").request())).isPresent();
    }

    @Test
    void whatIsInTheFormRunsNothingOnThatPage() {
        PageAnswer answer = signInAt(post(
                "/orders", FORM, "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E=%22onload%3D%27x%27&submit=%3C%2Fform%3E"));

        assertThat(answer.body())
                .contains("name=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\" value=\"&quot;onload=&#39;x&#39;\"")
                .containsOnlyOnce("<script")
                .containsOnlyOnce("</form>");
        assertThat(answer.headers().get("Content-Security-Policy"))
                .singleElement()
                .asString()
                .matches("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none';"
                        + " form-action 'self'; script-src 'nonce-[\\w-]{22}'");
        assertThat(answer.headers())
                .as("with no-referrer browsers would send the form with Origin: null, which old ones are refused")
                .containsEntry("Referrer-Policy", List.of("same-origin"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "PUT, application/x-www-form-urlencoded",
        "POST, multipart/form-data; boundary=x",
        "POST, application/json",
        "POST, ",
    })
    void whatCannotBeSentAgainIsNotKept(String method, String type) {
        FakeExchange exchange = post("/orders", type, "title=x");
        exchange.method = method;

        assertThat(signInAt(exchange).location()).isEqualTo("https://photos.example.com/photos/");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aFormThatIsTooLongIsNotKept(boolean saysItsLength) {
        FakeExchange exchange = post("/orders", FORM, "title=" + "x".repeat(FormBody.MAX_LENGTH));
        if (!saysItsLength) {
            exchange.contentLength = -1;
        }

        assertThat(signInAt(exchange).location()).isEqualTo("https://photos.example.com/photos/");
        assertThat(browser.session().attributes())
                .containsOnlyKeys(SessionTokens.class.getName(), SessionUser.class.getName());
    }

    @Test
    void aFormThatSomebodyHasReadIsNotKept() {
        FakeExchange exchange = post("/orders", FORM, "");
        exchange.contentLength = 7;

        assertThat(signInAt(exchange).location()).isEqualTo("https://photos.example.com/photos/");
    }

    @Test
    void aFormOfMoreFieldsThanAnybodyFillsInIsNotKept() {
        assertThat(signInAt(post("/orders", FORM, "a&".repeat(1_001))).location())
                .isEqualTo("https://photos.example.com/photos/");
    }

    @Test
    void aFormIsNotSentInTheNameOfAnother() {
        signInAt(browser.asksFor("/"));
        Map<String, String> visit = LoginApplication.visit(login, browser, post("/orders", FORM, "title=x"));
        application.cognito.issues(
                idToken(Map.of("nonce", visit.get("nonce"), "sub", "mallory")),
                accessToken(Map.of("sub", "mallory")),
                "refresh-1");
        FakeExchange callback = browser.asksFor("/callback?code=x&state=" + visit.get("state"));

        assertThat(login.finish(callback.request(), callback.response()).location())
                .isEqualTo("https://photos.example.com/photos/");
    }

    @Test
    void aFormThatAnotherSiteForgedIsNotKept() {
        PageAnswer answer = signInAt(post("/orders", FORM, "title=x").header("Origin", "https://evil.example"));

        assertThat(answer.location()).isEqualTo("https://photos.example.com/photos/");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void fiveFormsAreKeptAtMost() {
        Map<String, String> first = LoginApplication.visit(login, browser, post("/orders", FORM, "title=first"));
        Map<String, String> last = first;
        for (int i = 0; i < 5; i++) {
            application.clock.advance(Duration.ofSeconds(1));
            last = LoginApplication.visit(login, browser, post("/orders", FORM, "title=" + i));
        }

        assertThat(comeBack(first).status()).isEqualTo(400);
        assertThat(comeBack(last).body()).contains("value=\"4\"");
    }

    @Test
    void aFormIsSentAgainOnceAndByTheSignInThatItBegan() {
        Map<String, String> ofForm = LoginApplication.visit(login, browser, post("/orders", FORM, "title=x"));
        Map<String, String> ofPage = LoginApplication.visit(login, browser, browser.asksFor("/albums"));

        assertThat(comeBack(ofPage).location()).isEqualTo("https://photos.example.com/photos/albums");
        assertThat(comeBack(ofForm).body()).contains("value=\"x\"");
    }

    @Test
    void aSignOutWhileAFormIsTakenIsNoFailure() {
        Map<String, String> visit = LoginApplication.visit(login, browser, post("/orders", FORM, "title=x"));
        browser.session().endAfterNextReading();

        assertThat(comeBack(visit).status()).isEqualTo(200);
    }

    @Test
    void norIsOneWhileAFormIsKept() {
        browser.inSession().invalidate();
        browser.keepsSessionThatIsOver();

        assertThat(LoginApplication.visit(login, browser, post("/orders", FORM, "title=x")))
                .containsKey("state");
    }

    @Test
    void aClusterMayWriteFormsWhileTheyAreTaken() throws Exception {
        Flow one = flow();
        Flow other = flow();
        FakeExchange exchange = browser.asksFor("/orders");
        SavedForms.keep(one, new SavedForm("/orders", "title=1", null), exchange.request());
        SavedForms.keep(other, new SavedForm("/orders", "title=2", null), exchange.request());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes) {
            {
                enableReplaceObject(true);
            }

            @Override
            protected Object replaceObject(Object written) {
                if (written instanceof SavedForm) {
                    SavedForms.take(other, exchange.request());
                }
                return written;
            }
        }) {
            out.writeObject(browser.session().getAttribute(SavedForms.class.getName()));
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            browser.session().setAttribute(SavedForms.class.getName(), in.readObject());
        }
        assertThat(SavedForms.take(one, exchange.request())).isPresent();
        assertThat(SavedForms.take(other, exchange.request())).isPresent();
    }

    private Flow flow() {
        return Flow.begin("https://photos.example.com/photos/", StepUp.NONE, application.clock.instant());
    }

    private PageAnswer signInAt(FakeExchange exchange) {
        return comeBack(LoginApplication.visit(login, browser, exchange));
    }

    private PageAnswer comeBack(Map<String, String> visit) {
        application.cognito.issues(idToken(Map.of("nonce", visit.get("nonce"))), accessToken(Map.of()), "refresh-1");
        FakeExchange callback = browser.asksFor("/callback?code=x&state=" + visit.get("state"));
        PageAnswer answer = login.finish(callback.request(), callback.response());
        browser.takes(answer.setCookies());
        return answer;
    }

    private FakeExchange post(String path, String type, String body) {
        FakeExchange exchange = browser.asksFor(path).body(type, body);
        exchange.method = "POST";
        return exchange;
    }
}
