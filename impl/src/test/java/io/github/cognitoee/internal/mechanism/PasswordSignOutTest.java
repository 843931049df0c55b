package io.github.cognitoee.internal.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.store.FakeUserPool;
import io.github.cognitoee.internal.store.PasswordLogin;
import io.github.cognitoee.internal.store.PasswordLogins;
import io.github.cognitoee.userpool.SignInResult;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PasswordSignOutTest {

    private final FakeUserPool userPool = new FakeUserPool();
    private final PasswordLogins logins = PasswordLogins.of(
            new PasswordLogin(userPool, TestTokens.VERIFIER.ofClient(TestTokens.POOL, "web")),
            Optional.of(Duration.ofMinutes(1)));
    private final ServedRequest served = ServedRequest.of(new FakeExchange().request());

    @Test
    void whoSignsOutHasToProveThePasswordAnew() {
        SignInResult.SignedIn alice = (SignInResult.SignedIn) signIn();
        signIn();
        assertThat(userPool.signIns).hasValue(1);
        served.signedIn(new CognitoCallerPrincipal(
                "alice", TestTokens.verified(alice.tokens().idToken()), Set.of(), () -> {
                    throw new AssertionError();
                }));

        PasswordSignOut.forget(served, logins);

        signIn();
        assertThat(userPool.signIns).hasValue(2);
    }

    @Test
    void whereNobodyIsSignedInNothingIsForgotten() {
        signIn();

        PasswordSignOut.forget(served, logins);

        signIn();
        assertThat(userPool.signIns).hasValue(1);
    }

    private SignInResult signIn() {
        return logins.remembered().orElseThrow().signIn("alice", FakeUserPool.PASSWORD.toCharArray(), Optional.empty());
    }
}
