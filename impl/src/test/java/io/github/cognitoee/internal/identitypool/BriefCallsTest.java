package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.LogLines;
import io.github.cognitoee.internal.jwt.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BriefCallsTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final LogLines log = LogLines.of(BriefCalls.class);
    private final BriefCalls patient = new BriefCalls("test cache", clock, Duration.ofSeconds(30));
    private final BriefCalls hasty = new BriefCalls("test cache", clock, Duration.ofMillis(500));
    private final BriefCalls hastiest = new BriefCalls("test cache", clock, Duration.ofMillis(1));

    @BeforeEach
    void readTheLog() {
        log.start();
    }

    @AfterEach
    void letGo() {
        gate.countDown();
        patient.close(() -> {});
        hasty.close(() -> {});
        hastiest.close(() -> {});
        log.stop();
    }

    @Test
    void anAnswerIsPassedOn() {
        assertThat(patient.ask(() -> Optional.of("there"))).contains("there");
        assertThat(patient.ask(Optional::empty)).isEmpty();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void whatFailsIsLeftAloneForAWhileAndThenTriedAgain() {
        assertThat(patient.ask(failing(new IllegalStateException("closed")))).isEmpty();

        clock.advance(BriefCalls.PAUSE.minusMillis(1));
        assertThat(patient.ask(counted())).isEmpty();
        assertThat(calls).hasValue(0);

        clock.advance(Duration.ofMillis(1));
        assertThat(patient.ask(counted())).contains(1);
        assertThat(patient.ask(counted())).contains(2);
        assertThat(log.lines())
                .containsExactly(
                        "COG-0080: the test cache is left alone for 5 s after failure 1:"
                                + " java.lang.IllegalStateException: closed",
                        "the test cache answers again");
    }

    /** Classes that are missing are errors, no exceptions. */
    @Test
    void anErrorIsAFailureToo() {
        assertThat(patient.ask(() -> {
                    throw new NoClassDefFoundError("javax/cache/Caching");
                }))
                .isEmpty();

        assertThat(patient.ask(counted())).isEmpty();
    }

    @Test
    void whatHangsIsNotWaitedFor() {
        assertThat(hasty.ask(hanging())).isEmpty();

        assertThat(hasty.ask(counted())).isEmpty();
        assertThat(log.lines())
                .containsExactly(
                        "COG-0080: the test cache is left alone for 5 s after failure 1: no answer within 500 ms");
    }

    @Test
    void aSingleCallTriesWhatHasFailed() {
        patient.ask(failing(new IllegalStateException("closed")));
        clock.advance(BriefCalls.PAUSE);

        assertThat(patient.ask(() -> {
                    assertThat(patient.ask(counted())).isEmpty(); // while the first is under way
                    return Optional.of("there");
                }))
                .contains("there");
        assertThat(calls).hasValue(0);
    }

    /** Else it would be left alone for as long as the clock was set back. */
    @Test
    void aClockThatIsSetBackLeavesNothingAlone() {
        patient.ask(failing(new IllegalStateException("closed")));
        clock.advance(Duration.ofHours(-1));

        assertThat(patient.ask(counted())).contains(1);
    }

    @Test
    void whatWaitsForAThreadUntilItsTimeIsOverIsNotDoneAndNoFailure() throws Exception {
        List<CompletableFuture<Optional<Integer>>> underWay = takeAllThreads();

        assertThat(patient.ask(Duration.ofMillis(20), counted())).isEmpty();

        gate.countDown();
        for (CompletableFuture<Optional<Integer>> call : underWay) {
            call.get();
        }
        assertThat(patient.ask(counted())).contains(1);
        assertThat(log.lines()).containsExactly("the test cache is not asked: many calls are under way");
    }

    @Test
    void whatWaitedForAThreadForMostOfItsTimeIsNoFailure() throws Exception {
        takeAllThreads();
        CompletableFuture<Void> release = CompletableFuture.runAsync(
                gate::countDown, CompletableFuture.delayedExecutor(1_500, TimeUnit.MILLISECONDS));
        CountDownLatch never = new CountDownLatch(1);

        assertThat(patient.ask(Duration.ofSeconds(2), waiting(never))).isEmpty();

        release.get();
        assertThat(patient.ask(counted())).contains(1);
        assertThat(log.lines()).containsExactly("the test cache is not asked: many calls are under way");
        never.countDown();
    }

    private List<CompletableFuture<Optional<Integer>>> takeAllThreads() throws Exception {
        CountDownLatch taken = new CountDownLatch(8);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Optional<Integer>>> underWay = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> patient.ask(() -> {
                                taken.countDown();
                                return waiting(gate).get();
                            }),
                            callers))
                    .toList();
            taken.await();
            return underWay;
        } finally {
            callers.shutdown();
        }
    }

    @Test
    void whoIsBusyHasNotFailed() {
        assertThat(patient.ask(failing(new BriefCalls.BusyException("later")))).isEmpty();

        assertThat(patient.ask(counted())).contains(1);
        assertThat(log.lines()).containsExactly("the test cache is not asked: later");
    }

    /** Engines with files may lose them by that. */
    @Test
    void aCallThatHangsIsNotInterruptedByTheEnd() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        hasty.ask(() -> {
            try {
                gate.await();
                interrupted.complete(false);
            } catch (InterruptedException e) {
                interrupted.complete(true);
            }
            return Optional.empty();
        });

        hasty.close(() -> {});
        gate.countDown();

        assertThat(interrupted.get()).isFalse();
    }

    @Test
    void whatFailsAgainIsLeftAloneAgain() {
        patient.ask(failing(new IllegalStateException("closed")));
        clock.advance(BriefCalls.PAUSE);
        patient.ask(failing(new IllegalStateException("closed still")));

        assertThat(patient.ask(counted())).isEmpty();
    }

    @Test
    void failuresAreLoggedEachTimeThereAreTwiceAsMany() {
        for (int i = 0; i < 9; i++) {
            patient.ask(failing(new IllegalStateException("closed")));
            clock.advance(BriefCalls.PAUSE);
        }

        assertThat(log.lines()).hasSize(4).last().asString().contains("after failure 8:");
    }

    /** All threads are taken then, and no more are made. */
    @Test
    void callsThatHangTakeNoMoreThreadsThanThereAre() {
        for (int i = 0; i < 300; i++) {
            hastiest.ask(hanging());
            clock.advance(BriefCalls.PAUSE);
        }

        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("cognito-ee-test-cache")))
                .hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void anInterruptedCallerGoesOnInterrupted() {
        Thread.currentThread().interrupt();

        assertThat(patient.ask(hanging())).isEmpty();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(patient.ask(counted())).contains(1); // nothing has failed
    }

    @Test
    void whatIsClosedIsNotAsked() {
        patient.close(() -> {});

        assertThat(patient.ask(counted())).isEmpty();
        assertThat(calls).hasValue(0);
    }

    @Test
    void theLastCallIsMadeThoughOthersFailed() {
        patient.ask(failing(new IllegalStateException("closed")));

        patient.close(calls::incrementAndGet);

        assertThat(calls).hasValue(1);
    }

    @Test
    void aLastCallThatFailsIsNoConcernOfWhoCloses() {
        patient.close(() -> {
            throw new IllegalStateException("gone");
        });

        assertThat(patient.ask(counted())).isEmpty();
    }

    private Supplier<Optional<Integer>> counted() {
        return () -> Optional.of(calls.incrementAndGet());
    }

    private static Supplier<Optional<Integer>> failing(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }

    private Supplier<Optional<Integer>> hanging() {
        return waiting(gate);
    }

    private static Supplier<Optional<Integer>> waiting(CountDownLatch latch) {
        return () -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
            return Optional.empty();
        };
    }
}
