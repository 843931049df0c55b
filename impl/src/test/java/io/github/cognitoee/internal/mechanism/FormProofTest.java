package io.github.cognitoee.internal.mechanism;

import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.Proof;
import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.LogLines;
import io.github.cognitoee.internal.caller.RequestCaller;
import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.caller.SignOutListener;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.session.FakeSignInPool;
import io.github.cognitoee.internal.session.LoginApplication;
import io.github.cognitoee.internal.store.PasswordLogins;
import io.github.cognitoee.internal.store.TestStores;
import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.SignInResult;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.ServletException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mechanism of an application that signs people in at a form, and lets in bearers of tokens too. */
class FormProofTest {

    private final LoginApplication application = new LoginApplication().with("cognito.accepts", "BEARER,FORM");
    private final FakeSignInPool pool = application.signInPool;
    private final FakeBrowser browser = new FakeBrowser();
    private final LogLines log = LogLines.ofPackage(SessionProof.class);
    private IdentityStoreHandler stores = TestStores.of(application.settings(), application.verifier())::validate;

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
    void aBrowserThatAsksForAProtectedPageIsShownTheForm() {
        FakeExchange exchange = protectedPage();

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.status).isEqualTo(200);
        assertThat(exchange.body.toString()).contains("name=\"j_password\"");
        assertThat(exchange.isCommitted).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"Accept, application/json", "Sec-Fetch-Mode, cors", "X-Requested-With, XMLHttpRequest"})
    void scriptsAndProgramsAreChallengedInstead(String header, String value) {
        FakeExchange exchange = protectedPage().header(header, value);
        validate(exchange);

        assertThat(exchange.errors).containsExactly(401);
        assertThat(exchange.body.size()).isZero();
    }

    @Test
    void aFormIsTakenWhereverThePageWithItIs() {
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");
        FakeExchange exchange = form("/account/j_security_check");

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.status).isEqualTo(303);
        assertThat(tokens().orElseThrow().signedInBy()).contains(Proof.FORM);
    }

    @Test
    void theNextRequestIsOfWhoeverSignedIn() {
        pool.issues(idToken(Map.of("cognito:username", "alice")), accessToken(Map.of()), "refresh-1");
        validate(form("/j_security_check"));
        FakeExchange exchange = protectedPage();

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(exchange.notified.getCallerPrincipal().getName()).isEqualTo("alice");
        assertThat(exchange.responseHeaders).containsEntry("Cache-Control", "no-store");
    }

    @Test
    void aProgramThatIsRefusedGetsNoPage() {
        pool.answers(new SignInResult.Refused(RefusalReason.BAD_CREDENTIALS, ""));
        FakeExchange refused = form("/j_security_check").header("Accept", "application/json");
        validate(refused);
        pool.answers(new SignInResult.Unavailable(Duration.ofSeconds(1), ""));
        FakeExchange unavailable = form("/j_security_check").header("Accept", "application/json");
        validate(unavailable);

        assertThat(refused.errors).containsExactly(401);
        assertThat(unavailable.errors).containsExactly(503);
        assertThat(unavailable.responseHeaders).containsKey("Retry-After");
    }

    @Test
    void aPageWithTheFormThatIsProtectedItselfIsToldInTheLog() {
        application.with("cognito.form.login-page", "/sign-in.html");
        FakeExchange exchange = browser.asksFor("/sign-in.html?flow=x");
        exchange.isProtected = true;
        validate(exchange);

        assertThat(exchange.errors).containsExactly(401);
        assertThat(log.lines())
                .containsExactly(
                        "COG-0038: the page with the form is protected itself, so nobody can sign in; take it out"
                                + " of the constraint");
    }

    @Test
    void loginSignsInAndBeginsASession() throws ServletException {
        pool.issues(idToken(Map.of("cognito:username", "alice")), accessToken(Map.of()), "refresh-1");
        FakeExchange exchange = openPage();
        validate(exchange);

        exchange.wrapped().login("alice", "Alice-Passw0rd");

        assertThat(exchange.notified.getCallerPrincipal().getName()).isEqualTo("alice");
        assertThat(tokens().orElseThrow().signedInBy()).contains(Proof.FORM);
        assertThat(ServedRequest.of(exchange.request()).session()).isPresent();
        assertThat(pool.asked).containsExactly("signIn alice Alice-Passw0rd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SESSION", "COOKIE"})
    void whoSignsOutInTheRequestThatSignedThemInIsSignedOut(String tokenStore) throws ServletException {
        application.with("cognito.session.token-store", tokenStore);
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");
        FakeExchange exchange = openPage();
        validate(exchange);
        exchange.wrapped().login("alice", "Alice-Passw0rd");

        mechanism(exchange).cleanSubject(exchange.request(), exchange.response(), exchange.context());

        browser.takes(exchange.setCookies);
        assertThat(tokens()).isEmpty();
        assertThat(pool.asked).containsExactly("signIn alice Alice-Passw0rd", "signOut refresh-1");
        assertThat(ServedRequest.of(exchange.request()).session()).isEmpty();
    }

    @Test
    void whatAnApplicationKeepsIsNotLeftOverWhileTheCookieIsOnItsWay() throws ServletException {
        application.with("cognito.session.token-store", "COOKIE");
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");
        FakeSession session = browser.inSession();
        FakeExchange exchange = openPage();
        validate(exchange);
        exchange.wrapped().login("alice", "Alice-Passw0rd");
        exchange.parameters.credential(null);
        validate(exchange);

        assertThat(session.isOver()).isFalse();
    }

    @Test
    void loginRefusesWhoeverIsSignedInAlready() {
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");
        validate(form("/j_security_check"));
        FakeExchange exchange = openPage();
        validate(exchange);

        assertThatThrownBy(() -> exchange.wrapped().login("bob", "WRONG"))
                .isInstanceOf(ServletException.class)
                .hasMessage("Somebody is signed in already; call logout() first");
    }

    @Test
    void aLoginThatIsRefusedIsAnException() {
        pool.answers(new SignInResult.Refused(RefusalReason.BAD_CREDENTIALS, "detail"));
        FakeExchange exchange = openPage();
        validate(exchange);

        assertThatThrownBy(() -> exchange.wrapped().login("alice", "WRONG"))
                .isInstanceOf(ServletException.class)
                .hasMessage("The sign-in was refused: BAD_CREDENTIALS");
        assertThat(tokens()).isEmpty();
        assertThat(exchange.notified).isNull();
    }

    @Test
    void aLoginThatTakesMoreThanAPasswordNamesWhat() {
        pool.asks(new Challenge.AuthenticatorCode());
        FakeExchange exchange = openPage();
        validate(exchange);

        assertThatThrownBy(() -> exchange.wrapped().login("alice", "Alice-Passw0rd"))
                .isInstanceOf(ServletException.class)
                .hasMessage("The sign-in is not complete: AuthenticatorCode is due, which a form can ask for, or"
                        + " CognitoUserPool");
    }

    @Test
    void aLoginInAnOutageSaysSo() {
        pool.answers(new SignInResult.Unavailable(Duration.ofSeconds(1), "not reached"));
        FakeExchange exchange = openPage();
        validate(exchange);

        assertThatThrownBy(() -> exchange.wrapped().login("alice", "Alice-Passw0rd"))
                .hasMessage("The user pool cannot be asked now: not reached");
    }

    @Test
    void anApplicationThatLetsAUserInNotIsHeard() {
        stores = credential -> CredentialValidationResult.INVALID_RESULT;
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");
        FakeExchange exchange = openPage();
        validate(exchange);

        assertThatThrownBy(() -> exchange.wrapped().login("alice", "Alice-Passw0rd"))
                .hasMessage("Cognito lets this user in, and the application does not");
        assertThat(tokens()).isEmpty();
        assertThat(pool.asked).as("and nobody has use for them").last().isEqualTo("signOut refresh-1");
    }

    @Test
    void nothingCanBeginWhereTheAnswerIsOnItsWay() {
        FakeExchange exchange = openPage();
        validate(exchange);
        exchange.isCommitted = true;

        assertThatThrownBy(() -> exchange.wrapped().login("alice", "Alice-Passw0rd"))
                .hasMessage("The answer is on its way already, so that no session can begin");
        assertThat(pool.asked).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"Origin, https://evil.example", "Sec-Fetch-Site, cross-site"})
    void anotherSiteSignsNobodyInByLogin(String header, String value) {
        FakeExchange exchange = openPage().header(header, value);
        validate(exchange);

        assertThatThrownBy(() -> exchange.wrapped().login("mallory", "Mallory-Passw0rd"))
                .isInstanceOf(ServletException.class)
                .hasMessage(
                        "Another site had the browser send this request, by its Origin or Sec-Fetch-Site, so it signs"
                                + " nobody in; cognito.session.base-url names the application's own address");
        assertThat(pool.asked).isEmpty();
        assertThat(tokens()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"Origin, https://evil.example", "Sec-Fetch-Site, cross-site"})
    void norByAPasswordThatTheApplicationPasses(String header, String value) {
        FakeExchange exchange = passing().header(header, value);

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
        assertThat(exchange.errors).isEmpty();
        assertThat(pool.asked).isEmpty();
        assertThat(tokens()).isEmpty();
        assertThat(log.lines())
                .containsExactly(
                        "a request of another site would have signed somebody in by a password; nobody is signed in");
    }

    @Test
    void aPasswordThatTheApplicationPassesBeginsASession() {
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");

        assertThat(validate(passing())).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(tokens().orElseThrow().signedInBy()).contains(Proof.FORM);
    }

    @Test
    void theApplicationTellsItsUserThatThePasswordIsWrong() {
        pool.answers(new SignInResult.Refused(RefusalReason.BAD_CREDENTIALS, ""));
        FakeExchange exchange = passing();

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
        assertThat(exchange.errors).isEmpty();
        assertThat(exchange.status).isZero();
    }

    @Test
    void whatIsDueBeyondThePasswordIsAskedForByAPage() {
        pool.asks(new Challenge.AuthenticatorCode());
        FakeExchange exchange = passing();

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.body.toString()).contains("name=\"code\"", FakeSignInPool.STATE);
    }

    @Test
    void anOutageIsNoWrongPassword() {
        pool.answers(new SignInResult.Unavailable(Duration.ofSeconds(4), ""));
        FakeExchange exchange = passing();

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.errors).containsExactly(503);
        assertThat(exchange.responseHeaders).containsEntry("Retry-After", "4");
    }

    @Test
    void norAreKeysThatCannotBeHad() {
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");
        withoutKeys();
        FakeExchange exchange = passing();

        assertThat(validate(exchange)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.errors).containsExactly(503);
        assertThat(exchange.responseHeaders).containsEntry("Retry-After", "7");
        assertThat(tokens()).isEmpty();
    }

    @Test
    void loginSaysSoAndLeavesTheAnswerToTheApplication() {
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");
        withoutKeys();
        FakeExchange exchange = openPage();
        validate(exchange);

        assertThatThrownBy(() -> exchange.wrapped().login("alice", "Alice-Passw0rd"))
                .isInstanceOf(ServletException.class)
                .hasMessage("The tokens of this sign-in cannot be verified now: no route to the keys");
        assertThat(exchange.errors).isEmpty();
        assertThat(tokens()).isEmpty();
    }

    private void withoutKeys() {
        stores = TestStores.of(
                application.settings(),
                TestTokens.verifierWithoutKeys(application.settings().verification(), application.clock))::validate;
    }

    private FakeExchange passing() {
        FakeExchange exchange = openPage();
        exchange.isAuthenticationRequest = true;
        exchange.parameters.credential(new UsernamePasswordCredential("alice", "Alice-Passw0rd"));
        return exchange;
    }

    private FakeExchange openPage() {
        return browser.asksFor("/albums");
    }

    private FakeExchange protectedPage() {
        FakeExchange exchange = openPage();
        exchange.isProtected = true;
        return exchange;
    }

    private FakeExchange form(String path) {
        FakeExchange exchange = browser.asksFor(path)
                .body("application/x-www-form-urlencoded", "j_username=alice&j_password=Alice-Passw0rd");
        exchange.method = "POST";
        return exchange;
    }

    private Optional<SessionTokens> tokens() {
        return application.sessions().find(openPage().request());
    }

    private CognitoAuthenticationMechanism mechanism(FakeExchange exchange) {
        return new CognitoAuthenticationMechanism(
                stores,
                new RequestCaller(),
                application.settings(),
                application.logins(),
                PasswordLogins.NONE,
                () -> securityContext(exchange),
                SignOutListener.NONE);
    }

    private AuthenticationStatus validate(FakeExchange exchange) {
        return mechanism(exchange).validateRequest(exchange.request(), exchange.response(), exchange.context());
    }

    /** Asks the mechanism again, as containers do, and keeps its answer for itself. */
    private SecurityContext securityContext(FakeExchange exchange) {
        return (SecurityContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SecurityContext.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("authenticate");
                    AuthenticationParameters parameters = (AuthenticationParameters) arguments[2];
                    exchange.isAuthenticationRequest = true;
                    exchange.parameters
                            .newAuthentication(parameters.isNewAuthentication())
                            .credential(parameters.getCredential());
                    validate(exchange);
                    return AuthenticationStatus.SUCCESS;
                });
    }
}
