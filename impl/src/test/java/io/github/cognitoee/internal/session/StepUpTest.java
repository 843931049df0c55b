package io.github.cognitoee.internal.session;

import static io.github.cognitoee.internal.jwt.TestTokens.NOW;
import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.LoginParameters;
import io.github.cognitoee.internal.LogLines;
import io.github.cognitoee.internal.mechanism.FakeBrowser;
import io.github.cognitoee.internal.mechanism.FakeExchange;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Visits to managed login that must bring a sign-in of a certain kind, or none. */
class StepUpTest {

    private static final StepUp RECENT = new StepUp(Optional.of(Duration.ofMinutes(5)), Optional.empty());
    private static final StepUp ASSURED = new StepUp(Optional.empty(), Optional.of("urn:cognito:loa:3"));

    private final LoginApplication application = new LoginApplication();
    private final FakeBrowser browser = new FakeBrowser();
    private final LogLines log = LogLines.ofPackage(ManagedLogin.class);

    @BeforeEach
    void readLog() {
        log.start();
    }

    @AfterEach
    void stop() {
        log.stop();
        application.close();
    }

    @Test
    void whoSignedInTooLongAgoIsAskedAgainAndByTheNameTheyHave() {
        assertThat(depart(Visit.of(RECENT, Map.of("login_hint", "alice"))))
                .containsEntry("max_age", "300")
                .containsEntry("prompt", "login")
                .containsEntry("login_hint", "alice")
                .doesNotContainKey("acr_values");
    }

    @Test
    void whoSignedInTooWeaklyIsAskedForMore() {
        assertThat(depart(Visit.of(ASSURED, Map.of())))
                .containsEntry("acr_values", "urn:cognito:loa:3")
                .doesNotContainKeys("max_age", "prompt");
    }

    @Test
    void aSignInOfTheKindThatWasWantedBegins() {
        Map<String, String> visit = depart(Visit.of(ASSURED, Map.of()));

        assertThat(comeBack(visit, Map.of("acr", "urn:cognito:loa:4")).isRedirect())
                .isTrue();
        assertThat(isSignedIn()).isTrue();
    }

    @Test
    void managedLoginMayIgnoreWhatIsAskedForAndNobodyIsSentThereForEver() {
        Map<String, String> visit = depart(Visit.of(ASSURED, Map.of()));
        PageAnswer answer = comeBack(visit, Map.of("acr", "urn:cognito:loa:1"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("<h1>This sign-in is not enough</h1>");
        assertThat(isSignedIn()).isFalse();
        assertThat(log.lines())
                .singleElement()
                .asString()
                .endsWith(
                        " failed: the sign-in reached urn:cognito:loa:1, of urn:cognito:loa:3 at least, though managed"
                                + " login was asked for that");
    }

    @Test
    void aSessionThatWasGoodForLessGoesOn() {
        comeBack(depart(Visit.ORDINARY), Map.of());
        comeBack(depart(Visit.of(ASSURED, Map.of())), Map.of());

        assertThat(isSignedIn()).isTrue();
    }

    @Test
    void anOldSignInIsToldEvenWhereManagedLoginDidNotNotice() {
        Map<String, String> visit = depart(Visit.of(RECENT, Map.of()));

        assertThat(comeBack(visit, Map.of("auth_time", NOW.getEpochSecond() - 361))
                        .status())
                .isEqualTo(403);
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void theDefinitionMayAskForARecentSignInEachTime() {
        application.with("cognito.managed-login.max-age", "PT8H");
        Map<String, String> visit = depart(Visit.ORDINARY);

        assertThat(visit).containsEntry("max_age", "28800");
        assertThat(comeBack(visit, Map.of("auth_time", NOW.getEpochSecond() - 28_861))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theDefinitionMayAskForALevelAndTakesWhatComes() {
        application.with("cognito.managed-login.acr-values", "urn:cognito:loa:3");
        Map<String, String> visit = depart(Visit.ORDINARY);

        assertThat(visit).containsEntry("acr_values", "urn:cognito:loa:3");
        assertThat(comeBack(visit, Map.of()).isRedirect()).isTrue();
    }

    @Test
    void oneVisitMayDifferFromTheOthers() {
        application.with("cognito.managed-login.identity-provider", "Google").with("cognito.managed-login.lang", "ko");
        LoginParameters wishes = LoginParameters.none()
                .idpIdentifier("example.com")
                .loginHint("alice@example.com")
                .prompt("select_account")
                .acrValues("urn:cognito:loa:2")
                .maxAge(Duration.ofHours(1))
                .resource("https://photos.example.com")
                .lang("");

        assertThat(depart(Visit.of(wishes)))
                .containsEntry("idp_identifier", "example.com")
                .doesNotContainKey("identity_provider")
                .containsEntry("lang", "ko")
                .containsEntry("login_hint", "alice@example.com")
                .containsEntry("prompt", "select_account")
                .containsEntry("acr_values", "urn:cognito:loa:2")
                .containsEntry("max_age", "3600")
                .containsEntry("resource", "https://photos.example.com");
        assertThat(wishes.toString()).startsWith("LoginParameters[").doesNotContain("alice");
    }

    @Test
    void itComesBackToWhereItSays() {
        Map<String, String> first = depart(Visit.of(LoginParameters.none()));
        assertThat(comeBack(first, Map.of()).location()).isEqualTo("https://photos.example.com/photos/");

        Map<String, String> named = depart(Visit.of(LoginParameters.none().returnTo("/albums?page=2")));
        assertThat(comeBack(named, Map.of()).location()).isEqualTo("https://photos.example.com/photos/albums?page=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "albums",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "/a\r\nSet-Cookie: a=b"
            })
    void itComesBackToThisApplication(String path) {
        assertThatThrownBy(() -> LoginParameters.none().returnTo(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("returnTo is no path of the application, such as /albums?page=2");
    }

    @Test
    void theShorterTimeHolds() {
        application.with("cognito.managed-login.max-age", "PT1M");

        assertThat(depart(Visit.of(RECENT, Map.of()))).containsEntry("max_age", "60");
    }

    @Test
    void aUserOfThePoolIsNotSentToAnotherProvider() {
        application.with("cognito.managed-login.identity-provider", "Corp");

        assertThat(depart(Visit.of(RECENT, Map.of("login_hint", "alice"))))
                .containsEntry("identity_provider", "COGNITO");
        assertThat(depart(Visit.of(RECENT, Map.of("identity_provider", "Google"))))
                .containsEntry("identity_provider", "Google");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8 hours", "-PT1H", "PT0S", "PT0.5S"})
    void aTimeThatIsNoneStopsTheDeployment(String text) {
        application.with("cognito.managed-login.max-age", text);

        assertThatThrownBy(application::settings)
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessageContaining("cognito.managed-login.max-age")
                .hasMessageContaining(
                        "is '" + text + "', expected a time of whole seconds, one at least, such as PT8H");
    }

    @Test
    void oneIdentityProviderAtATime() {
        application
                .with("cognito.managed-login.identity-provider", "Google")
                .with("cognito.managed-login.idp-identifier", "example.com");

        assertThatThrownBy(application::settings)
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessageContaining("cognito.managed-login.idp-identifier")
                .hasMessageContaining("stands beside cognito.managed-login.identity-provider; expected one of the two");
    }

    private Map<String, String> depart(Visit visit) {
        PageAnswer start = application.login().start(browser.asksFor("/account").request(), visit);
        assertThat(start.status()).isEqualTo(303);
        browser.takes(start.setCookies());
        return FakeBrowser.parametersOf(URI.create(start.location()));
    }

    private PageAnswer comeBack(Map<String, String> visit, Map<String, ?> changes) {
        Map<String, Object> claims = new HashMap<>(changes);
        claims.put("nonce", visit.get("nonce"));
        application.cognito.issues(idToken(claims), accessToken(Map.of()), "refresh-1");
        FakeExchange callback =
                browser.asksFor("/callback").parameter("code", "code").parameter("state", visit.get("state"));
        return application.login().finish(callback.request(), callback.response());
    }

    private boolean isSignedIn() {
        return application.sessions().find(browser.asksFor("/").request()).isPresent();
    }
}
