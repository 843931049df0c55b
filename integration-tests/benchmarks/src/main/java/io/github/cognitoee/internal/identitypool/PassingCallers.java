package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.benchmarks.tokens.CognitoEe;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Lets callers pass through, each of whom is given credentials once, and prints what the heap holds of them, in lines of
 * name, figure and unit with tabs between. A process of its own, so that nothing else is in its heap.
 */
final class PassingCallers {

    /** As long as those that STS issues. */
    private static final int SESSION_TOKEN_LENGTH = 1_400;

    private PassingCallers() {}

    /** @param args directory of the ID tokens, how many callers are kept; the file has twice as many */
    public static void main(String[] args) throws Exception {
        int kept = Integer.parseInt(args[1]);
        IdentityPoolConfig config = IdentityPoolConfig.of(
                        "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001", new Region("eu-west-1"))
                .newIdentitiesPerSecond(1_000_000)
                .build();
        PoolOfCallers pool = new PoolOfCallers(new InMemory(), config);
        try (Stream<VerifiedJwt> tokens = CognitoEe.idTokens(Path.of(args[0]))) {
            Iterator<VerifiedJwt> arriving = tokens.iterator();
            pool.resolve(PoolOfCallers.caller(arriving.next())); // classes are loaded before the heap is looked at
            long before = heldBytes();
            pass(pool, arriving, kept - 1);
            long full = heldBytes();
            print("bytes held for each of " + kept + " callers", (double) (full - before) / (kept - 1), "bytes");
            pass(pool, arriving, kept);
            print("MiB held after " + kept + " callers", full / (double) (1 << 20), "MiB");
            print("MiB held after " + 2 * kept + " callers", heldBytes() / (double) (1 << 20), "MiB");
        }
    }

    private static void pass(PoolOfCallers pool, Iterator<VerifiedJwt> arriving, int callers) {
        for (int i = 0; i < callers; i++) {
            pool.resolve(PoolOfCallers.caller(arriving.next()));
        }
    }

    private static long heldBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void print(String what, double figure, String unit) {
        System.out.println(what + "\t" + figure + "\t" + unit);
    }

    /** Answers as AWS does, in strings of its own for everybody. */
    private static final class InMemory implements IdentityPool {

        @Override
        public String identityId(Applicant applicant) {
            return "eu-west-1:" + UUID.randomUUID();
        }

        @Override
        public IssuedCredentials credentials(String identityId, Applicant applicant, Optional<String> requestedRole) {
            String unique = UUID.randomUUID().toString();
            Instant expiry = Instant.now().plus(Duration.ofHours(1));
            AwsSessionCredentials credentials = AwsSessionCredentials.builder()
                    .accessKeyId("ASIA" + unique.substring(0, 16))
                    .secretAccessKey(unique + "abcd")
                    .sessionToken(unique.repeat(SESSION_TOKEN_LENGTH / unique.length() + 1))
                    .expirationTime(expiry)
                    .build();
            return new IssuedCredentials(identityId, credentials, expiry);
        }
    }
}
