package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.benchmarks.tokens.CognitoEe;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * {@code resolveCredentials()} of what {@code @CognitoCredentials} injects, with the caller at hand and the credentials in
 * the cache, in an application without guests. In this package since applications have no other way to it than injection.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WarmResolve {

    private AwsCredentialsProvider provider;

    @Setup
    public void exchangeOnce() throws Exception {
        VerifiedJwt token = CognitoEe.idToken();
        IdToken idToken = new IdToken(token);
        CognitoCallerPrincipal alice = new CognitoCallerPrincipal("alice", token, token.groups(), () -> idToken);
        IdentityPoolConfig config = IdentityPoolConfig.of(
                        "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001", new Region("eu-west-1"))
                .build();
        CurrentCaller atHand = new AtHand(alice);
        ConnectedPool connected = ConnectedPool.of(
                new OneIdentity(),
                whose -> "",
                config,
                Applicants.byIdToken(config),
                atHand,
                Clock.systemUTC(),
                CredentialsListener.NONE,
                SharedCredentials.NONE);
        connected.guests().expectNobody();
        provider = new CallerCredentialsProvider(
                new CallerCredentials(atHand, Optional.of(connected), Clock.systemUTC()), Optional.empty());
        provider.resolveCredentials();
    }

    @Benchmark
    public AwsCredentials resolve() {
        return provider.resolveCredentials();
    }

    private static final class AtHand extends CurrentCaller {

        private final CognitoCallerPrincipal caller;

        AtHand(CognitoCallerPrincipal caller) {
            this.caller = caller;
        }

        @Override
        public Optional<CognitoCallerPrincipal> find() {
            return Optional.of(caller);
        }

        /** No request of a container. */
        @Override
        public Optional<ServedRequest> request() {
            return Optional.empty();
        }
    }

    private static final class OneIdentity implements IdentityPool {

        @Override
        public String identityId(Applicant applicant) {
            return "eu-west-1:2f0a6e2c-0000-4000-8000-000000000002";
        }

        @Override
        public IssuedCredentials credentials(String identityId, Applicant applicant, Optional<String> requestedRole) {
            Instant expiry = Instant.now().plus(Duration.ofHours(1));
            return new IssuedCredentials(
                    identityId, AwsSessionCredentials.create("ASIAEXAMPLE", "secret", "session"), expiry);
        }
    }
}
