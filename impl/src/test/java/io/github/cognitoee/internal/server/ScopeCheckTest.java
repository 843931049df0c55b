package io.github.cognitoee.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.InsufficientScopeException;
import io.github.cognitoee.RequiresScope;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.config.Activation;
import io.github.cognitoee.internal.config.ProtectedResource;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import io.github.cognitoee.internal.mechanism.Challenge;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScopeCheckTest {

    @RequiresScope("orders/read")
    static class Orders {
        @RequiresScope("orders/write")
        public void write() {}
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

    private static final RequiredScopes BOTH = new RequiredScopes(Set.of("orders/read", "orders/write"));
    private static final Challenge INSUFFICIENT = new Challenge(
            403,
            Map.of(
                    "WWW-Authenticate",
                    "Bearer realm=\"cognito\", error=\"insufficient_scope\", scope=\"orders/read orders/write\""));

    @Test
    void aCallerWithAllScopesPasses() {
        ScopeCheck check = check(holding("orders/write other orders/read"));

        assertThat(check.objection(BOTH, request("alice"))).isEmpty();
        assertThatCode(() -> check.requireFor(Orders.class, write())).doesNotThrowAnyException();
    }

    @Test
    void aCallerWithSomeIsToldWhatIsNeeded() {
        ScopeCheck check = check(holding("orders/write"));

        assertThat(check.objection(BOTH, request("alice"))).contains(INSUFFICIENT);
        assertThatThrownBy(() -> check.requireFor(Orders.class, write()))
                .isInstanceOf(InsufficientScopeException.class)
                .hasMessage(Orders.class.getName() + ".write requires the scopes 'orders/read orders/write':"
                        + " the caller's access token does not hold all of them");
    }

    @Test
    void anIdTokenCarriesNone() {
        ScopeCheck check = check(TestTokens.idToken(Map.of("scope", "orders/read orders/write")));

        assertThat(check.objection(BOTH, request("alice"))).contains(INSUFFICIENT);
        assertThatThrownBy(() -> check.requireFor(Orders.class, write()))
                .hasMessageEndingWith(": the caller sent an ID token, which carries no scopes; have the client send its"
                        + " access token");
    }

    @Test
    void nobodyIsChallengedToSignIn() {
        ScopeCheck check = check(null);

        assertThat(check.objection(BOTH, request(null))).contains(Challenge.SIGN_IN);
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
        ScopeCheck check = new ScopeCheck(new Thread(null), new Activation(false), Optional.empty());

        assertThat(check.objection(BOTH, request(null))).contains(Challenge.FORBIDDEN);
    }

    @Test
    void theAnswersPointToTheMetadataOfTheResource() {
        ProtectedResource resource = new ProtectedResource(URI.create("https://api.example.com"), "");
        ScopeCheck check = new ScopeCheck(new Thread(null), new Activation(true), Optional.of(resource));

        for (String principal : new String[] {null, "bob"}) {
            assertThat(check.objection(BOTH, request(principal))).hasValueSatisfying(challenge -> assertThat(
                            challenge.headers().get("WWW-Authenticate"))
                    .endsWith(", resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource\""));
        }
    }

    @Test
    void anAnnotationThatCannotBeFoundLetsNobodyPass() throws NoSuchMethodException {
        Method unannotated = Object.class.getMethod("toString");

        assertThatThrownBy(() -> check(holding("orders/read")).requireFor(Object.class, unannotated))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String holding(String scopes) {
        return TestTokens.accessToken(Map.of("scope", scopes));
    }

    private static Method write() throws NoSuchMethodException {
        return Orders.class.getMethod("write");
    }

    private static ScopeCheck check(@Nullable String token) {
        return new ScopeCheck(new Thread(token), new Activation(true), Optional.empty());
    }

    private static HttpServletRequest request(@Nullable String principal) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ScopeCheckTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, args) -> {
                    if (!method.getName().equals("getUserPrincipal")) {
                        throw new AssertionError(method);
                    }
                    return principal == null ? null : (Principal) () -> principal;
                });
    }
}
