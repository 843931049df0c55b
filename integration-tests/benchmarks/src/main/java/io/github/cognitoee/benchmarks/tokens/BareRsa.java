package io.github.cognitoee.benchmarks.tokens;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Verifies the signatures of the same tokens, cut and decoded beforehand, and nothing else. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BareRsa {

    @Param
    public Implementation implementation;

    private Provider provider;
    private PublicKey key;
    private Signed[] tokens;

    /** Whose RSA. */
    public enum Implementation {
        JDK,
        ACCP
    }

    private record Signed(byte[] text, byte[] signature) {

        static Signed of(byte[] token) {
            String jws = new String(token, StandardCharsets.ISO_8859_1);
            int dot = jws.lastIndexOf('.');
            return new Signed(
                    jws.substring(0, dot).getBytes(StandardCharsets.ISO_8859_1),
                    Base64.getUrlDecoder().decode(jws.substring(dot + 1)));
        }
    }

    /** A class of its own, since Amazon's is not on every class path. */
    private static final class Accp {

        static Provider provider() {
            AmazonCorrettoCryptoProvider.INSTANCE.assertHealthy();
            return AmazonCorrettoCryptoProvider.INSTANCE;
        }
    }

    @Setup
    public void prepare() throws Exception {
        Workload workload = Workload.ofSystemProperties();
        provider = implementation == Implementation.JDK ? Security.getProvider("SunRsaSign") : Accp.provider();
        key = workload.accessTokenKey();
        tokens = Stream.of(workload.accessTokens(NewToken.DISTINCT))
                .map(Signed::of)
                .toArray(Signed[]::new);
    }

    @Benchmark
    public boolean verify(Tokens next) throws Exception {
        Signed token = tokens[next.next(tokens.length)];
        Signature verifier = Signature.getInstance("SHA256withRSA", provider);
        verifier.initVerify(key);
        verifier.update(token.text());
        if (!verifier.verify(token.signature())) {
            throw new IllegalStateException("a valid signature is refused");
        }
        return true;
    }
}
