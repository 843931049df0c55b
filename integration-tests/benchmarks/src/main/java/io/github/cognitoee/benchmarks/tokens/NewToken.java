package io.github.cognitoee.benchmarks.tokens;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Verifies tokens that nobody remembers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NewToken {

    static final int DISTINCT = 2_000;

    @Param
    public Contender contender;

    private byte[][] tokens;
    private Verifier verifier;

    /** Who verifies. */
    public enum Contender {
        COGNITO_EE,
        SMALLRYE_JWT,
        NIMBUS,
        JOSE4J,
        JAVA_JWT,
        SPRING;

        Verifier with(Workload workload) throws Exception {
            return switch (this) {
                case COGNITO_EE -> CognitoEe.forgetful(workload);
                case SMALLRYE_JWT -> Peers.smallRyeJwt(workload);
                case NIMBUS -> Peers.nimbus(workload);
                case JOSE4J -> Peers.jose4j(workload);
                case JAVA_JWT -> Peers.javaJwt(workload);
                case SPRING -> Peers.spring(workload);
            };
        }
    }

    @Setup
    public void prepare() throws Exception {
        Workload workload = Workload.ofSystemProperties();
        tokens = workload.accessTokens(DISTINCT);
        verifier = contender.with(workload);
    }

    @Benchmark
    public Object verify(Tokens next) throws Exception {
        return verifier.verify(next.next(tokens));
    }
}
