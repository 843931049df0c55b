package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.config.SignInConfig;
import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;
import io.github.cognitoee.userpool.CognitoUserPool;
import io.github.cognitoee.userpool.RememberedDevice;
import io.github.cognitoee.userpool.SignInFlow;
import io.github.cognitoee.userpool.SignInRequest;
import io.github.cognitoee.userpool.SignInResult;
import io.github.cognitoee.userpool.UserPoolRefusedException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What {@code @Inject CognitoUserPool} is. Thread-safe. */
public final class InjectedUserPool implements CognitoUserPool, AutoCloseable {

    private final Pool pool;
    private final States states;
    private final SignInFlow flow;
    private final NewDevices devices;
    private final RefreshTokens refreshTokens;
    private final Misconfigurations misconfigurations;
    private final Clock clock;

    /** Asked by the AWS SDK. */
    public static InjectedUserPool of(SignInConfig config) {
        AppClient app = new AppClient(config.clientId(), config.clientSecret());
        String region = config.userPool().region().name();
        SignInApi api = new AwsSignIn(region, config.userPoolApi(), app, config.timeout());
        AuthApi signed = new AwsSignedSignIn(
                region, config.userPoolApi(), config.userPool().id(), app, config.timeout());
        return new InjectedUserPool(config, api, signed, Clock.systemUTC());
    }

    InjectedUserPool(SignInConfig config, SignInApi api, AuthApi signedApi, Clock clock) {
        AppClient app = new AppClient(config.clientId(), config.clientSecret());
        String poolId = config.userPool().id();
        this.pool =
                new Pool(poolId.substring(poolId.indexOf('_') + 1), app, config.authenticatorIssuer(), api, signedApi);
        this.states = new States(StateKeys.cipher(config), poolId, config.clientId(), clock);
        this.flow = config.flow();
        this.devices = new NewDevices(api);
        this.misconfigurations = new Misconfigurations(config);
        this.refreshTokens = new RefreshTokens(pool);
        this.clock = clock;
    }

    @Override
    public SignInResult signIn(SignInRequest request) {
        try {
            return resultOf(() -> {
                Opening opening = Opening.of(request, request.flow().orElse(flow));
                return result(withoutForgottenDevice(opening.attempt(), attempt -> {
                    Conversation conversation = new Conversation(pool, attempt, "", clock);
                    return conversation.goOn(opening.initiate(conversation));
                }));
            });
        } finally {
            request.clear();
        }
    }

    @Override
    public SignInResult answer(String state, ChallengeAnswer answer) {
        try {
            return resultOf(() -> {
                Pending pending = states.open(state);
                return result(answered(pending, answer));
            });
        } finally {
            answer.clear();
        }
    }

    /** Nothing is begun anew here: the factors that were shown have used their sessions up. */
    private Outcome answered(Pending pending, ChallengeAnswer answer) {
        try {
            return pending.due().answer(answer, new Conversation(pool, pending.attempt(), pending.session(), clock));
        } catch (Refusal e) {
            throw e.isOfForgottenDevice() ? Refusal.deviceForgotten() : e;
        }
    }

    /** A device whose own answer is refused counts as none, too: all is begun anew that a new one is asked. */
    private static Outcome withoutForgottenDevice(Attempt attempt, Function<Attempt, Outcome> step) {
        try {
            return step.apply(attempt);
        } catch (Refusal e) {
            if (attempt.device().isPresent() && e.isOfForgottenDevice()) {
                return step.apply(attempt.withoutDevice());
            }
            throw e;
        }
    }

    @Override
    public Optional<Challenge> challengeOf(String state) {
        try {
            return Optional.of(states.open(state).due().challenge());
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    @Override
    public SignInResult refresh(SessionTokens tokens) {
        return resultOf(() -> new SignInResult.SignedIn(refreshTokens.refresh(tokens), Optional.empty()));
    }

    @Override
    public void signOut(SessionTokens tokens) {
        end(() -> refreshTokens.signOut(tokens));
    }

    @Override
    public void signOutEverywhere(SessionTokens tokens) {
        end(() -> refreshTokens.signOutEverywhere(tokens));
    }

    private void end(Runnable step) {
        try {
            step.run();
        } catch (Refusal e) {
            misconfigurations.tell(e);
            throw new UserPoolRefusedException(e.reason(), e.message());
        }
    }

    private SignInResult result(Outcome outcome) {
        return outcome.fold(
                issued -> {
                    Instant now = clock.instant();
                    Optional<RememberedDevice> device = devices.remember(issued);
                    return new SignInResult.SignedIn(issued.asOf(now), device);
                },
                pending -> new SignInResult.ChallengeRequired(pending.due().challenge(), states.seal(pending)));
    }

    private SignInResult resultOf(Supplier<SignInResult> step) {
        try {
            return step.get();
        } catch (Refusal e) {
            misconfigurations.tell(e);
            return e.result();
        } catch (CognitoUnavailableException e) {
            return new SignInResult.Unavailable(e.retryAfter(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public String toString() {
        return "CognitoUserPool";
    }
}
