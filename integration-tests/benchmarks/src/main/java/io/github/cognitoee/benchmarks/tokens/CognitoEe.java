package io.github.cognitoee.benchmarks.tokens;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.internal.config.KeyLocation;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.config.UserPoolConfig;
import io.github.cognitoee.internal.config.VerificationConfig;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import io.github.cognitoee.internal.jwt.Verification;
import io.github.cognitoee.internal.jwt.VerificationListener;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** This library's verifier: the one place that knows how it is made. */
public final class CognitoEe implements Verifier {

    private static final long ENOUGH_FOR_ALL_TOKENS = 1L << 30;

    private final TokenVerifier verifier;

    private CognitoEe(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    /** Does the whole work for every token, whether seen before or not. */
    static CognitoEe forgetful(Workload workload) throws IOException {
        return new CognitoEe(verifier(workload, 0));
    }

    /** Remembers verified tokens, as many as the benchmarks have. */
    static CognitoEe remembering(Workload workload) throws IOException {
        return new CognitoEe(verifier(workload, ENOUGH_FOR_ALL_TOKENS));
    }

    private static TokenVerifier verifier(Workload workload, long seenTokenBytes) throws IOException {
        return TokenVerifier.overHttp(config(workload), seenTokenBytes, List.of(), VerificationListener.NONE);
    }

    private static VerificationConfig config(Workload workload) throws IOException {
        return new VerificationConfig(
                List.of(new UserPoolConfig(
                        Workload.POOL,
                        new Region("eu-west-1"),
                        Set.of(Workload.CLIENT),
                        Set.of(Workload.ISSUER),
                        new KeyLocation.Published(workload.keysUri()))),
                BearerTokens.ACCESS,
                Set.of(),
                Set.of(),
                "cognito:groups",
                Duration.ofSeconds(30));
    }

    @Override
    public VerifiedJwt verify(String token) {
        return accepted(verifier.verify(token));
    }

    /** The workload's ID token, verified. */
    public static VerifiedJwt idToken() throws IOException {
        CognitoEe verifier = forgetful(Workload.ofSystemProperties());
        return accepted(verifier.verifier.verifyIdToken(Workload.idToken()));
    }

    /** The ID tokens of {@link Workload#prepareIdTokens}, each verified when it is asked for; to be closed. */
    public static Stream<VerifiedJwt> idTokens(Path workload) throws IOException {
        Workload tokens = new Workload(workload);
        TokenVerifier verifier = forgetful(tokens).verifier;
        return tokens.idTokens().map(token -> accepted(verifier.verifyIdToken(token)));
    }

    private static VerifiedJwt accepted(Verification verification) {
        return verification.fold(
                Verification.Accepted::token,
                rejected -> {
                    throw new IllegalStateException("rejected: " + rejected.detail());
                },
                unavailable -> {
                    throw new IllegalStateException("unavailable: " + unavailable.detail());
                });
    }
}
