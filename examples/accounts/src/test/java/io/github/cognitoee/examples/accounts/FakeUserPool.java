package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;
import io.github.cognitoee.userpool.CognitoUserPool;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.SignInRequest;
import io.github.cognitoee.userpool.SignInResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A user pool that gives the result it is told to give, and remembers what it was asked. */
final class FakeUserPool implements CognitoUserPool {

    static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    /** Alice's; without a signature, for which nothing here asks. */
    static final SessionTokens TOKENS = tokens("access-1");

    static final SignInResult SIGNED_IN = new SignInResult.SignedIn(TOKENS, Optional.empty());
    static final SignInResult BUSY = new SignInResult.Unavailable(Duration.ofSeconds(7), "throttled");

    private final List<String> calls = new ArrayList<>();
    private SignInResult next = SIGNED_IN;
    private boolean down;
    private SignInRequest request;
    private ChallengeAnswer answer;

    static SessionTokens tokens(String accessToken) {
        return new SessionTokens(
                idToken("{\"cognito:username\":\"alice\",\"cognito:groups\":[\"users\",\"staff\"],"
                        + "\"email\":\"alice@example.com\",\"exp\":1780318800}"),
                accessToken,
                "refresh-1",
                NOON);
    }

    static String idToken(String claims) {
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes()) + ".x";
    }

    static SignInResult refused(RefusalReason reason) {
        return new SignInResult.Refused(reason, "of alice, whom everybody knows");
    }

    static SignInResult due(Challenge challenge) {
        return new SignInResult.ChallengeRequired(challenge, "state-1");
    }

    void answers(SignInResult result) {
        next = result;
    }

    /** From now on. */
    void isDown() {
        down = true;
    }

    List<String> calls() {
        return calls;
    }

    SignInRequest request() {
        return request;
    }

    ChallengeAnswer answer() {
        return answer;
    }

    @Override
    public SignInResult signIn(SignInRequest given) {
        calls.add("signIn");
        request = given;
        return next;
    }

    @Override
    public SignInResult answer(String state, ChallengeAnswer given) {
        calls.add("answer " + state);
        answer = given;
        return next;
    }

    @Override
    public Optional<Challenge> challengeOf(String state) {
        return next instanceof SignInResult.ChallengeRequired due && due.state().equals(state)
                ? Optional.of(due.challenge())
                : Optional.empty();
    }

    @Override
    public SignInResult refresh(SessionTokens tokens) {
        calls.add("refresh " + tokens.refreshToken().orElseThrow());
        return next;
    }

    @Override
    public void signOut(SessionTokens tokens) {
        end("signOut " + tokens.refreshToken().orElseThrow());
    }

    @Override
    public void signOutEverywhere(SessionTokens tokens) {
        end("signOutEverywhere " + tokens.accessToken());
    }

    private void end(String call) {
        if (down) {
            throw new CognitoUnavailableException("Cognito is away", Duration.ofSeconds(3));
        }
        calls.add(call);
    }
}
