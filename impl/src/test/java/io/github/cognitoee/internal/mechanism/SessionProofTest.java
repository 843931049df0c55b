package io.github.cognitoee.internal.mechanism;

import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cognitoee.LoginParameters;
import io.github.cognitoee.Proof;
import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.LogLines;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.RequestCaller;
import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.caller.SignOutListener;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.session.LoginApplication;
import io.github.cognitoee.internal.session.ManagedLogin;
import io.github.cognitoee.internal.store.PasswordLogins;
import io.github.cognitoee.internal.store.TestStores;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mechanism of an application that signs people in at managed login, and lets in bearers of tokens too. */
class SessionProofTest {

    private static final Duration HOUR = Duration.ofHours(1);

    /** {@code sub} of whoever signs in. */
    private static final String ALICE = "34c84488-e0e1-70ae-d2ee-991ad1a898c8";

    private final LoginApplication application = new LoginApplication();
    private final FakeBrowser browser = new FakeBrowser();
    private final LogLines log = LogLines.ofPackage(LoginApplication.class);
    private ManagedLogin login = application.login();
    private IdentityStoreHandler stores = stores();

    @BeforeEach
    void readLog() {
        log.start();
    }

    @AfterEach
    void stop() {
        log.stop();
        application.close();
    }

    private IdentityStoreHandler stores() {
        return TestStores.of(application.settings(), application.verifier())::validate;
    }

    @Test
    void aBrowserThatAsksForAProtectedPageIsSentToManagedLogin() {
        FakeExchange exchange = protectedPage();

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.errors).isEmpty();
        assertThat(exchange.isCommitted).isTrue();
        assertSentToManagedLogin(exchange);
        assertThat(browser.session()).as("who only asks makes no session").isNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Accept, application/json",
        "Sec-Fetch-Mode, cors",
        "X-Requested-With, XMLHttpRequest",
    })
    void scriptsAndProgramsAreChallengedInstead(String header, String value) {
        FakeExchange exchange = protectedPage().header(header, value);

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.errors).containsExactly(401);
        assertThat(exchange.responseHeaders).containsExactly(Map.entry("WWW-Authenticate", "Bearer realm=\"cognito\""));
        assertThat(exchange.setCookies).isEmpty();
    }

    @Test
    void anApplicationMaySendABrowserWithParametersOfItsOwn() {
        FakeExchange exchange = openPage();
        exchange.isAuthenticationRequest = true;
        exchange.parameters
                .newAuthentication(true)
                .credential(LoginParameters.none().identityProvider("Google").loginHint("alice@example.com"));

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(FakeBrowser.parametersOf(URI.create(exchange.responseHeaders.get("Location"))))
                .containsEntry("identity_provider", "Google")
                .containsEntry("login_hint", "alice@example.com")
                .containsEntry("code_challenge_method", "S256");
    }

    @Test
    void anOpenPageStaysOpen() {
        FakeExchange exchange = openPage();

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertUnanswered(exchange);
    }

    @Test
    void aServerThatAsksForEveryMethodIsNoReasonToSendAnybodyAnywhere() {
        FakeExchange exchange = protectedPage();
        exchange.isAuthenticationRequest = true;

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertUnanswered(exchange);
    }

    @Test
    void anApplicationThatAsksForTheCallerToSignInIs() throws Exception {
        FakeExchange exchange = openPage();
        validate(exchange);
        exchange.onAuthenticate = () -> {
            exchange.isAuthenticationRequest = true;
            return validate(exchange) == AuthenticationStatus.SUCCESS;
        };

        assertThat(exchange.wrapped().authenticate(exchange.response())).isFalse();
        assertSentToManagedLogin(exchange);
        assertThat(PageRequestWrapper.isMeant(exchange.request()))
                .as("what the server asks later is not what the application meant")
                .isFalse();
    }

    @Test
    void whatTheApplicationMeantIsOverWhenTheServerFails() {
        FakeExchange exchange = openPage();
        validate(exchange);
        exchange.onAuthenticate = () -> {
            throw new IllegalStateException("committed");
        };

        assertThat(catchThrowable(() -> exchange.wrapped().authenticate(exchange.response())))
                .hasMessage("committed");
        assertThat(PageRequestWrapper.isMeant(exchange.request())).isFalse();
    }

    @Test
    void whoeverIsSignedInNeedNotSignInAgain() throws Exception {
        signIn();
        FakeExchange exchange = openPage();
        validate(exchange);

        assertThat(exchange.wrapped().authenticate(exchange.response())).isTrue();
        assertUnanswered(exchange);
    }

    @Test
    void theRequestIsWrappedOnceHoweverOftenItIsValidated() {
        FakeExchange exchange = openPage();
        validate(exchange);

        assertThat(PageRequestWrapper.of(exchange.wrapped(), Optional.empty())).isSameAs(exchange.wrapped());
    }

    @Test
    void theReturnFromManagedLoginSignsInAndSendsOn() {
        FakeExchange callback = signIn();

        assertThat(callback.status).isEqualTo(303);
        assertThat(callback.responseHeaders)
                .containsEntry("Location", "https://photos.example.com/photos/albums")
                .containsEntry("Cache-Control", "no-store");
        assertThat(callback.notified)
                .as("the next request is the first in the session")
                .isNull();
        assertThat(browser.session().attributes()).hasSize(2).containsKey(SessionTokens.class.getName());
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void aReturnThatFailsIsAnsweredByAPage() {
        FakeExchange callback = browser.asksFor("/callback?state=guessed&code=x");

        assertThat(validate(callback)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(callback.status).isEqualTo(400);
        assertThat(callback.isCommitted).isTrue();
        assertThat(callback.responseHeaders)
                .containsEntry("Content-Type", "text/html;charset=UTF-8")
                .containsEntry(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none';"
                                + " form-action 'none'")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Referrer-Policy", "same-origin")
                .containsEntry("Cache-Control", "no-store");
        assertThat(callback.body.toString())
                .contains("This sign-in cannot be finished")
                .doesNotContain("guessed");
        assertThat(callback.setCookies).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/callback/, ", "/callback, /more", "/Callback, ", "/albums, /callback", "/, "})
    void otherAddressesAreTheApplications(String servletPath, String pathInfo) {
        FakeExchange exchange = openPage();
        exchange.servletPath = servletPath;
        exchange.pathInfo = pathInfo;

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.NOT_DONE);
    }

    @Test
    void whoeverIsInASessionIsTheCallerOnEveryPath() {
        signIn();
        FakeExchange exchange = openPage();

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(exchange.notified.getCallerPrincipal())
                .isInstanceOf(CognitoCallerPrincipal.class)
                .hasToString("alice");
        assertThat(exchange.notified.getCallerGroups()).containsExactlyInAnyOrder("editors", "admins");
        assertThat(ServedRequest.of(exchange.request()).session()).isPresent();
        CognitoCallerPrincipal alice = (CognitoCallerPrincipal) exchange.notified.getCallerPrincipal();
        assertThat(alice.token().isIdToken()).as("the ID token tells who it is").isTrue();
        assertThat(alice.scopes())
                .as("the access token what they may")
                .containsExactlyInAnyOrder("openid", "photos/read");
    }

    @Test
    void aBearerTokenBesideASessionDecides() {
        signIn();
        FakeExchange exchange =
                openPage().header("Authorization", "Bearer " + accessToken(Map.of("username", "bob", "sub", "bob")));

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(exchange.notified.getCallerPrincipal()).hasToString("bob");
        assertThat(ServedRequest.of(exchange.request()).session()).isEmpty();
    }

    @Test
    void aBadBearerTokenIsNotMadeGoodByASession() {
        signIn();
        FakeExchange exchange = openPage().header("Authorization", "Bearer nonsense");

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.errors).containsExactly(401);
        assertThat(tokens()).isPresent();
    }

    @Test
    void tokensOfASessionDoNotEnterAsBearersWhereTheirClientIsNotOneOfThese() {
        application.with("cognito.user-pool.client-ids", "mobile").with("cognito.bearer-tokens", "ANY");
        login = application.login();
        stores = stores();
        signIn();
        assertThat(validate(openPage())).as("seen and good").isEqualTo(AuthenticationStatus.SUCCESS);

        SessionTokens tokens = tokens().orElseThrow();
        for (String token : List.of(tokens.idToken(), tokens.accessToken())) {
            FakeExchange exchange = openPage().header("Authorization", "Bearer " + token);
            assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
            assertThat(exchange.errors).containsExactly(401);
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "POST, Sec-Fetch-Site, cross-site",
        "POST, Origin, https://evil.example",
        "POST, Origin, null",
        "PUT, Origin, http://photos.example.com",
        "DELETE, Sec-Fetch-Site, cross-site",
    })
    void aRequestThatAnotherSiteForgedIsRefusedAndTheSessionGoesOn(String method, String header, String value) {
        signIn();
        FakeExchange exchange = openPage().header(header, value);
        exchange.method = method;

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.errors).containsExactly(403);
        assertThat(exchange.notified).isNull();
        assertThat(RequestOutcome.refusal(exchange.request())).contains(Challenge.FORBIDDEN);
        assertThat(tokens()).isPresent();
    }

    @Test
    void aWebSocketThatAnotherSiteOpensIsRefused() {
        signIn();
        FakeExchange exchange = openPage().header("Upgrade", "websocket").header("Origin", "https://evil.example");

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.errors).containsExactly(403);
    }

    @Test
    void aLinkOfAnotherSiteIsFollowed() {
        signIn();

        assertThat(validate(openPage().header("Sec-Fetch-Site", "cross-site"))).isEqualTo(AuthenticationStatus.SUCCESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://photos.example.com", "HTTPS://photos.example.com"})
    void aFormOfTheApplicationItselfIsTaken(String origin) {
        signIn();
        FakeExchange exchange = openPage().header("Origin", origin).header("Sec-Fetch-Site", "same-origin");
        exchange.method = "POST";

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SUCCESS);
    }

    @Test
    void aForgedRequestOutsideOfASessionIsTheApplications() {
        FakeExchange exchange = openPage().header("Origin", "https://evil.example");
        exchange.method = "POST";

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.NOT_DONE);
    }

    @Test
    void aSessionWhoseTokensHaveExpiredIsRenewedAtOnce() {
        signIn();
        application.clock.advance(HOUR.multipliedBy(2));
        issue(Map.of(), "refresh-2");
        FakeExchange exchange = protectedPage();

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(exchange.notified.getCallerPrincipal()).hasToString("alice");
        assertThat(tokens().orElseThrow().refreshToken()).contains("refresh-2");
        assertThat(ServedRequest.of(exchange.request()).session()).isEqualTo(tokens());
    }

    @Test
    void itIsRenewedAheadOfThatByWhoeverAsksThen() {
        signIn();
        application.clock.advance(HOUR.minusSeconds(119));
        issue(Map.of(), "refresh-2");

        assertThat(validate(openPage())).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(tokens().orElseThrow().refreshToken()).contains("refresh-2");
    }

    @Test
    void whereThatFailsItGoesOnWithTheTokensThatAreGoodYet() {
        signIn();
        application.clock.advance(HOUR.minusSeconds(119));
        application.cognito.answers(500, "");

        assertThat(validate(protectedPage())).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(tokens().orElseThrow().refreshToken()).contains("refresh-1");
    }

    @Test
    void aSessionThatEndsAheadOfTimeIsNoProof() {
        signIn();
        application.clock.advance(HOUR.minusSeconds(119));
        application.cognito.refuses("invalid_grant");
        FakeExchange exchange = protectedPage();

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertSentToManagedLogin(exchange);
        assertThat(browser.session().isOver()).isTrue();
    }

    @Test
    void whoseSessionHasEndedSignsInAgain() {
        signIn();
        application.clock.advance(HOUR.multipliedBy(2));
        application.cognito.refuses("invalid_grant");
        FakeExchange exchange = protectedPage();

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertSentToManagedLogin(exchange);
        assertThat(browser.session().isOver()).isTrue();
        assertThat(log.lines()).contains("a session has ended: the refresh token is not good any more");
    }

    @Test
    void orIsNobodyOnAnOpenPage() {
        signIn();
        application.clock.advance(HOUR.multipliedBy(2));
        application.cognito.refuses("invalid_grant");
        FakeExchange exchange = openPage();

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertUnanswered(exchange);
        assertThat(browser.session().isOver()).isTrue();
    }

    @Test
    void whoCannotBeToldNowIsToldToComeBackWhereACallerIsNeeded() {
        signIn();
        application.clock.advance(HOUR.multipliedBy(2));
        application.cognito.answers(503, "");
        FakeExchange exchange = protectedPage();

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.errors).containsExactly(503);
        assertThat(exchange.responseHeaders).containsExactly(Map.entry("Retry-After", "5"));
        assertThat(tokens()).as("the session goes on").isPresent();
    }

    @Test
    void andIsNobodyOnAnOpenPageMeanwhile() {
        signIn();
        application.clock.advance(HOUR.multipliedBy(2));
        application.cognito.answers(503, "");
        FakeExchange exchange = openPage();

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertUnanswered(exchange);
        assertThat(exchange.notified).isNull();
        assertThat(tokens()).isPresent();
    }

    @Test
    void whileTheKeysCannotBeHadItIsTheSame() {
        signIn();
        stores = TestStores.of(
                application.settings(),
                TestTokens.verifierWithoutKeys(application.settings().verification(), application.clock))::validate;
        FakeExchange exchange = protectedPage();

        validate(exchange);
        assertThat(exchange.errors).containsExactly(503);
        assertThat(exchange.responseHeaders).containsExactly(Map.entry("Retry-After", "7"));
        assertThat(validate(openPage())).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(tokens()).isPresent();
    }

    @Test
    void aHandlerThatRefusesWhomCognitoVouchesForEndsTheSession() {
        signIn();
        refuseAtHandler();
        FakeExchange exchange = openPage();

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(exchange.notified).isNull();
        assertThat(browser.session().isOver()).isTrue();
        assertThat(RequestOutcome.withheld(exchange.request())).contains(Challenge.FORBIDDEN);
    }

    @Test
    void whomItRefusesIsForbiddenAndNotSentRoundInCircles() {
        java.util.logging.Logger.getLogger(ManagedLogin.class.getPackageName()).setLevel(java.util.logging.Level.INFO);
        signIn();
        refuseAtHandler();
        FakeExchange exchange = protectedPage();

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.errors).containsExactly(403);
        assertThat(exchange.responseHeaders).isEmpty();
        assertThat(browser.session().isOver()).isTrue();
        assertThat(application.cognito.asked()).last().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/oauth2/revoke");
            assertThat(asked.form()).containsEntry("token", "refresh-1");
        });
        assertThat(log.lines())
                .containsExactly("a session has ended: the identity store handler refuses whom Cognito lets in");
    }

    private void refuseAtHandler() {
        IdentityStoreHandler ours = stores;
        stores = credential -> {
            ours.validate(credential);
            return CredentialValidationResult.INVALID_RESULT;
        };
    }

    @Test
    void whatAnApplicationKeepsOfAUserEndsWithTheirCookie() {
        FakeSession session = alicesOwn();
        application.clock.advance(HOUR.multipliedBy(13));

        assertThat(validate(openPage())).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(session.isOver()).isTrue();
    }

    @Test
    void whoeverSignsInNextHasNothingOfIt() {
        FakeSession session = alicesOwn();
        application.clock.advance(HOUR.multipliedBy(13));
        comeBackAs("bob", LoginApplication.visit(login, browser, "/albums"));

        assertThat(session.isOver()).isTrue();
        assertThat(tokens()).isPresent();
    }

    @Test
    void anotherUsersCookieDoesNotLeadToItEither() {
        FakeSession session = alicesOwn();
        browser.cookies().clear();
        FakeExchange exchange = openPage();
        application
                .sessions()
                .begin(tokensOf("bob"), Proof.MANAGED_LOGIN, new FakeExchange().request(), exchange.response());
        browser.takes(exchange.setCookies);

        assertThat(validate(openPage())).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(session.isOver()).isTrue();
    }

    @Test
    void anotherSiteEndsNothingOfItByARequestWithoutCookies() {
        FakeSession session = alicesOwn();
        browser.cookies().clear();
        validate(openPage().header("Sec-Fetch-Site", "cross-site"));

        assertThat(session.isOver()).isFalse();
    }

    @Test
    void whatAnAnonymousVisitorHasStays() {
        application.with("cognito.session.token-store", "COOKIE");
        FakeSession session = browser.inSession();

        assertThat(validate(openPage())).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(session.isOver()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"SESSION, bob, 303", "COOKIE, bob, 303", "SESSION, " + ALICE + ", 200", "COOKIE, " + ALICE + ", 200"})
    void aFormThatCameTooLateIsSentAgainByItsSenderAlone(String tokenStore, String next, int status) {
        application.with("cognito.session.token-store", tokenStore);
        login = application.login();
        browser.inSession();
        signIn();
        validate(openPage());
        application.clock.advance(HOUR.multipliedBy(13));
        application.cognito.refuses("invalid_grant");
        FakeExchange late = browser.asksFor("/orders").body("application/x-www-form-urlencoded", "title=x");
        late.method = "POST";
        late.isProtected = true;
        validate(late);
        browser.takes(late.setCookies);

        FakeExchange callback =
                comeBackAs(next, FakeBrowser.parametersOf(URI.create(late.responseHeaders.get("Location"))));
        assertThat(callback.status).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "cognito.required-scopes, albums/write",
        "cognito.required-groups, staff",
    })
    void whoLacksWhatTheDefinitionRequiresByNowIsForbidden(String key, String value) {
        signIn();
        application.with(key, value);
        stores = stores();
        FakeExchange exchange = protectedPage();

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.errors).containsExactly(403);
        assertThat(exchange.notified).isNull();
    }

    @Test
    void whoLacksItMaySeeOpenPagesAndIsForbiddenWhereAResourceNeedsACaller() {
        signIn();
        application.with("cognito.required-groups", "staff");
        stores = stores();
        FakeExchange exchange = openPage();

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(exchange.notified).isNull();
        assertThat(RequestOutcome.refusal(exchange.request())).isEmpty();
        assertThat(RequestOutcome.withheld(exchange.request())).contains(Challenge.FORBIDDEN);
    }

    @Test
    void tokensOfAnotherClientInASessionEndIt() {
        signIn();
        SessionTokens kept = tokens().orElseThrow();
        browser.session()
                .setAttribute(
                        SessionTokens.class.getName(),
                        new SessionTokens(
                                idToken(Map.of("aud", "mobile")), kept.accessToken(), "refresh", kept.signedInAt()));

        assertThat(validate(openPage())).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(browser.session().isOver()).isTrue();
    }

    @Test
    void whoSignsOutIsSignedOutHereAndSentToCognitosSignOut() {
        signIn();
        FakeExchange exchange = openPage();
        validate(exchange);
        application.cognito.answers(200, "");
        mechanism().cleanSubject(exchange.request(), exchange.response(), exchange.context());

        assertThat(browser.session().isOver()).isTrue();
        assertThat(((CognitoCallerPrincipal) exchange.notified.getCallerPrincipal()).hasSignedOut())
                .isTrue();
        assertThat(exchange.isCleaned).isTrue();
        assertThat(exchange.status).isEqualTo(303);
        assertThat(exchange.responseHeaders)
                .containsEntry(
                        "Location",
                        application.cognito.address()
                                + "/logout?client_id=web&logout_uri=https%3A%2F%2Fphotos.example.com%2Fphotos%2F");
        assertThat(application.cognito.asked()).last().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/oauth2/revoke");
            assertThat(asked.form()).containsEntry("token", "refresh-1");
        });
    }

    @Test
    void whoSignsOutWhileCognitoIsDownIsSignedOutAllTheSame() {
        signIn();
        FakeExchange exchange = openPage();
        validate(exchange);
        application.cognito.goesDown();
        mechanism().cleanSubject(exchange.request(), exchange.response(), exchange.context());

        assertThat(browser.session().isOver()).isTrue();
        assertThat(exchange.status).isEqualTo(303);
        assertThat(log.lines()).last().asString().startsWith("COG-0033: a refresh token could not be revoked: ");
    }

    @Test
    void anotherSiteSignsNobodyOut() {
        signIn();
        FakeExchange exchange = openPage().header("Sec-Fetch-Site", "cross-site");
        mechanism().cleanSubject(exchange.request(), exchange.response(), exchange.context());

        assertThat(tokens()).isPresent();
        assertThat(exchange.status).isZero();
        assertThat(application.cognito.asked())
                .extracting(asked -> asked.path())
                .containsExactly("/oauth2/token");
    }

    @Test
    void whomAnotherSiteWouldHaveSignedOutKeepsTheirCredentials() {
        signIn();
        FakeExchange exchange = openPage().header("Sec-Fetch-Site", "cross-site");
        validate(exchange);
        mechanism().cleanSubject(exchange.request(), exchange.response(), exchange.context());

        assertThat(((CognitoCallerPrincipal) exchange.notified.getCallerPrincipal()).hasSignedOut())
                .isFalse();
        assertThat(ServedRequest.of(exchange.request()).session()).isPresent();
        assertThat(exchange.isCleaned).isTrue();
    }

    /** They proved themselves otherwise, as no other site can. */
    @Test
    void whoPresentsATokenIsSignedOutThoughTheSessionGoesOn() {
        signIn();
        FakeExchange exchange = openPage()
                .header("Sec-Fetch-Site", "cross-site")
                .header("Authorization", "Bearer " + accessToken(Map.of()));
        validate(exchange);
        mechanism().cleanSubject(exchange.request(), exchange.response(), exchange.context());

        assertThat(tokens()).isPresent();
        assertThat(((CognitoCallerPrincipal) exchange.notified.getCallerPrincipal()).hasSignedOut())
                .isTrue();
    }

    @Test
    void whoseSessionCannotBeEndedIsSignedOutAllTheSame() {
        signIn();
        FakeExchange exchange = openPage();
        validate(exchange);
        CognitoCallerPrincipal caller = (CognitoCallerPrincipal) exchange.notified.getCallerPrincipal();
        browser.losesSessionStore();

        assertThatThrownBy(() -> mechanism().cleanSubject(exchange.request(), exchange.response(), exchange.context()))
                .hasMessage("the session store is away");

        assertThat(caller.hasSignedOut()).isTrue();
        assertThat(exchange.isCleaned).isTrue();
    }

    @Test
    void whoIsInNoSessionIsNotSentAnywhereAtSignOut() {
        FakeExchange exchange = openPage();
        mechanism().cleanSubject(exchange.request(), exchange.response(), exchange.context());

        assertThat(exchange.isCleaned).isTrue();
        assertUnanswered(exchange);
    }

    @Test
    void anAnswerThatIsOnItsWayIsLeftAloneAtSignOut() {
        signIn();
        FakeExchange exchange = openPage();
        exchange.isCommitted = true;
        application.cognito.answers(200, "");
        mechanism().cleanSubject(exchange.request(), exchange.response(), exchange.context());

        assertThat(exchange.status).isZero();
        assertThat(browser.session().isOver()).isTrue();
    }

    @Test
    void anApplicationThatAcceptsNoBearersDoesNotLookAtTheirTokens() {
        application.with("cognito.accepts", "MANAGED_LOGIN");
        login = application.login();
        stores = stores();
        FakeExchange exchange = protectedPage().header("Authorization", "Bearer " + accessToken(Map.of()));

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertSentToManagedLogin(exchange);
    }

    @Test
    void noTokenIsInAnyLogLine() {
        signIn();
        SessionTokens first = tokens().orElseThrow();
        application.clock.advance(HOUR.multipliedBy(2));
        issue(Map.of(), "refresh-2");
        validate(openPage());
        application.cognito.refuses("invalid_grant");
        application.clock.advance(HOUR.multipliedBy(2));
        validate(openPage());

        assertThat(String.join("\n", log.lines()))
                .contains("a session has ended")
                .doesNotContain(first.idToken(), first.accessToken(), "refresh-1", "refresh-2", "eyJ");
    }

    /** By a visit to managed login and back. */
    private FakeExchange signIn() {
        Map<String, String> visit = LoginApplication.visit(login, browser, "/albums");
        issue(Map.of("nonce", visit.get("nonce")), "refresh-1");
        FakeExchange callback = browser.asksFor("/callback?code=x&state=" + visit.get("state"));
        assertThat(validate(callback)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        browser.takes(callback.setCookies);
        return callback;
    }

    /** Alice signs in with tokens in a cookie; the session of the container in which the application keeps something of hers. */
    private FakeSession alicesOwn() {
        application.with("cognito.session.token-store", "COOKIE");
        login = application.login();
        signIn();
        FakeSession session = browser.inSession();
        validate(openPage());
        return session;
    }

    private FakeExchange comeBackAs(String subject, Map<String, String> visit) {
        application.cognito.issues(
                idToken(dated(Map.of("nonce", visit.get("nonce"), "sub", subject))),
                accessToken(dated(Map.of("sub", subject))),
                "refresh-of-" + subject);
        FakeExchange callback = browser.asksFor("/callback?code=x&state=" + visit.get("state"));
        validate(callback);
        browser.takes(callback.setCookies);
        return callback;
    }

    private SessionTokens tokensOf(String subject) {
        return new SessionTokens(
                idToken(dated(Map.of("sub", subject))),
                accessToken(dated(Map.of("sub", subject))),
                null,
                application.clock.instant());
    }

    /** Tokens of an hour, by the clock of the application. */
    private void issue(Map<String, ?> idClaims, String refreshToken) {
        application.cognito.issues(idToken(dated(idClaims)), accessToken(dated(Map.of())), refreshToken);
    }

    private Map<String, Object> dated(Map<String, ?> claims) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put("iat", application.clock.instant().getEpochSecond());
        all.put("exp", application.clock.instant().plus(HOUR).getEpochSecond());
        return all;
    }

    private FakeExchange openPage() {
        return browser.asksFor("/albums");
    }

    private FakeExchange protectedPage() {
        FakeExchange exchange = browser.asksFor("/albums?page=2");
        exchange.isProtected = true;
        return exchange;
    }

    private Optional<SessionTokens> tokens() {
        return application.sessions().find(openPage().request());
    }

    private CognitoAuthenticationMechanism mechanism() {
        return new CognitoAuthenticationMechanism(
                stores,
                new RequestCaller(),
                application.settings(),
                application.logins(),
                PasswordLogins.NONE,
                FakeExchange.NO_SECURITY_CONTEXT,
                SignOutListener.NONE);
    }

    private AuthenticationStatus validate(FakeExchange exchange) {
        return mechanism().validateRequest(exchange.request(), exchange.response(), exchange.context());
    }

    private void assertSentToManagedLogin(FakeExchange exchange) {
        assertThat(exchange.status).isEqualTo(303);
        assertThat(exchange.responseHeaders).containsEntry("Cache-Control", "no-store");
        assertThat(URI.create(exchange.responseHeaders.get("Location")))
                .hasHost("127.0.0.1")
                .hasPort(application.cognito.address().getPort())
                .hasPath("/oauth2/authorize");
        assertThat(exchange.setCookies).singleElement().asString().startsWith("__Host-cognito-flow-");
    }

    private static void assertUnanswered(FakeExchange exchange) {
        assertThat(exchange.status).isZero();
        assertThat(exchange.errors).isEmpty();
        assertThat(exchange.responseHeaders).isEmpty();
        assertThat(exchange.setCookies).isEmpty();
    }
}
