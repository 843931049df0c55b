package io.github.cognitoee.internal.session;

import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static io.github.cognitoee.internal.jwt.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CallerRequiredException;
import io.github.cognitoee.CognitoSession;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.Requests;
import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.mechanism.FakeBrowser;
import io.github.cognitoee.internal.mechanism.FakeExchange;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InjectedSessionTest {

    private final LoginApplication application = new LoginApplication();
    private final ManagedLogin login = application.login();
    private final Requests requests = new Requests();
    private final FakeBrowser browser = new FakeBrowser();
    private final CognitoSession session = injected(application.logins());

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void tellsTheTokensOfWhoeverIsInASession() {
        SessionTokens tokens = signIn();

        assertThat(session.tokens()).contains(tokens);
    }

    @Test
    void aBearerHasNone() {
        requests.of(caller());

        assertThat(session.tokens()).isEmpty();
        assertThat(session.refresh()).isFalse();
    }

    @Test
    void nobodyHasNone() {
        requests.of(Optional.empty());

        assertThat(session.tokens()).isEmpty();
        assertThat(session.refresh()).isFalse();
    }

    @Test
    void newTokensAreThereAtOnce() {
        signIn();
        application.cognito.issues(idToken(Map.of("jti", "2")), accessToken(Map.of()), "refresh-2");

        assertThat(session.refresh()).isTrue();
        assertThat(session.tokens().flatMap(SessionTokens::refreshToken)).contains("refresh-2");
        assertThat(application.sessions().find(browser.asksFor("/").request())).isEqualTo(session.tokens());
    }

    @Test
    void eachRefreshBringsNewOnes() {
        signIn();
        application.cognito.issues(idToken(Map.of("jti", "2")), accessToken(Map.of()), null);
        session.refresh();
        String newer = idToken(Map.of("jti", "3"));
        application.cognito.issues(newer, accessToken(Map.of()), null);

        assertThat(session.refresh()).isTrue();
        assertThat(session.tokens().map(SessionTokens::idToken)).contains(newer);
    }

    @Test
    void aRefreshThatEndsTheSessionLeavesNobodySignedIn() {
        signIn();
        application.cognito.refuses("invalid_grant");

        assertThat(session.refresh()).isFalse();
        assertThat(session.tokens()).isEmpty();
        assertThat(browser.session().isOver()).isTrue();
    }

    @Test
    void aRefreshThatCannotBeHadNowLeavesTheSessionAsItWas() {
        SessionTokens tokens = signIn();
        application.cognito.answers(503, "");

        assertThatThrownBy(session::refresh)
                .isInstanceOfSatisfying(CognitoUnavailableException.class, e -> assertThat(e.retryAfter())
                        .isEqualTo(Duration.ofSeconds(5)))
                .hasMessage("The session cannot be refreshed now: status 503");
        assertThat(session.tokens()).contains(tokens);
        assertThat(application.sessions().find(browser.asksFor("/").request())).contains(tokens);
    }

    @Test
    void whoSignsOutIsSignedOut() {
        signIn();
        application.cognito.answers(200, "");

        assertThat(session.logout())
                .hasToString(application.cognito.address()
                        + "/logout?client_id=web&logout_uri=https%3A%2F%2Fphotos.example.com%2Fphotos%2F");
        assertThat(session.tokens()).isEmpty();
        assertThat(browser.session().isOver()).isTrue();
    }

    @Test
    void whoseSessionCannotBeEndedIsSignedOutAllTheSame() {
        signIn();
        browser.losesSessionStore();

        assertThatThrownBy(session::logout).hasMessage("the session store is away");

        assertThat(session.tokens()).isEmpty();
    }

    @Test
    void aLinkOfAnotherSiteSignsNobodyOut() {
        SessionTokens tokens = signIn(browser.asksFor("/sign-out").header("Sec-Fetch-Site", "cross-site"));

        assertThat(session.logout()).hasToString("https://photos.example.com/photos/");
        assertThat(session.tokens()).contains(tokens);
        assertThat(application.cognito.asked()).isEmpty();
    }

    @Test
    void aThreadThatServesNoRequestCannotSignAnybodyOut() {
        requests.none();

        assertThat(session.tokens()).isEmpty();
        assertThatThrownBy(session::logout)
                .isInstanceOf(CallerRequiredException.class)
                .hasMessage(
                        "Thread '" + Thread.currentThread().getName() + "' serves no request, so it has no session");
    }

    @Test
    void anApplicationThatOnlyBearersCallHasNoSessions() {
        CognitoSession none = injected(Logins.NONE);
        signIn();

        assertThatThrownBy(none::logout)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "this application accepts neither MANAGED_LOGIN nor FORM, so it has no sessions: name one in accepts"
                                + " of @CognitoAuthenticationMechanismDefinition");
    }

    @Test
    void printsNothing() {
        signIn();

        assertThat(session).hasToString("CognitoSession");
    }

    /** As the mechanism leaves the request of somebody who is in a session. */
    private SessionTokens signIn() {
        return signIn(browser.asksFor("/"));
    }

    private SessionTokens signIn(FakeExchange exchange) {
        SessionTokens tokens =
                new SessionTokens(idToken(Map.of()), accessToken(Map.of()), "refresh-1", application.clock.instant());
        new SessionTokenStore().begin(tokens, exchange.request(), exchange.response());
        requests.of(exchange.request(), caller());
        ServedRequest served = ServedRequest.of(exchange.request());
        served.inSession(tokens);
        served.answeredBy(exchange.response());
        return tokens;
    }

    private static CognitoCallerPrincipal caller() {
        return new CognitoCallerPrincipal("alice", verified(idToken(Map.of())), Set.of(), () -> {
            throw new AssertionError();
        });
    }

    @SuppressWarnings("unchecked")
    private InjectedSession injected(Logins logins) {
        return new InjectedSession(requests.currentCaller(), (Instance<Logins>) Proxy.newProxyInstance(
                InjectedSessionTest.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("stream");
                    return Stream.of(logins);
                }));
    }
}
