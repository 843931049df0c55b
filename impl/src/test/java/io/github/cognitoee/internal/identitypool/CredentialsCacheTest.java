package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.internal.identitypool.CredentialsCache.Exchange;
import io.github.cognitoee.internal.jwt.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

@Timeout(60)
class CredentialsCacheTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final AtomicInteger exchanges = new AtomicInteger();
    private final AtomicInteger serials = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({"PT1H, 0, PT55M", "PT1H, 0.5, PT52M30S", "PT15M, 0, PT11M15S", "PT15M, 0.8, PT8M15S"})
    void theLotDecidesWhenCredentialsAreRenewed(Duration life, double lot, Duration renewedAfter) {
        CredentialsCache<String> cache = new CredentialsCache<>(10, clock, () -> lot);
        get(cache, issuing(life));

        clock.advance(renewedAfter.minusMillis(1));
        get(cache, issuing(life));
        assertThat(exchanges).hasValue(1);

        clock.advance(Duration.ofMillis(1));
        get(cache, issuing(life));
        assertThat(exchanges).hasValue(2);
    }

    @Test
    void credentialsThatExpiredAtTheirIssueServeNobodyTwice() {
        CredentialsCache<String> cache = new CredentialsCache<>(10, clock);
        get(cache, issuing(Duration.ofSeconds(-1)));
        get(cache, issuing(Duration.ofSeconds(-1)));

        assertThat(exchanges).hasValue(2);
    }

    @Test
    void credentialsServeNobodyInTheirLastHalfMinute() {
        CredentialsCache<String> cache = new CredentialsCache<>(10, clock, () -> 0);
        IssuedCredentials first = get(cache, issuing(Duration.ofSeconds(40)));

        clock.advance(Duration.ofSeconds(10).minusMillis(1));
        assertThat(cache.find("alice")).contains(first);
        clock.advance(Duration.ofMillis(1));
        assertThat(cache.find("alice")).isEmpty();
    }

    @Test
    void whatCouldNotBeRenewedIsAskedForAgainASecondLater() {
        CredentialsCache<String> cache = new CredentialsCache<>(10, clock);
        IssuedCredentials old = credentials(Duration.ofMinutes(1));
        assertThat(get(cache, unavailable(old))).isSameAs(old);

        clock.advance(Duration.ofSeconds(1).minusMillis(1));
        assertThat(get(cache, unavailable(old))).isSameAs(old);
        assertThat(exchanges).hasValue(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(get(cache, issuing(Duration.ofHours(1)))).isNotSameAs(old);
    }

    @Test
    void whatCouldNotBeRenewedServesNobodyInItsLastHalfMinute() {
        CredentialsCache<String> cache = new CredentialsCache<>(10, clock);
        IssuedCredentials old = credentials(Duration.ofSeconds(30).plusMillis(500));
        assertThat(get(cache, unavailable(old))).isSameAs(old);

        clock.advance(Duration.ofMillis(500));

        assertThat(cache.find("alice")).isEmpty();
        assertThatThrownBy(() -> get(cache, unavailable(old))).hasMessage("down");
        assertThat(getAsync(cache, unavailable(old))).isCompletedExceptionally();
    }

    @Test
    void whoWaitedForAnExchangeThatFailsIsGivenWhatStillServesToo() throws Exception {
        CredentialsCache<String> cache = new CredentialsCache<>(10, clock);
        IssuedCredentials old = credentials(Duration.ofMinutes(1));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        CompletableFuture<IssuedCredentials> first =
                CompletableFuture.supplyAsync(() -> get(cache, unavailable(old, () -> {
                    begun.countDown();
                    awaited(gate);
                })));
        awaited(begun);

        CompletableFuture<IssuedCredentials> second = getAsync(cache, issuing(Duration.ofHours(1)));
        gate.countDown();

        assertThat(first.get()).isSameAs(old);
        assertThat(second.get()).isSameAs(old);
        assertThat(exchanges).hasValue(1);
    }

    @Test
    void nobodyIsToldOfCredentialsThatCouldNotBeRenewed() {
        CredentialsCache<String> cache = new CredentialsCache<>(10, clock);
        List<IssuedCredentials> told = new ArrayList<>();

        cache.get("alice", unavailable(credentials(Duration.ofMinutes(1))), told::add);

        assertThat(told).isEmpty();
    }

    @Test
    void whatIsMovedIsDueWhenItWas() {
        CredentialsCache<String> cache = new CredentialsCache<>(10, clock, () -> 0);
        IssuedCredentials issued = get(cache, issuing(Duration.ofHours(1)));
        clock.advance(Duration.ofMinutes(54));

        assertThat(cache.move("alice", "alicia")).isTrue();

        assertThat(cache.find("alice")).isEmpty();
        assertThat(cache.find("alicia")).contains(issued);
        clock.advance(Duration.ofMinutes(1));
        assertThat(cache.find("alicia")).isEmpty();
        assertThat(cache.has("alicia")).isTrue();
        assertThat(cache.move("bob", "bobby")).isFalse();
    }

    @Test
    void anAsynchronousCallerDoesNotWaitForAnotherThreadsExchange() throws Exception {
        CredentialsCache<String> cache = new CredentialsCache<>(10, clock);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        CompletableFuture<IssuedCredentials> first = CompletableFuture.supplyAsync(() -> get(cache, () -> {
            begun.countDown();
            awaited(gate);
            return issuing(Duration.ofHours(1)).issue();
        }));
        awaited(begun);

        CompletableFuture<IssuedCredentials> second = getAsync(cache, issuing(Duration.ofHours(1)));

        assertThat(second).isNotDone();
        gate.countDown();
        assertThat(second.get()).isSameAs(first.get());
        assertThat(exchanges).hasValue(1);
    }

    @Test
    void whatAnAsynchronousCallerIsIssuedInSteadOfAnInterruptedThreadIsToldOf() throws Exception {
        CredentialsCache<String> cache = new CredentialsCache<>(10, clock);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        CompletableFuture<IssuedCredentials> first = CompletableFuture.supplyAsync(() -> get(cache, () -> {
            begun.countDown();
            awaited(gate);
            throw new InterruptedCallException("interrupted");
        }));
        awaited(begun);
        List<IssuedCredentials> told = new CopyOnWriteArrayList<>();
        CompletableFuture<IssuedCredentials> second = cache.getAsync("alice", issuing(Duration.ofHours(1)), told::add);
        gate.countDown();

        IssuedCredentials issued = second.get();
        assertThat(told).containsExactly(issued);
        assertThat(cache.find("alice")).contains(issued);
        assertThatThrownBy(first::get).hasMessageContaining("interrupted");
    }

    @Test
    void anAsynchronousCallerIsToldOfFailuresByTheFutureAlone() {
        CredentialsCache<String> cache = new CredentialsCache<>(10, clock);

        assertThat(getAsync(cache, failing(away())))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableOfType(ExecutionException.class)
                .withMessageContaining("down");
        assertThat(getAsync(cache, failing(new IllegalStateException("undeployed"))))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableOfType(ExecutionException.class)
                .withMessageContaining("undeployed");
    }

    @Test
    void whoIsToldOfAnExchangeMayAskForTheSameCredentials() {
        CredentialsCache<String> cache = new CredentialsCache<>(10, clock);
        List<IssuedCredentials> told = new ArrayList<>();

        IssuedCredentials issued = cache.get(
                "alice",
                issuing(Duration.ofHours(1)),
                fresh -> told.add(cache.get("alice", issuing(Duration.ofHours(1)), told::add)));

        assertThat(told).containsExactly(issued);
        assertThat(exchanges).hasValue(1);
    }

    @Test
    void nobodyIsToldOfCredentialsThatWereThere() {
        CredentialsCache<String> cache = new CredentialsCache<>(10, clock);
        List<IssuedCredentials> told = new ArrayList<>();
        get(cache, issuing(Duration.ofHours(1)));

        cache.get("alice", issuing(Duration.ofHours(1)), told::add);
        cache.getAsync("alice", issuing(Duration.ofHours(1)), told::add);

        assertThat(told).isEmpty();
    }

    @Test
    void anExchangeThatAsksForWhatItIsToIssueFailsAtOnce() {
        CredentialsCache<String> cache = new CredentialsCache<>(10, clock);

        assertThatThrownBy(() -> get(cache, () -> get(cache, issuing(Duration.ofHours(1)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("credentials were asked for by what takes part in issuing them");
    }

    private static IssuedCredentials get(CredentialsCache<String> cache, Exchange exchange) {
        return cache.get("alice", exchange, issued -> {});
    }

    private static CompletableFuture<IssuedCredentials> getAsync(CredentialsCache<String> cache, Exchange exchange) {
        return cache.getAsync("alice", exchange, issued -> {});
    }

    private Exchange issuing(Duration life) {
        return () -> {
            exchanges.incrementAndGet();
            return credentials(life);
        };
    }

    private IssuedCredentials credentials(Duration life) {
        int serial = serials.incrementAndGet();
        return new IssuedCredentials(
                "identity",
                AwsSessionCredentials.create("AKID-" + serial, "secret-" + serial, "session-" + serial),
                clock.instant().plus(life));
    }

    private static Exchange failing(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }

    /** Nobody can be given new ones, and these are known elsewhere. */
    private Exchange unavailable(IssuedCredentials usable) {
        return unavailable(usable, () -> {});
    }

    private Exchange unavailable(IssuedCredentials usable, Runnable meanwhile) {
        return new Exchange() {

            @Override
            public IssuedCredentials issue() {
                exchanges.incrementAndGet();
                meanwhile.run();
                throw away();
            }

            @Override
            public Optional<IssuedCredentials> usable() {
                return Optional.of(usable);
            }
        };
    }

    private static CognitoUnavailableException away() {
        return new CognitoUnavailableException("down", Duration.ofSeconds(2));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
