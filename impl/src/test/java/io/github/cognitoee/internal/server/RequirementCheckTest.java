package io.github.cognitoee.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.InsufficientAuthenticationException;
import io.github.cognitoee.InsufficientScopeException;
import io.github.cognitoee.RequiresRecentLogin;
import io.github.cognitoee.RequiresScope;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.config.AssuranceLevels;
import io.github.cognitoee.internal.config.ProtectedResource;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import io.github.cognitoee.internal.mechanism.Challenge;
import io.github.cognitoee.internal.session.Logins;
import io.github.cognitoee.internal.session.SignInCheck;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequirementCheckTest {

    @RequiresScope("orders/read")
    static class Orders {
        @RequiresScope("orders/write")
        public void write() {}
    }

    static class Account {
        @RequiresRecentLogin("PT5M")
        public void close() {}
    }

    private static final class Thread extends CurrentCaller {

        private final Optional<CognitoCallerPrincipal> caller;

        Thread(@Nullable String token) {
            this.caller = Optional.ofNullable(token).map(TestTokens::verified).map(Thread::principal);
        }

        private static CognitoCallerPrincipal principal(VerifiedJwt token) {
            return new CognitoCallerPrincipal("alice", token, token.groups(), () -> {
                throw new AssertionError("no ID token is needed");
            });
        }

        @Override
        public Optional<CognitoCallerPrincipal> find() {
            return caller;
        }
    }

    private static final Requirements BOTH =
            new Requirements(Set.of("orders/read", "orders/write"), Optional.empty(), Set.of());
    private static final Requirements RECENT = new Requirements(Set.of(), Optional.of(Duration.ofMinutes(5)), Set.of());
    private static final Requirements ASSURED =
            new Requirements(Set.of(), Optional.empty(), Set.of("urn:cognito:loa:2", "urn:cognito:loa:3"));
    private static final Objection INSUFFICIENT = new Objection.Refused(new Challenge(
            403,
            Map.of(
                    "WWW-Authenticate",
                    "Bearer realm=\"cognito\", error=\"insufficient_scope\", scope=\"orders/read orders/write\"")));
    private static final Objection FORBIDDEN = new Objection.Refused(Challenge.FORBIDDEN);

    @Test
    void aCallerWithAllScopesPasses() {
        RequirementCheck check = check(holding("orders/write other orders/read"));

        assertThat(check.objection(BOTH, request("alice"))).isEmpty();
        assertThatCode(() -> check.requireFor(Orders.class, write())).doesNotThrowAnyException();
    }

    @Test
    void aCallerWithSomeIsToldWhatIsNeeded() {
        RequirementCheck check = check(holding("orders/write"));

        assertThat(check.objection(BOTH, request("alice"))).contains(INSUFFICIENT);
        assertThatThrownBy(() -> check.requireFor(Orders.class, write()))
                .isInstanceOf(InsufficientScopeException.class)
                .hasMessage(Orders.class.getName() + ".write requires the scopes 'orders/read orders/write':"
                        + " the caller's access token does not hold all of them");
    }

    @Test
    void anIdTokenCarriesNone() {
        RequirementCheck check = check(TestTokens.idToken(Map.of("scope", "orders/read orders/write")));

        assertThat(check.objection(BOTH, request("alice"))).contains(INSUFFICIENT);
        assertThatThrownBy(() -> check.requireFor(Orders.class, write()))
                .hasMessageEndingWith(": the caller sent an ID token, which carries no scopes; have the client send its"
                        + " access token");
    }

    @Test
    void nobodyIsChallengedToSignIn() {
        RequirementCheck check = check(null);

        assertThat(check.objection(BOTH, request(null))).contains(new Objection.Refused(Challenge.SIGN_IN));
        assertThatThrownBy(() -> check.requireFor(Orders.class, write()))
                .isInstanceOfSatisfying(
                        InsufficientScopeException.class, refused -> assertThat(refused.requiredScopes())
                                .containsExactlyInAnyOrder("orders/read", "orders/write"))
                .hasMessageEndingWith(": nobody is signed in with Cognito on this thread");
    }

    @Test
    void whomAnotherIdentityStoreVouchesForHoldsNone() {
        assertThat(check(null).objection(BOTH, request("bob"))).contains(INSUFFICIENT);
    }

    @Test
    void nobodyIsAskedToSignInWhereNobodyCan() {
        RequirementCheck check = check(null, Challenge.FORBIDDEN, Optional.empty());

        assertThat(check.objection(BOTH, request(null))).contains(FORBIDDEN);
        assertThat(check.objection(RECENT, request(null))).contains(FORBIDDEN);
    }

    @Test
    void theAnswersPointToTheMetadataOfTheResource() {
        ProtectedResource resource = new ProtectedResource(URI.create("https://api.example.com"), "");
        RequirementCheck check = check(null, Challenge.SIGN_IN, Optional.of(resource));

        for (String principal : new String[] {null, "bob"}) {
            assertThat(check.objection(BOTH, request(principal))).hasValueSatisfying(objection -> assertThat(
                            challenge(objection))
                    .endsWith(", resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource\""));
        }
    }

    @Test
    void whoSignedInLatelyPasses() {
        RequirementCheck check = check(signedInBefore(300));

        assertThat(check.objection(RECENT, request("alice"))).isEmpty();
        assertThatCode(() -> check.requireFor(Account.class, close())).doesNotThrowAnyException();
    }

    @Test
    void whoSignedInTooLongAgoIsToldHowLongItMayBe() {
        RequirementCheck check = check(signedInBefore(301));

        assertThat(check.objection(RECENT, request("alice")))
                .hasValueSatisfying(objection -> assertThat(challenge(objection))
                        .isEqualTo("Bearer realm=\"cognito\", error=\"insufficient_user_authentication\","
                                + " error_description=\"A more recent authentication is required\", max_age=\"300\""));
        assertThatThrownBy(() -> check.requireFor(Account.class, close()))
                .isInstanceOfSatisfying(InsufficientAuthenticationException.class, refused -> {
                    assertThat(refused.maxAge()).contains(Duration.ofMinutes(5));
                    assertThat(refused.assurance()).isEmpty();
                    assertThat(check.answer(refused, request("alice")))
                            .isEqualTo(check.objection(RECENT, request("alice")).orElseThrow());
                })
                .hasMessage(Account.class.getName()
                        + ".close requires another sign-in: the sign-in is 301 s old, of 300 s at most");
    }

    @Test
    void theHighestLevelOfThoseRequiredIsAskedFor() {
        assertThat(check(TestTokens.accessToken(Map.of("acr", "urn:cognito:loa:4")))
                        .objection(ASSURED, request("alice")))
                .isEmpty();
        assertThat(check(TestTokens.accessToken(Map.of("acr", "urn:cognito:loa:2")))
                        .objection(ASSURED, request("alice")))
                .hasValueSatisfying(objection -> assertThat(challenge(objection))
                        .isEqualTo("Bearer realm=\"cognito\", error=\"insufficient_user_authentication\","
                                + " error_description=\"A different authentication level is required\","
                                + " acr_values=\"urn:cognito:loa:3\""));
    }

    @Test
    void whoCannotSignInAnewIsForbidden() {
        assertThat(check(TestTokens.machineToken()).objection(RECENT, request("client:web")))
                .contains(FORBIDDEN);
        assertThat(check(null).objection(RECENT, request("bob"))).contains(FORBIDDEN);
        assertThatThrownBy(() -> check(TestTokens.machineToken()).requireFor(Account.class, close()))
                .hasMessage(
                        Account.class.getName()
                                + ".close requires another sign-in: no person is calling but a machine, which does not sign in");
        assertThatThrownBy(() -> check(null).requireFor(Account.class, close()))
                .hasMessage(Account.class.getName()
                        + ".close requires another sign-in: nobody is signed in with Cognito on this thread");
    }

    @Test
    void aScopeThatIsMissingIsToldFirst() {
        Requirements all = new Requirements(BOTH.scopes(), RECENT.maxAge(), ASSURED.assurances());

        assertThat(check(signedInBefore(10_000)).objection(all, request("alice")))
                .contains(INSUFFICIENT);
    }

    @Test
    void anAnnotationThatCannotBeFoundLetsNobodyPass() throws NoSuchMethodException {
        Method unannotated = Object.class.getMethod("toString");

        assertThatThrownBy(() -> check(holding("orders/read")).requireFor(Object.class, unannotated))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String signedInBefore(long seconds) {
        return TestTokens.accessToken(Map.of("auth_time", TestTokens.NOW.getEpochSecond() - seconds));
    }

    private static Method close() throws NoSuchMethodException {
        return Account.class.getMethod("close");
    }

    private static String holding(String scopes) {
        return TestTokens.accessToken(Map.of("scope", scopes));
    }

    private static Method write() throws NoSuchMethodException {
        return Orders.class.getMethod("write");
    }

    private static String challenge(Objection objection) {
        return ((Objection.Refused) objection).challenge().headers().get("WWW-Authenticate");
    }

    private static RequirementCheck check(@Nullable String token) {
        return check(token, Challenge.SIGN_IN, Optional.empty());
    }

    private static RequirementCheck check(
            @Nullable String token, Challenge toAnonymous, Optional<ProtectedResource> resource) {
        return new RequirementCheck(
                new Thread(token),
                Optional.of(new SignInCheck(
                        AssuranceLevels.OF_COGNITO, Duration.ZERO, Clock.fixed(TestTokens.NOW, ZoneOffset.UTC))),
                new Entrance(toAnonymous, Logins.NONE, resource));
    }

    private static HttpServletRequest request(@Nullable String principal) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                RequirementCheckTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, args) -> {
                    if (method.getName().equals("getAttribute")
                            || method.getName().equals("setAttribute")) {
                        return null;
                    }
                    if (!method.getName().equals("getUserPrincipal")) {
                        throw new AssertionError(method);
                    }
                    return principal == null ? null : (Principal) () -> principal;
                });
    }
}
