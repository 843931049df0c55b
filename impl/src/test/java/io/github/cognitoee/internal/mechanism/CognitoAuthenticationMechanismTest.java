package io.github.cognitoee.internal.mechanism;

import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.RequestCaller;
import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.caller.SignOutListener;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.TestSettings;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.session.Logins;
import io.github.cognitoee.internal.store.PasswordLogins;
import io.github.cognitoee.internal.store.TestStores;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CognitoAuthenticationMechanismTest {

    private static final CognitoSettings SETTINGS =
            TestSettings.verifying(TestTokens.POOL, BearerTokens.ANY).build();
    private static final IdentityStore STORE = TestStores.of(SETTINGS);

    private static final Logins NO_LOGIN = Logins.NONE;

    private final FakeExchange exchange = new FakeExchange();

    @Test
    void withoutProofAnOpenPathStaysOpen() {
        assertThat(validate(STORE::validate)).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(exchange.errors).isEmpty();
    }

    @Test
    void nothingIsServedInAnApplicationThatTheInitializerHasNotPrepared() {
        exchange.inUnpreparedApplication().header("Authorization", "Bearer " + accessToken(Map.of()));

        assertThatThrownBy(() -> validate(STORE::validate))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("COG-0009: ");
        assertThat(exchange.notified).isNull();
    }

    @Test
    void norIsAnythingLeftToAnotherMechanismThere() {
        exchange.inUnpreparedApplication();

        assertThatThrownBy(
                        () -> mechanism(STORE::validate, SignOutListener.NONE).leaveToOther(exchange.request()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("COG-0009: ");
    }

    @Test
    void withoutProofAProtectedPathIsChallenged() {
        exchange.isProtected = true;

        assertThat(validate(STORE::validate)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.errors).containsExactly(401);
        assertThat(exchange.responseHeaders).containsExactly(Map.entry("WWW-Authenticate", "Bearer realm=\"cognito\""));
    }

    @Test
    void aServerThatAsksForEveryMethodIsNoReasonToChallenge() {
        exchange.isProtected = true;
        exchange.isAuthenticationRequest = true;

        assertThat(validate(STORE::validate)).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(exchange.errors).isEmpty();
    }

    @Test
    void anApplicationThatAsksAnewIs() {
        exchange.isAuthenticationRequest = true;
        exchange.parameters.setNewAuthentication(true);

        assertThat(validate(STORE::validate)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.errors).containsExactly(401);
    }

    @Test
    void aGoodTokenIsTheCallerOnEveryPath() {
        exchange.header("Authorization", "Bearer " + accessToken(Map.of("cognito:groups", List.of("users"))));

        assertThat(validate(STORE::validate)).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(exchange.notified.getCallerPrincipal())
                .isInstanceOf(CognitoCallerPrincipal.class)
                .hasToString("alice");
        assertThat(exchange.notified.getCallerGroups()).containsExactly("users");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer nonsense", "Bearer a.b.c"})
    void aBadTokenIsRefusedOnEveryPath(String header) {
        exchange.header("Authorization", header);

        assertThat(validate(STORE::validate)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.errors).containsExactly(401);
        assertThat(exchange.responseHeaders.get("WWW-Authenticate")).contains("error=\"invalid_token\"");
        assertThat(RequestOutcome.refusal(exchange.request())).isPresent();
    }

    @Test
    void aMalformedRequestIsABadRequest() {
        exchange.header("Authorization", "Bearer a", "Bearer b");

        assertThat(validate(STORE::validate)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.errors).containsExactly(400);
    }

    @Test
    void aSecondCallForTheSameRequestLeavesTheAnswerAlone() {
        exchange.header("Authorization", "Bearer nonsense");
        exchange.isCommitted = true;

        assertThat(validate(STORE::validate)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.errors).isEmpty();
    }

    @Test
    void aHandlerMayRefuseWhomCognitoVouchesFor() {
        exchange.header("Authorization", "Bearer " + idToken(Map.of()));

        assertThat(validate(credential -> {
                    STORE.validate(credential);
                    return CredentialValidationResult.INVALID_RESULT;
                }))
                .isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(exchange.errors).containsExactly(401);
        assertThat(exchange.notified).isNull();
    }

    @Test
    void aHandlerThatAsksNoStoreOfOursIsAMistake() {
        exchange.header("Authorization", "Bearer " + idToken(Map.of()));

        assertThatThrownBy(() -> validate(credential -> new CredentialValidationResult("mallory")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no Cognito identity store was asked; is it vetoed?");
        assertThat(exchange.notified).isNull();
    }

    @Test
    void aCredentialThatTheApplicationPassesIsForItsOwnStores() {
        exchange.isAuthenticationRequest = true;
        exchange.parameters.credential(new UsernamePasswordCredential("bob", "secret"));

        assertThat(validate(credential -> new CredentialValidationResult("bob")))
                .isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(validate(credential -> CredentialValidationResult.INVALID_RESULT))
                .isEqualTo(AuthenticationStatus.SEND_FAILURE);
    }

    @Test
    void whoeverSignsOutIsSignedOutEverywhere() {
        exchange.header("Authorization", "Bearer " + accessToken(Map.of()));
        validate(STORE::validate);
        CognitoCallerPrincipal caller = (CognitoCallerPrincipal) exchange.notified.getCallerPrincipal();
        assertThat(caller.hasSignedOut()).isFalse();

        mechanism(STORE::validate, SignOutListener.NONE)
                .cleanSubject(exchange.request(), exchange.response(), exchange.context());

        assertThat(caller.hasSignedOut()).isTrue();
        assertThat(exchange.isCleaned).isTrue();
    }

    @Test
    void whomAnotherStoreSignedInIsToldOfWhenTheySignOut() {
        exchange.isAuthenticationRequest = true;
        exchange.parameters.credential(new UsernamePasswordCredential("bob", "secret"));
        validate(credential -> new CredentialValidationResult("bob"));
        List<String> told = new ArrayList<>();

        mechanism(STORE::validate, caller -> {
                    told.add(caller.getName());
                    throw new IllegalStateException("a cache is down");
                })
                .cleanSubject(exchange.request(), exchange.response(), exchange.context());

        assertThat(told).containsExactly("bob");
        assertThat(exchange.isCleaned).isTrue();
    }

    @Test
    void whomAnotherMechanismSignedInHasSignedOutWhenItIsTold() {
        exchange.notified = new CredentialValidationResult("bob");
        List<String> told = new ArrayList<>();
        CognitoAuthenticationMechanism mechanism = mechanism(STORE::validate, caller -> told.add(caller.getName()));
        mechanism.leaveToOther(exchange.request());
        BooleanSupplier hasSignedOut = ServedRequest.of(exchange.request()).otherHasSignedOut();
        assertThat(hasSignedOut.getAsBoolean()).isFalse();

        mechanism.tellOfSignOut(exchange.request());

        assertThat(hasSignedOut.getAsBoolean()).isTrue();
        assertThat(told).containsExactly("bob");
    }

    private AuthenticationStatus validate(IdentityStoreHandler stores) {
        return mechanism(stores, SignOutListener.NONE)
                .validateRequest(exchange.request(), exchange.response(), exchange.context());
    }

    private static CognitoAuthenticationMechanism mechanism(IdentityStoreHandler stores, SignOutListener signOuts) {
        return new CognitoAuthenticationMechanism(
                stores,
                new RequestCaller(),
                SETTINGS,
                NO_LOGIN,
                PasswordLogins.NONE,
                FakeExchange.NO_SECURITY_CONTEXT,
                signOuts);
    }
}
