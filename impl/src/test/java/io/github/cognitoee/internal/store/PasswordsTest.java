package io.github.cognitoee.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoIdentityStoreDefinition;
import io.github.cognitoee.internal.config.TestSettings;
import io.github.cognitoee.internal.LogLines;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.config.BaseUrlConfig;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.VerificationConfig;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import io.github.cognitoee.internal.mechanism.FakeExchange;
import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.SignInResult;
import jakarta.security.enterprise.credential.BasicAuthenticationCredential;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and passwords, as Jakarta Security's own mechanisms present them. */
class PasswordsTest {

    private static final VerificationConfig VERIFICATION = new VerificationConfig(
            List.of(TestTokens.POOL), BearerTokens.ACCESS, Set.of(), Set.of(), "cognito:groups", Duration.ZERO);
    private static final CognitoSettings SETTINGS = settings(BaseUrlConfig.LOOPBACK);

    private static CognitoSettings settings(BaseUrlConfig baseUrl) {
        return TestSettings.verifying(TestTokens.POOL, BearerTokens.ACCESS).baseUrl(baseUrl).build();
    }

    private final LogLines log = LogLines.ofPackage(CognitoIdentityStore.class);
    private final FakeUserPool userPool = new FakeUserPool();
    private final FakeExchange exchange = new FakeExchange();
    private final IdentityStore store =
            TestStores.withPasswords(SETTINGS, TestTokens.VERIFIER, userPool, exchange::request);

    @BeforeEach
    void readTheLog() {
        log.start();
    }

    @AfterEach
    void leaveTheLog() {
        log.stop();
    }

    @Test
    void aGoodPasswordIsTheCallerOfItsTokens() {
        CredentialValidationResult result = store.validate(alice(FakeUserPool.PASSWORD));

        assertThat(result.getStatus()).isEqualTo(Status.VALID);
        assertThat(result.getCallerGroups()).containsExactlyInAnyOrder("editors", "admins");
        CognitoCallerPrincipal caller = (CognitoCallerPrincipal) result.getCallerPrincipal();
        assertThat(caller.getName()).isEqualTo("alice");
        assertThat(caller.requireIdToken().subject()).isEqualTo(result.getCallerUniqueId());
        assertThat(exchange.request().getAttribute(CognitoIdentityStoreDefinition.SIGN_IN_RESULT))
                .isNull();
    }

    @Test
    void theSameHoldsOfWhatComesInAHeader() {
        String header = Base64.getEncoder()
                .encodeToString(("alice:" + FakeUserPool.PASSWORD).getBytes(StandardCharsets.US_ASCII));

        assertThat(store.validate(new BasicAuthenticationCredential(header)).getStatus())
                .isEqualTo(Status.VALID);
    }

    @Test
    void aWrongPasswordIsInvalidAndTheRequestTellsWhy() {
        assertThat(store.validate(alice("wrong"))).isSameAs(CredentialValidationResult.INVALID_RESULT);
        assertThat(told())
                .isEqualTo(new SignInResult.Refused(RefusalReason.BAD_CREDENTIALS, "Incorrect username or password."));
    }

    @Test
    void aGoodPasswordTakesBackWhatTheRequestToldOfAWrongOne() {
        store.validate(alice("wrong"));

        store.validate(alice(FakeUserPool.PASSWORD));

        assertThat(told()).isNull();
    }

    @Test
    void ofWhomMoreIsDueIsInvalidAndTheLogSaysWhatOnceForTwiceAsMany() {
        SignInResult due = new SignInResult.ChallengeRequired(new Challenge.AuthenticatorCode(), "state");
        userPool.toGoodPassword = () -> due;

        for (int i = 0; i < 3; i++) {
            assertThat(store.validate(alice(FakeUserPool.PASSWORD)))
                    .isSameAs(CredentialValidationResult.INVALID_RESULT);
        }

        assertThat(told()).isSameAs(due);
        assertThat(log.lines())
                .containsExactly(
                        "COG-0042: a user gave name and password, and the code of their authenticator app is due: this"
                                + " login cannot ask for it, so they are refused; 1 so far",
                        "COG-0042: a user gave name and password, and the code of their authenticator app is due: this"
                                + " login cannot ask for it, so they are refused; 2 so far");
    }

    @Test
    void aCognitoThatCannotBeAskedMakesNoPasswordWrong() {
        SignInResult down = new SignInResult.Unavailable(Duration.ofSeconds(2), "no answer");
        userPool.toGoodPassword = () -> down;

        assertThat(store.validate(alice(FakeUserPool.PASSWORD)))
                .isSameAs(CredentialValidationResult.NOT_VALIDATED_RESULT);
        assertThat(told()).isSameAs(down);
        assertThat(log.lines())
                .containsExactly("COG-0043: a name and a password could not be put to Cognito: no answer; 1 so far");
    }

    @Test
    void norDoKeysThatCannotBeHad() {
        TokenVerifier keyless =
                TestTokens.verifierWithoutKeys(VERIFICATION, Clock.fixed(TestTokens.NOW, ZoneOffset.UTC));
        IdentityStore store = TestStores.withPasswords(SETTINGS, keyless, userPool, exchange::request);

        assertThat(store.validate(alice(FakeUserPool.PASSWORD)))
                .isSameAs(CredentialValidationResult.NOT_VALIDATED_RESULT);
        assertThat(told()).isEqualTo(new SignInResult.Unavailable(Duration.ofSeconds(7), "no route to the keys"));
    }

    @Test
    void tokensOfAnotherAppClientAreNobody() {
        userPool.toGoodPassword = () -> FakeUserPool.signedIn(Map.of("client_id", "mobile", "aud", "mobile"));

        assertThat(store.validate(alice(FakeUserPool.PASSWORD))).isSameAs(CredentialValidationResult.INVALID_RESULT);
    }

    @Test
    void theSameCredentialIsPutToCognitoOnceInARequest() {
        UsernamePasswordCredential wrong = alice("wrong");

        store.validate(wrong);
        store.validate(wrong);

        assertThat(userPool.signIns).hasValue(1);
    }

    @Test
    void anotherCredentialOfTheSameRequestIsNoSecondAskingOfTheFirst() {
        store.validate(alice(FakeUserPool.PASSWORD));

        assertThat(store.validate(alice("wrong"))).isSameAs(CredentialValidationResult.INVALID_RESULT);
        assertThat(userPool.signIns).hasValue(2);
    }

    @Test
    void cognitoIsToldWhereTheRequestCameFromAndTheCredentialIsLeftAsItIs() {
        UsernamePasswordCredential credential = alice(FakeUserPool.PASSWORD);

        store.validate(credential);

        assertThat(userPool.requests.get(0).clientAddress()).contains("203.0.113.7");
        assertThat(credential.getPasswordAsString()).isEqualTo(FakeUserPool.PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({"198.51.100.9, 198.51.100.9", ", "})
    void whereTheRequestCameThroughAProxyItsAddressIsNobodys(@Nullable String forwarded, @Nullable String told) {
        BaseUrlConfig behindProxy = new BaseUrlConfig(Optional.empty(), Set.of(), Set.of("203.0.113.7"));
        if (forwarded != null) {
            exchange.header("X-Forwarded-For", forwarded);
        }

        TestStores.withPasswords(settings(behindProxy), TestTokens.VERIFIER, userPool, exchange::request)
                .validate(alice(FakeUserPool.PASSWORD));

        assertThat(userPool.requests.get(0).clientAddress()).isEqualTo(Optional.ofNullable(told));
    }

    @Test
    void noRequestIsNeeded() {
        IdentityStore store = TestStores.withPasswords(SETTINGS, TestTokens.VERIFIER, userPool, TestStores::noRequest);

        assertThat(store.validate(alice(FakeUserPool.PASSWORD)).getStatus()).isEqualTo(Status.VALID);
        assertThat(store.validate(alice("wrong"))).isSameAs(CredentialValidationResult.INVALID_RESULT);
        assertThat(userPool.requests.get(0).clientAddress()).isEmpty();
    }

    @Test
    void wherePeopleDoNotSignInByPasswordsOtherStoresAreLeftTheirs() {
        assertThat(TestStores.of(SETTINGS).validate(alice(FakeUserPool.PASSWORD)))
                .isSameAs(CredentialValidationResult.NOT_VALIDATED_RESULT);
    }

    @Test
    void aNameAloneProvesNothing() {
        assertThat(store.validate(new CallerOnlyCredential("alice")))
                .isSameAs(CredentialValidationResult.NOT_VALIDATED_RESULT);
    }

    @Test
    void neitherNameNorPasswordIsLogged() {
        store.validate(alice(FakeUserPool.PASSWORD));
        store.validate(alice("wrong-Passw0rd"));

        assertThat(log.lines()).noneMatch(line -> line.contains("alice") || line.contains("Passw0rd"));
    }

    private Object told() {
        return exchange.request().getAttribute(CognitoIdentityStoreDefinition.SIGN_IN_RESULT);
    }

    private static UsernamePasswordCredential alice(String password) {
        return new UsernamePasswordCredential("alice", password);
    }
}
