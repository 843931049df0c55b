package io.github.cognitoee.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.SignInResult;
import io.github.cognitoee.userpool.SignInResult.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RememberedLoginsTest {

    private static final SignInResult LOCKED_OUT =
            new SignInResult.Refused(RefusalReason.TOO_MANY_ATTEMPTS, "Password attempts exceeded");

    private final FakeUserPool userPool = new FakeUserPool();
    private final AtomicLong nanos = new AtomicLong();
    private final RememberedLogins logins = logins(Duration.ofSeconds(60));

    @Test
    void whatCognitoTookIsGoodForAMinute() {
        SignInResult first = signIn(FakeUserPool.PASSWORD);

        assertThat(signIn(FakeUserPool.PASSWORD)).isSameAs(first);
        assertThat(userPool.signIns).hasValue(1);
    }

    @Test
    void afterThatItIsAskedAgain() {
        signIn(FakeUserPool.PASSWORD);

        pass(Duration.ofSeconds(60));

        signIn(FakeUserPool.PASSWORD);
        assertThat(userPool.signIns).hasValue(2);
    }

    @Test
    void withoutATimeNothingIsRemembered() {
        RememberedLogins logins = logins(Duration.ZERO);

        logins.signIn("alice", FakeUserPool.PASSWORD.toCharArray(), Optional.empty());
        logins.signIn("alice", FakeUserPool.PASSWORD.toCharArray(), Optional.empty());

        assertThat(userPool.signIns).hasValue(2);
    }

    @Test
    void neitherAWrongPasswordNorAnotherNameIsTakenForWhatIsRemembered() {
        signIn(FakeUserPool.PASSWORD);

        assertThat(signIn("wrong")).isInstanceOf(SignInResult.Refused.class);
        assertThat(logins.signIn("bob", FakeUserPool.PASSWORD.toCharArray(), Optional.empty()))
                .isInstanceOf(SignInResult.Refused.class);
    }

    @Test
    void aWrongPasswordIsPutToCognitoEachTime() {
        signIn("wrong");
        signIn("wrong");

        assertThat(userPool.signIns).hasValue(2);
    }

    @Test
    void whoeverGuessesFindsTheRightPasswordNoSoonerThanCognitoLetsThem() {
        signIn(FakeUserPool.PASSWORD);
        signIn("wrong");
        userPool.toGoodPassword = () -> LOCKED_OUT;

        assertThat(signIn(FakeUserPool.PASSWORD)).isSameAs(LOCKED_OUT);
    }

    @Test
    void aWrongPasswordOfAnotherUserMakesNobodyElseForgotten() {
        signIn(FakeUserPool.PASSWORD);

        logins.signIn("bob", "wrong".toCharArray(), Optional.empty());

        signIn(FakeUserPool.PASSWORD);
        assertThat(userPool.signIns).hasValue(2);
    }

    @Test
    void whileCognitoLetsNobodyTryANameItIsAskedOnceASecond() {
        userPool.toBadPassword = () -> LOCKED_OUT;
        signIn("wrong");

        assertThat(signIn("another")).isSameAs(LOCKED_OUT);
        assertThat(signIn("a third")).isSameAs(LOCKED_OUT);
        assertThat(userPool.signIns).hasValue(1);

        pass(Duration.ofSeconds(1));
        signIn("wrong");
        assertThat(userPool.signIns).hasValue(2);
    }

    @Test
    void neitherAChallengeNorAnOutageIsRemembered() {
        userPool.toGoodPassword = () -> new SignInResult.ChallengeRequired(new Challenge.AuthenticatorCode(), "state");
        signIn(FakeUserPool.PASSWORD);
        userPool.toGoodPassword = () -> new SignInResult.Unavailable(Duration.ofSeconds(2), "down");
        signIn(FakeUserPool.PASSWORD);
        userPool.toGoodPassword = () -> FakeUserPool.signedIn(Map.of());

        assertThat(signIn(FakeUserPool.PASSWORD)).isInstanceOf(SignedIn.class);
        assertThat(userPool.signIns).hasValue(3);
    }

    @Test
    void anOutageMakesNobodyForgotten() {
        signIn(FakeUserPool.PASSWORD);
        userPool.toGoodPassword = () -> new SignInResult.Unavailable(Duration.ofSeconds(2), "down");

        assertThat(signIn(FakeUserPool.PASSWORD)).isInstanceOf(SignedIn.class);
    }

    @Test
    void whoSignsOutIsForgottenByTheirToken() {
        SignedIn signedIn = (SignedIn) signIn(FakeUserPool.PASSWORD);

        logins.forget("the token of somebody else");
        signIn(FakeUserPool.PASSWORD);
        assertThat(userPool.signIns).hasValue(1);

        logins.forget(signedIn.tokens().idToken());
        signIn(FakeUserPool.PASSWORD);
        assertThat(userPool.signIns).hasValue(2);
    }

    @Test
    void aBurstIsOneSignIn() {
        int burst = 8;
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<SignInResult> answer = new CompletableFuture<>();
        userPool.toGoodPassword = () -> {
            asked.countDown();
            return answer.join();
        };
        List<CompletableFuture<SignInResult>> requests = IntStream.range(0, burst)
                .mapToObj(i -> {
                    CompletableFuture<SignInResult> result = new CompletableFuture<>();
                    new Thread(() -> result.complete(signIn(FakeUserPool.PASSWORD))).start();
                    return result;
                })
                .toList();

        SignInResult taken = FakeUserPool.signedIn(Map.of());
        assertThat(asked).satisfies(CountDownLatch::await);
        answer.complete(taken);

        assertThat(requests).allSatisfy(request -> assertThat(request.join()).isSameAs(taken));
        assertThat(userPool.signIns).hasValue(1);
    }

    @Test
    void whoseNameAndPasswordReadTheSameInARowGetTheirOwnAnswer() {
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<SignInResult> answer = new CompletableFuture<>();
        userPool.toGoodPassword = () -> {
            asked.countDown();
            return answer.join();
        };
        CompletableFuture<SignInResult> alices = new CompletableFuture<>();
        new Thread(() -> alices.complete(signIn(FakeUserPool.PASSWORD))).start();
        assertThat(asked).satisfies(CountDownLatch::await);

        assertThat(logins.signIn("aliceA", "lice-Passw0rd".toCharArray(), Optional.empty()))
                .as("while alice's is under way")
                .isInstanceOf(SignInResult.Refused.class);
        SignInResult taken = FakeUserPool.signedIn(Map.of());
        answer.complete(taken);
        assertThat(alices.join()).isSameAs(taken);
    }

    @Test
    void aFailureIsNotStuckInTheWayOfTheNextRequest() {
        userPool.toGoodPassword = () -> {
            throw new IllegalStateException("a bug");
        };
        assertThatThrownBy(() -> signIn(FakeUserPool.PASSWORD)).hasMessage("a bug");

        userPool.toGoodPassword = () -> FakeUserPool.signedIn(Map.of());
        assertThat(signIn(FakeUserPool.PASSWORD)).isInstanceOf(SignedIn.class);
    }

    @Test
    void nothingOfItShowsANameOrAPassword() {
        signIn(FakeUserPool.PASSWORD);

        assertThat(logins).hasToString("RememberedLogins");
    }

    private RememberedLogins logins(Duration time) {
        return new RememberedLogins(
                new PasswordLogin(userPool, TestTokens.VERIFIER.ofClient(TestTokens.POOL, "web")), time, nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private SignInResult signIn(String password) {
        return logins.signIn("alice", password.toCharArray(), Optional.empty());
    }
}
