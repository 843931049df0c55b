package io.github.cognitoee.internal.userpool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.jwt.MovableClock;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.SignInRequest;
import io.github.cognitoee.userpool.SignInResult;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InjectedUserPoolTest {

    private static final Instant NOW = Instant.parse("2026-11-06T09:05:07Z");
    private static final String JANE = "11111111-2222-3333-4444-555555555555";

    private final MovableClock clock = new MovableClock(NOW);
    private final FakePool pool = new FakePool();
    private final FakePool signedPool = new FakePool();

    private InjectedUserPool userPool(String... settings) {
        return new InjectedUserPool(TestPool.config(settings), pool, signedPool, clock);
    }

    private static SignInRequest jane(String password) {
        return SignInRequest.of("jane@example.com").password(password.toCharArray());
    }

    private static SignInResult.SignedIn signedIn(SignInResult result) {
        assertThat(result).isInstanceOf(SignInResult.SignedIn.class);
        return (SignInResult.SignedIn) result;
    }

    @Test
    void aPasswordIsShownBySrpAndNeverSent() {
        pool.thenSrp(TestPool.NAME, JANE, "Passw0rd!");

        SignInResult.SignedIn result = signedIn(userPool().signIn(jane("Passw0rd!")));

        assertThat(result.tokens().accessToken()).isEqualTo("access");
        assertThat(result.tokens().signedInAt()).isEqualTo(NOW);
        assertThat(pool.calls).extracting(FakePool.Call::name).containsExactly("USER_SRP_AUTH", "PASSWORD_VERIFIER");
        assertThat(pool.calls.get(0).parameters()).containsEntry("USERNAME", "jane@example.com");
        assertThat(pool.calls.get(1).parameters()).containsEntry("USERNAME", JANE);
        assertThat(pool.calls.toString()).doesNotContain("Passw0rd!");
    }

    @Test
    void anotherPasswordIsRefused() {
        pool.thenSrp(TestPool.NAME, JANE, "Passw0rd!");

        assertThat(userPool().signIn(jane("Passw0rd?")))
                .isEqualTo(new SignInResult.Refused(
                        RefusalReason.BAD_CREDENTIALS,
                        "RespondToAuthChallenge: NotAuthorizedException: Incorrect username or password."));
    }

    @Test
    void theSecretIsHashedWithTheTypedNameFirstAndWithTheUsersIdAfterSrp() {
        pool.thenSrp(TestPool.NAME, JANE, "Passw0rd!");

        userPool("cognito.sign-in.client-secret", "s3cr3t").signIn(jane("Passw0rd!"));

        AppClient app = new AppClient(
                "client",
                TestPool.config("cognito.sign-in.client-secret", "s3cr3t").clientSecret());
        assertThat(pool.calls)
                .extracting(call -> call.parameters().get("SECRET_HASH"))
                .containsExactly(
                        app.secretHash("jane@example.com").orElseThrow(),
                        app.secretHash(JANE).orElseThrow());
    }

    @Test
    void noMapHoldsWhatIsNotThere() {
        pool.thenTokens();

        userPool("cognito.sign-in.flow", "USER_PASSWORD_AUTH").signIn(jane("Passw0rd!"));

        assertThat(pool.last().parameters()).isEqualTo(Map.of("USERNAME", "jane@example.com", "PASSWORD", "Passw0rd!"));
    }
}
