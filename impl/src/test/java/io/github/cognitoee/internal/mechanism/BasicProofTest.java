package io.github.cognitoee.internal.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.internal.LogLines;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.RequestCaller;
import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.caller.SignOutListener;
import io.github.cognitoee.internal.config.BaseUrlConfig;
import io.github.cognitoee.internal.config.BasicConfig;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.TestSettings;
import io.github.cognitoee.internal.config.VerificationConfig;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import io.github.cognitoee.internal.session.Logins;
import io.github.cognitoee.internal.store.FakeUserPool;
import io.github.cognitoee.internal.store.PasswordLogin;
import io.github.cognitoee.internal.store.PasswordLogins;
import io.github.cognitoee.internal.store.TestStores;
import io.github.cognitoee.userpool.Challenge.AuthenticatorCode;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.SignInResult;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of {@code Authorization: Basic}. */
class BasicProofTest {

    private static final String BASIC = "Basic realm=\"orders\", charset=\"UTF-8\"";

    private final FakeUserPool userPool = new FakeUserPool();
    private final FakeExchange exchange = new FakeExchange();
    private CognitoSettings settings = settings(true, Set.of());
    private TokenVerifier verifier = TestTokens.VERIFIER;
    private PasswordLogins logins = logins();

    @Test
    void aGoodPasswordIsTheCallerOnEveryPath() {
        password(FakeUserPool.PASSWORD);

        assertThat(validate()).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(exchange.notified.getCallerPrincipal())
                .isInstanceOfSatisfying(CognitoCallerPrincipal.class, caller -> {
                    assertThat(caller.getName()).isEqualTo("alice");
                    assertThat(caller.requireIdToken().clientId()).isEqualTo("web");
                });
        assertThat(exchange.notified.getCallerGroups()).containsExactlyInAnyOrder("editors", "admins");
    }

    @Test
    void aWrongPasswordIsRefusedOnEveryPath() {
        password("wrong");

        assertRefused(401, Map.of("WWW-Authenticate", BASIC));
        assertThat(RequestOutcome.refusal(exchange.request())).isPresent();
        assertThat(exchange.notified).isNull();
    }

    @Test
    void aBrowserThatAddsThePasswordToAnotherSitesFormIsForbidden() {
        exchange.method = "POST";
        exchange.header("Origin", "https://evil.example");
        password(FakeUserPool.PASSWORD);

        assertRefused(403, Map.of());
        assertThat(userPool.signIns).hasValue(0);
        assertThat(exchange.notified).isNull();
    }

    @Test
    void itMayReadAndSendFormsOfTheApplicationItself() {
        password(FakeUserPool.PASSWORD);
        exchange.header("Sec-Fetch-Site", "cross-site");
        assertThat(validate()).isEqualTo(AuthenticationStatus.SUCCESS);

        exchange.method = "POST";
        exchange.header("Sec-Fetch-Site", "same-origin").header("Origin", "https://photos.example.com");
        assertThat(validate()).isEqualTo(AuthenticationStatus.SUCCESS);
    }

    @Test
    void withoutAPasswordAnotherSiteProvesNothing() {
        exchange.method = "POST";
        exchange.header("Origin", "https://evil.example");

        assertThat(validate()).isEqualTo(AuthenticationStatus.NOT_DONE);
    }

    @Test
    void cognitoIsToldTheClientsAddressAndNotTheProxys() {
        settings =
                settings(true, Set.of(), new BaseUrlConfig(Optional.empty(), Set.of(), Set.of(exchange.remoteAddress)));
        password(FakeUserPool.PASSWORD);
        exchange.header("X-Forwarded-For", "198.51.100.9");

        validate();

        assertThat(userPool.requests).singleElement().satisfies(asked -> assertThat(asked.clientAddress())
                .contains("198.51.100.9"));
    }

    @Test
    void aMalformedRequestIsABadRequest() {
        exchange.header("Authorization", "Basic !!!");

        assertRefused(400, Map.of("WWW-Authenticate", BASIC));
        assertThat(userPool.signIns).hasValue(0);
    }

    @Test
    void ofWhomMoreIsDueIsToldSo() {
        userPool.toGoodPassword = () -> new SignInResult.ChallengeRequired(new AuthenticatorCode(), "state");
        password(FakeUserPool.PASSWORD);

        assertRefused(
                401,
                Map.of(
                        "WWW-Authenticate",
                        BASIC + ", error=\"interaction_required\", error_description=\"More than a password is due\""));
    }

    @Test
    void aCognitoThatCannotBeAskedIsUnavailable() {
        userPool.toGoodPassword = () -> new SignInResult.Unavailable(Duration.ofMillis(1500), "down");
        password(FakeUserPool.PASSWORD);

        assertRefused(503, Map.of("Retry-After", "2"));
    }

    @Test
    void soAreKeysThatCannotBeHad() {
        verifier = TestTokens.verifierWithoutKeys(settings.verification(), Clock.fixed(TestTokens.NOW, ZoneOffset.UTC));
        logins = logins();
        password(FakeUserPool.PASSWORD);

        assertRefused(503, Map.of("Retry-After", "7"));
    }

    @Test
    void aPasswordThatNobodyLookedAtIsNotCalledWrong() {
        userPool.toGoodPassword =
                () -> new SignInResult.Refused(RefusalReason.TOO_MANY_ATTEMPTS, "Password attempts exceeded");
        password(FakeUserPool.PASSWORD);

        assertRefused(429, Map.of("Retry-After", "1"));
    }

    @Test
    void aUserPoolThatIsNotSetUpForItIsAnError() {
        userPool.toGoodPassword = () -> new SignInResult.Refused(RefusalReason.MISCONFIGURED, "no such flow");
        password(FakeUserPool.PASSWORD);

        assertRefused(500, Map.of());
    }

    @Test
    void whoLacksARequiredGroupIsForbidden() {
        settings = settings(true, Set.of("staff"));
        verifier = TestTokens.verifier(settings.verification(), Clock.fixed(TestTokens.NOW, ZoneOffset.UTC));
        logins = logins();
        password(FakeUserPool.PASSWORD);

        assertRefused(403, Map.of());
    }

    @Test
    void tokensOfAnotherAppClientAreNobody() {
        userPool.toGoodPassword = () -> FakeUserPool.signedIn(Map.of("client_id", "mobile", "aud", "mobile"));
        password(FakeUserPool.PASSWORD);

        assertRefused(401, Map.of("WWW-Authenticate", BASIC));
    }

    @Test
    void aHandlerMayRefuseWhomCognitoVouchesFor() {
        password(FakeUserPool.PASSWORD);

        AuthenticationStatus status = validate(credential -> {
            store().validate(credential);
            return CredentialValidationResult.INVALID_RESULT;
        });

        assertThat(status).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.errors).containsExactly(401);
        assertThat(exchange.notified).isNull();
    }

    @Test
    void aHandlerThatAsksNoStoreOfOursIsAMistake() {
        password(FakeUserPool.PASSWORD);

        assertThatThrownBy(() -> validate(credential -> new CredentialValidationResult("mallory")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no Cognito identity store was asked; is it vetoed?");
        assertThat(exchange.notified).isNull();
    }

    @Test
    void withoutProofBothWaysAreOfferedEachOnALineOfItsOwn() {
        exchange.isProtected = true;

        assertThat(validate()).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.errors).containsExactly(401);
        assertThat(exchange.challenges).containsExactly("Bearer realm=\"cognito\"", BASIC);
    }

    @Test
    void withoutBearerTokensBasicAloneIsOffered() {
        settings = settings(false, Set.of());
        exchange.isProtected = true;

        assertRefused(401, Map.of("WWW-Authenticate", BASIC));
    }

    @Test
    void aBearerTokenIsStillTaken() {
        exchange.header("Authorization", "Bearer " + TestTokens.accessToken(Map.of()));

        assertThat(validate()).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(userPool.signIns).hasValue(0);
    }

    @Test
    void whereBasicIsNotAcceptedItIsNoProof() {
        settings = TestSettings.verifying(settings.verification()).build();
        password(FakeUserPool.PASSWORD);

        assertThat(validate()).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(userPool.signIns).hasValue(0);
    }

    @Test
    void aPasswordThatTheApplicationPassesIsPutToCognitoToo() {
        exchange.isAuthenticationRequest = true;
        exchange.parameters.credential(new UsernamePasswordCredential("alice", FakeUserPool.PASSWORD));

        assertThat(validate()).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(ServedRequest.of(exchange.request()).identityToken()).isPresent();

        exchange.parameters.credential(new UsernamePasswordCredential("alice", "wrong"));
        assertThat(validate()).isEqualTo(AuthenticationStatus.SEND_FAILURE);
    }

    @Test
    void whoSignsOutHasToProveThePasswordAnew() {
        password(FakeUserPool.PASSWORD);
        validate();
        validate();
        assertThat(userPool.signIns).hasValue(1);

        mechanism(store()::validate).cleanSubject(exchange.request(), exchange.response(), exchange.context());

        validate();
        assertThat(userPool.signIns).hasValue(2);
    }

    @Test
    void neitherNameNorPasswordIsLogged() {
        LogLines log = LogLines.ofPackage(BasicProof.class);
        log.start();
        try {
            password("wrong-Passw0rd");
            validate();
            exchange.header("Authorization", "Basic " + encoded("alice:\nwrong-Passw0rd"));
            validate();
        } finally {
            log.stop();
        }

        assertThat(log.lines()).hasSize(2).noneMatch(line -> line.contains("alice") || line.contains("Passw0rd"));
    }

    private void assertRefused(int status, Map<String, String> headers) {
        assertThat(validate()).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.errors).containsExactly(status);
        assertThat(exchange.responseHeaders).isEqualTo(headers);
    }

    private void password(String password) {
        exchange.header("Authorization", "Basic " + encoded("alice:" + password));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private AuthenticationStatus validate() {
        return validate(store()::validate);
    }

    private AuthenticationStatus validate(IdentityStoreHandler stores) {
        return mechanism(stores).validateRequest(exchange.request(), exchange.response(), exchange.context());
    }

    private CognitoAuthenticationMechanism mechanism(IdentityStoreHandler stores) {
        return new CognitoAuthenticationMechanism(
                stores,
                new RequestCaller(),
                settings,
                Logins.NONE,
                logins,
                FakeExchange.NO_SECURITY_CONTEXT,
                SignOutListener.NONE);
    }

    private IdentityStore store() {
        return TestStores.withPasswords(settings, verifier, logins, exchange::request);
    }

    private PasswordLogins logins() {
        return PasswordLogins.of(
                new PasswordLogin(userPool, verifier.ofClient(TestTokens.POOL, "web")),
                Optional.of(Duration.ofMinutes(1)));
    }

    private static CognitoSettings settings(boolean bearer, Set<String> requiredGroups) {
        return settings(bearer, requiredGroups, BaseUrlConfig.LOOPBACK);
    }

    private static CognitoSettings settings(boolean bearer, Set<String> requiredGroups, BaseUrlConfig baseUrl) {
        return TestSettings.verifying(new VerificationConfig(
                        List.of(TestTokens.POOL),
                        BearerTokens.ANY,
                        Set.of(),
                        requiredGroups,
                        "cognito:groups",
                        Duration.ZERO))
                .baseUrl(baseUrl)
                .basic(new BasicConfig("orders", Duration.ofMinutes(1)), bearer)
                .build();
    }
}
