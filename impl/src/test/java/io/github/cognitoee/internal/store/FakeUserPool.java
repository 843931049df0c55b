package io.github.cognitoee.internal.store;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;
import io.github.cognitoee.userpool.CognitoUserPool;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.SignInRequest;
import io.github.cognitoee.userpool.SignInResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A user pool that knows alice and her password, and whose answers to those can be changed. */
public final class FakeUserPool implements CognitoUserPool {

    public static final String PASSWORD = "Alice-Passw0rd";

    public final AtomicInteger signIns = new AtomicInteger();

    /** What it answers to alice's password. */
    public Supplier<SignInResult> toGoodPassword = () -> signedIn(Map.of());

    /** What it answers to all else. */
    public Supplier<SignInResult> toBadPassword =
            () -> new SignInResult.Refused(RefusalReason.BAD_CREDENTIALS, "Incorrect username or password.");

    public final List<SignInRequest> requests = new ArrayList<>();

    /** The answer to a good password; the claims replace alice's. */
    public static SignInResult signedIn(Map<String, ?> claims) {
        return new SignInResult.SignedIn(
                new SessionTokens(
                        TestTokens.idToken(claims), TestTokens.accessToken(claims), "refresh", TestTokens.NOW),
                Optional.empty());
    }

    @Override
    public SignInResult signIn(SignInRequest request) {
        signIns.incrementAndGet();
        requests.add(request);
        boolean isAlice = request.username().equals("alice")
                && request.password().map(String::valueOf).equals(Optional.of(PASSWORD));
        return (isAlice ? toGoodPassword : toBadPassword).get();
    }

    @Override
    public SignInResult answer(String state, ChallengeAnswer answer) {
        throw new AssertionError();
    }

    @Override
    public Optional<Challenge> challengeOf(String state) {
        throw new AssertionError();
    }

    @Override
    public SignInResult refresh(SessionTokens tokens) {
        throw new AssertionError();
    }

    @Override
    public void signOut(SessionTokens tokens) {
        throw new AssertionError();
    }

    @Override
    public void signOutEverywhere(SessionTokens tokens) {
        throw new AssertionError();
    }
}
