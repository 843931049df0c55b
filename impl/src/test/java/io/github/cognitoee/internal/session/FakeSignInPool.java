package io.github.cognitoee.internal.session;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;
import io.github.cognitoee.userpool.CognitoUserPool;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.RememberedDevice;
import io.github.cognitoee.userpool.SignInRequest;
import io.github.cognitoee.userpool.SignInResult;
import io.github.cognitoee.userpool.UserPoolRefusedException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A user pool that answers what a test says, and writes down what it is asked. */
public final class FakeSignInPool implements CognitoUserPool {

    public static final String STATE = "state-of-the-challenge";

    public final List<String> asked = new ArrayList<>();
    public final List<ChallengeAnswer> answers = new ArrayList<>();

    private final Deque<SignInResult> results = new ArrayDeque<>();
    private final Clock clock;
    private Optional<Challenge> challenge = Optional.empty();
    private Optional<SignInRequest> request = Optional.empty();
    private boolean refusing;

    FakeSignInPool(Clock clock) {
        this.clock = clock;
    }

    /** The next answers, in their order. */
    public FakeSignInPool answers(SignInResult... next) {
        results.addAll(List.of(next));
        return this;
    }

    public FakeSignInPool issues(String idToken, String accessToken, String refreshToken) {
        return answers(new SignInResult.SignedIn(
                new SessionTokens(idToken, accessToken, refreshToken, clock.instant()), Optional.empty()));
    }

    /** The same, from a browser that the user pool remembers from now on. */
    public FakeSignInPool issuesAndRemembers(RememberedDevice device, String idToken, String accessToken) {
        return answers(new SignInResult.SignedIn(
                new SessionTokens(idToken, accessToken, "refresh-of-a-device", clock.instant()), Optional.of(device)));
    }

    public FakeSignInPool asks(Challenge due) {
        challenge = Optional.of(due);
        return answers(new SignInResult.ChallengeRequired(due, STATE));
    }

    /** The challenge is over. */
    public void forget() {
        challenge = Optional.empty();
    }

    /** Nobody is signed out everywhere. */
    public void refuse() {
        refusing = true;
    }

    /** The last sign-in that was begun. */
    public SignInRequest lastRequest() {
        return request.orElseThrow();
    }

    @Override
    public SignInResult signIn(SignInRequest next) {
        request = Optional.of(next);
        asked.add("signIn " + next.username() + " "
                + next.password().map(String::valueOf).orElse("-"));
        next.clear();
        return results.remove();
    }

    @Override
    public SignInResult answer(String state, ChallengeAnswer answer) {
        asked.add("answer " + state);
        answers.add(answer);
        return results.remove();
    }

    @Override
    public Optional<Challenge> challengeOf(String state) {
        return state.equals(STATE) ? challenge : Optional.empty();
    }

    @Override
    public SignInResult refresh(SessionTokens tokens) {
        asked.add("refresh " + tokens.refreshToken().orElse("-"));
        return results.isEmpty()
                ? new SignInResult.Unavailable(Duration.ofSeconds(3), "not reached")
                : results.remove();
    }

    @Override
    public void signOut(SessionTokens tokens) {
        asked.add("signOut " + tokens.refreshToken().orElse("-"));
    }

    @Override
    public void signOutEverywhere(SessionTokens tokens) {
        asked.add("signOutEverywhere");
        if (refusing) {
            throw new UserPoolRefusedException(RefusalReason.MISCONFIGURED, "no scope");
        }
    }
}
