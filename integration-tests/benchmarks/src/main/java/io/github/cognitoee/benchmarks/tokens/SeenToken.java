package io.github.cognitoee.benchmarks.tokens;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Verifies tokens again that were all verified once before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SeenToken {

    @Param
    public Contender contender;

    @Param("1")
    public int distinct;

    private byte[][] tokens;
    private Verifier verifier;

    /** Who verifies. */
    public enum Contender {
        COGNITO_EE,
        SMALLRYE_JWT;

        Verifier with(Workload workload) throws Exception {
            return switch (this) {
                case COGNITO_EE -> CognitoEe.remembering(workload);
                case SMALLRYE_JWT -> Peers.smallRyeJwt(workload);
            };
        }
    }

    @Setup
    public void verifyEachOnce() throws Exception {
        Workload workload = Workload.ofSystemProperties();
        tokens = workload.accessTokens(distinct);
        verifier = contender.with(workload);
        for (byte[] token : tokens) {
            verifier.verify(new String(token, StandardCharsets.ISO_8859_1));
        }
    }

    @Benchmark
    public Object verify(Tokens next) throws Exception {
        return verifier.verify(next.next(tokens));
    }
}
