package io.github.cognitoee.internal.session;

import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.LogLines;
import io.github.cognitoee.internal.mechanism.FakeBrowser;
import io.github.cognitoee.internal.mechanism.FakeExchange;
import io.github.cognitoee.internal.userpool.UserPoolApi;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How browsers are sent to managed login, and how sessions go on and end; {@link CallbackTest} shows how they come back. */
class ManagedLoginTest {

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
    void aBrowserIsSentWithWhatTheCodeFlowNeeds() {
        PageAnswer answer = application.login().start(browser.asksFor("/albums").request(), Visit.ORDINARY);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).startsWith(application.cognito.address() + "/oauth2/authorize?");
        Map<String, String> parameters = FakeBrowser.parametersOf(URI.create(answer.location()));
        assertThat(parameters)
                .containsOnlyKeys(
                        "response_type",
                        "client_id",
                        "redirect_uri",
                        "scope",
                        "state",
                        "nonce",
                        "code_challenge",
                        "code_challenge_method")
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "web")
                .containsEntry("redirect_uri", "https://photos.example.com/photos/callback")
                .containsEntry("scope", "openid")
                .containsEntry("code_challenge_method", "S256");
        assertThat(List.of(parameters.get("state"), parameters.get("nonce"), parameters.get("code_challenge")))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("[\\w-]{43}"));
    }

    @Test
    void whatTheDefinitionAsksForGoesAlong() {
        application
                .with("cognito.managed-login.scope", "openid, photos/read")
                .with("cognito.managed-login.identity-provider", "Google")
                .with("cognito.managed-login.lang", "ko")
                .with("cognito.managed-login.prompt", "login consent")
                .with("cognito.managed-login.resource", "https://photos.example.com")
                .with("cognito.managed-login.redirect-uri", "https://www.example.com/back");

        assertThat(LoginApplication.visit(application.login(), browser, "/"))
                .containsEntry("scope", "openid photos/read")
                .containsEntry("identity_provider", "Google")
                .containsEntry("lang", "ko")
                .containsEntry("prompt", "login consent")
                .containsEntry("resource", "https://photos.example.com")
                .containsEntry("redirect_uri", "https://www.example.com/back");
    }

    @Test
    void nobodyIsSentAnywhereUnderAHostThatIsNotListed() {
        FakeExchange exchange = browser.asksFor("/albums");
        exchange.serverName = "evil.example";
        PageAnswer answer = application.login().start(exchange.request(), Visit.ORDINARY);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.setCookies()).isEmpty();
        assertThat(answer.body()).contains("<h1>Unknown address</h1>").doesNotContain("evil.example");
        assertThat(log.lines())
                .singleElement()
                .asString()
                .matches(".*sign-in [\\w-]{8} refused: the request names a host that is not listed; set"
                        + " cognito\\.session\\.base-url, or list it in cognito\\.session\\.hosts")
                .doesNotContain("evil.example");
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @CsvSource({
        "${baseURL}/callback, /callback, , true",
        "${baseURL}/callback, '', /callback, true",
        "${baseURL}/callback, /oauth, /callback, false",
        "${baseURL}/callback, /callback/, , false",
        "${baseURL}/oauth/callback, /oauth, /callback, true",
        "https://photos.example.com/photos/callback, /callback, , true",
        "https://photos.example.com/callback, /callback, , false",
        "https://photos.example.com/photos/back, /callback, , false",
    })
    void theCallbackIsToldByItsPath(String redirectUri, String servletPath, String pathInfo, boolean expected) {
        ManagedLogin login = application
                .with("cognito.managed-login.redirect-uri", redirectUri)
                .login();
        FakeExchange exchange = browser.asksFor("/");
        exchange.servletPath = servletPath;
        exchange.pathInfo = pathInfo;

        assertThat(login.isCallback(exchange.request())).isEqualTo(expected);
    }

    @Test
    void renewedTokensTakeThePlaceOfTheOldOnes() {
        ManagedLogin login = signedIn();
        SessionTokens old = tokens(login).orElseThrow();
        application.cognito.issues(
                idToken(Map.of("jti", "2", "sub", "alice")), accessToken(Map.of("sub", "alice")), "refresh-2");
        FakeExchange exchange = browser.asksFor("/");
        Renewal renewal = application.sessions().renewNow(old, exchange.request(), exchange.response());

        assertThat(renewal).isInstanceOf(Renewal.Renewed.class);
        assertThat(tokens(login).orElseThrow().refreshToken()).contains("refresh-2");
    }

    @Test
    void whoSignedOutMeanwhileStaysSignedOut() {
        ManagedLogin login = signedIn();
        SessionTokens old = tokens(login).orElseThrow();
        application.cognito.answers(200, "");
        FakeExchange exchange = browser.asksFor("/");
        application.sessions().signOut(exchange.request(), exchange.response());
        application.cognito.issues(
                idToken(Map.of("jti", "2", "sub", "alice")), accessToken(Map.of("sub", "alice")), "refresh-2");
        application.sessions().renewNow(old, exchange.request(), exchange.response());

        assertThat(tokens(login)).isEmpty();
    }

    @Test
    void renewedTokensDoNotOverwriteThoseOfWhoeverSignedInMeanwhile() {
        ManagedLogin login = signedIn();
        SessionTokens ofAlice = tokens(login).orElseThrow();
        signIn(login, "bob");
        SessionTokens ofBob = tokens(login).orElseThrow();
        application.cognito.issues(
                idToken(Map.of("jti", "2", "sub", "alice")), accessToken(Map.of("sub", "alice")), "refresh-2");
        FakeExchange exchange = browser.asksFor("/");
        application.sessions().renewNow(ofAlice, exchange.request(), exchange.response());

        assertThat(tokens(login)).contains(ofBob);
    }

    @Test
    void aSessionThatEndsIsOverWithAllThatIsInIt() {
        ManagedLogin login = signedIn();
        SessionTokens old = tokens(login).orElseThrow();
        application.cognito.refuses("invalid_grant");
        FakeExchange exchange = browser.asksFor("/");
        application.sessions().renewNow(old, exchange.request(), exchange.response());

        assertThat(browser.session().isOver()).isTrue();
        assertThat(log.lines()).containsExactly("a session has ended: the refresh token is not good any more");
    }

    @ParameterizedTest(name = "to {0}, notify {1}")
    @CsvSource({
        "${baseURL}/, true, {domain}/logout?client_id=web&logout_uri=https%3A%2F%2Fphotos.example.com%2Fphotos%2F",
        "${baseURL}/bye, false, https://photos.example.com/photos/bye",
        "https://www.example.com/?a=b&c, true,"
                + " {domain}/logout?client_id=web&logout_uri=https%3A%2F%2Fwww.example.com%2F%3Fa%3Db%26c",
        "https://www.example.com/, false, https://www.example.com/",
    })
    void whoSignsOutIsWhereTheDefinitionSays(String redirectUri, String notify, String expected) {
        application
                .with("cognito.managed-login.logout.redirect-uri", redirectUri)
                .with("cognito.managed-login.logout.notify-provider", notify);
        FakeExchange exchange = browser.asksFor("/sign-out?logout_uri=https://evil.example&redirect=//evil.example");
        URI next = application
                .sessions()
                .signOut(exchange.request(), exchange.response())
                .orElseThrow();

        assertThat(next)
                .hasToString(expected.replace(
                        "{domain}", application.cognito.address().toString()));
    }

    @Test
    void underAHostThatIsNotListedTheyStayOnIt() {
        FakeExchange exchange = browser.asksFor("/sign-out");
        exchange.serverName = "evil.example";

        assertThat(application
                        .sessions()
                        .signOut(exchange.request(), exchange.response())
                        .orElseThrow())
                .hasToString("/");
    }

    @Test
    void theRefreshTokenIsRevokedUnlessSaid() {
        ManagedLogin login =
                application.with("cognito.managed-login.logout.revoke", "false").login();
        signIn(login, "alice");
        signOut(login);

        assertThat(tokens(login)).isEmpty();
        assertThat(application.cognito.asked())
                .extracting(FakeTokenEndpoint.Asked::path)
                .containsExactly("/oauth2/token");
    }

    @ParameterizedTest
    @CsvSource({
        "400, COG-0033: a refresh token could not be revoked: java.io.IOException: revocation answered 400",
        "500, COG-0033: a refresh token could not be revoked: java.io.IOException: revocation answered 500",
    })
    void whatCognitoDoesNotRevokeIsToldInTheLogAndKeepsNobodySignedIn(int status, String line) {
        ManagedLogin login = signedIn();
        application.cognito.answers(status, "{\"error\":\"refresh-1\"}");
        signOut(login);

        assertThat(tokens(login)).isEmpty();
        assertThat(log.lines()).containsExactly(line);
    }

    @Test
    void whoSignsOutEverywhereIsSignedOutByTheirAccessToken() {
        FakeUserPool userPool = new FakeUserPool();
        application.userPool = Optional.of(userPool);
        ManagedLogin login = signedIn();
        application.cognito.answers(200, "");
        signOut(login);
        application.sessions().close();

        assertThat(userPool.signedOut).containsExactly(accessToken(Map.of("sub", "alice")));
        assertThat(userPool.isClosed).isTrue();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void whereThatFailsTheRefreshTokenIsRevokedAllTheSame() {
        FakeUserPool userPool = new FakeUserPool();
        userPool.failure = new CognitoUnavailableException("GlobalSignOut failed", Duration.ofSeconds(2));
        application.userPool = Optional.of(userPool);
        ManagedLogin login = signedIn();
        application.cognito.answers(200, "");
        signOut(login);

        assertThat(tokens(login)).isEmpty();
        assertThat(application.cognito.asked())
                .extracting(FakeTokenEndpoint.Asked::path)
                .containsExactly("/oauth2/token", "/oauth2/revoke");
        assertThat(log.lines()).singleElement().asString().startsWith("COG-0033: ");
    }

    private ManagedLogin signedIn() {
        ManagedLogin login = application.login();
        signIn(login, "alice");
        return login;
    }

    private void signIn(ManagedLogin login, String sub) {
        Map<String, String> visit = LoginApplication.visit(login, browser, "/");
        application.cognito.issues(
                idToken(Map.of("nonce", visit.get("nonce"), "sub", sub)), accessToken(Map.of("sub", sub)), "refresh-1");
        FakeExchange callback = browser.asksFor("/callback?code=x&state=" + visit.get("state"));
        assertThat(login.finish(callback.request(), callback.response()).status())
                .isEqualTo(303);
    }

    private void signOut(ManagedLogin login) {
        FakeExchange exchange = browser.asksFor("/sign-out");
        application.sessions().signOut(exchange.request(), exchange.response());
    }

    private Optional<SessionTokens> tokens(ManagedLogin login) {
        return application.sessions().find(browser.asksFor("/").request());
    }

    private static final class FakeUserPool implements UserPoolApi {

        private final List<String> signedOut = new ArrayList<>();
        private boolean isClosed;
        private CognitoUnavailableException failure;

        @Override
        public void globalSignOut(String accessToken) {
            if (failure != null) {
                throw failure;
            }
            signedOut.add(accessToken);
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
