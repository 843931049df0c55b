package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.internal.jwt.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

@Timeout(60)
class CredentialsCacheTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final AtomicInteger exchanges = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({"PT1H, 0, PT55M", "PT1H, 0.5, PT52M30S", "PT15M, 0, PT11M15S", "PT15M, 0.8, PT8M15S"})
    void theLotDecidesWhenCredentialsAreRenewed(Duration life, double lot, Duration renewedAfter) {
        CredentialsCache<String> cache = new CredentialsCache<>(clock, () -> lot, key -> Optional.empty());
        cache.get("alice", issuing(life));

        clock.advance(renewedAfter.minusMillis(1));
        cache.get("alice", issuing(life));
        assertThat(exchanges).hasValue(1);

        clock.advance(Duration.ofMillis(1));
        cache.get("alice", issuing(life));
        assertThat(exchanges).hasValue(2);
    }

    @Test
    void credentialsThatExpiredAtTheirIssueServeNobodyTwice() {
        CredentialsCache<String> cache = new CredentialsCache<>(clock);
        cache.get("alice", issuing(Duration.ofSeconds(-1)));
        cache.get("alice", issuing(Duration.ofSeconds(-1)));

        assertThat(exchanges).hasValue(2);
    }

    @Test
    void anAsynchronousCallerDoesNotWaitForAnotherThreadsExchange() throws Exception {
        CredentialsCache<String> cache = new CredentialsCache<>(clock);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        CompletableFuture<IssuedCredentials> first = CompletableFuture.supplyAsync(() -> cache.get("alice", () -> {
            begun.countDown();
            awaited(gate);
            return issuing(Duration.ofHours(1)).get();
        }));
        awaited(begun);

        CompletableFuture<IssuedCredentials> second = cache.getAsync("alice", issuing(Duration.ofHours(1)));

        assertThat(second).isNotDone();
        gate.countDown();
        assertThat(second.get()).isSameAs(first.get());
        assertThat(exchanges).hasValue(1);
    }

    @Test
    void anAsynchronousCallerIsToldOfFailuresByTheFutureAlone() {
        CredentialsCache<String> cache = new CredentialsCache<>(clock);

        assertThat(cache.getAsync("alice", failing(new CognitoUnavailableException("down", Duration.ofSeconds(2)))))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableOfType(ExecutionException.class)
                .withMessageContaining("down");
        assertThat(cache.getAsync("alice", issuing(Duration.ofHours(1))))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableOfType(ExecutionException.class)
                .withMessageContaining("The identity pool failed just now and is left alone shortly");
    }

    @Test
    void aCrowdAtTheDoorIsNoOutageForThoseWhoAreIn() {
        CredentialsCache<String> cache = new CredentialsCache<>(clock);
        assertThat(cache.getAsync("bob", failing(new CrowdedException("full", Duration.ofSeconds(3)))))
                .isCompletedExceptionally();

        assertThat(cache.getAsync("alice", issuing(Duration.ofHours(1)))).isCompleted();
    }

    private Supplier<IssuedCredentials> issuing(Duration life) {
        return () -> {
            String serial = "-" + exchanges.incrementAndGet();
            return new IssuedCredentials(
                    "identity",
                    AwsSessionCredentials.create("AKID" + serial, "secret" + serial, "session" + serial),
                    clock.instant().plus(life));
        };
    }

    private static Supplier<IssuedCredentials> failing(CognitoException failure) {
        return () -> {
            throw failure;
        };
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
