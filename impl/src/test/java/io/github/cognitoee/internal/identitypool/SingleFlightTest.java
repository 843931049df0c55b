package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SingleFlightTest {

    private final SingleFlight<String, String> flights = new SingleFlight<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Semaphore gate = new Semaphore(0);

    @Test
    void whoComesMeanwhileIsGivenTheSameAnswer() throws Exception {
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> flights.ask("a", this::slowly));
        begun.await();
        CompletableFuture<Void> second =
                waiting(() -> assertThat(flights.ask("a", () -> "another")).isEqualTo("slow"));
        gate.release();

        second.get();
        assertThat(first.get()).isEqualTo("slow");
    }

    @Test
    void whoHasSomethingThatServesDoesNotWait() throws Exception {
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> flights.ask("a", this::slowly));
        begun.await();

        assertThat(flights.ask("a", () -> "another", "old")).isEqualTo("old");
        gate.release();
        assertThat(first.get()).isEqualTo("slow");
    }

    @Test
    void aFailureIsEverybodys() throws Exception {
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> flights.ask("a", () -> {
            slowly();
            throw new CognitoUnavailableException("down", Duration.ofSeconds(1));
        }));
        begun.await();
        CompletableFuture<Void> second = waiting(() -> assertThatThrownBy(() -> flights.ask("a", () -> "another"))
                .isInstanceOf(CognitoUnavailableException.class)
                .hasMessage("down"));
        gate.release();

        second.get();
        assertThatThrownBy(first::get).isInstanceOf(ExecutionException.class).hasMessageContaining("down");
    }

    @Test
    void anInterruptionIsOnlyThatOfTheThreadThatAsked() throws Exception {
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> flights.ask("a", () -> {
            slowly();
            throw new InterruptedCallException("interrupted");
        }));
        begun.await();
        CompletableFuture<Void> second =
                waiting(() -> assertThat(flights.ask("a", () -> "another")).isEqualTo("another"));
        gate.release();

        second.get();
        assertThatThrownBy(first::get).hasMessageContaining("interrupted");
    }

    @Test
    void whoDoesNotWaitIsLedAnewByOneOtherThreadWhereTheOneThatAskedWasInterrupted() throws Exception {
        AtomicReference<Thread> interrupted = new AtomicReference<>();
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> flights.ask("a", () -> {
            interrupted.set(Thread.currentThread());
            slowly();
            throw new InterruptedCallException("interrupted");
        }));
        begun.await();
        Semaphore anew = new Semaphore(0);
        List<Thread> asking = new CopyOnWriteArrayList<>();
        List<CompletableFuture<String>> others = IntStream.range(0, 10)
                .mapToObj(i -> flights.askAsync("a", () -> {
                    asking.add(Thread.currentThread());
                    anew.acquireUninterruptibly();
                    return "another";
                }))
                .toList();
        gate.release();
        assertThatThrownBy(first::get).hasMessageContaining("interrupted");
        anew.release();

        for (CompletableFuture<String> other : others) {
            assertThat(other.get()).isEqualTo("another");
        }
        assertThat(asking)
                .singleElement()
                .isNotSameAs(interrupted.get())
                .isNotSameAs(Thread.currentThread())
                .satisfies(thread -> assertThat(thread.isDaemon()).isTrue());
    }

    @Test
    void anyOtherFailureIsAlsoTheirsWhoDoNotWait() throws Exception {
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> flights.ask("a", () -> {
            slowly();
            throw new CognitoUnavailableException("down", Duration.ofSeconds(1));
        }));
        begun.await();
        CompletableFuture<String> second = flights.askAsync("a", () -> "another");
        gate.release();

        assertThatThrownBy(second::get).hasCauseInstanceOf(CognitoUnavailableException.class);
        assertThatThrownBy(first::get).hasMessageContaining("down");
    }

    @Test
    void aQuestionThatAsksForItsOwnAnswerFailsAtOnce() {
        assertThatThrownBy(() -> flights.ask("a", () -> flights.ask("a", () -> "never")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("credentials were asked for by what takes part in issuing them");
        assertThat(flights.ask("a", () -> flights.askAsync("a", () -> "never").isCompletedExceptionally() + ""))
                .isEqualTo("true");
        assertThat(flights.ask("a", () -> "later")).isEqualTo("later");
    }

    private String slowly() {
        begun.countDown();
        gate.acquireUninterruptibly();
        return "slow";
    }

    /** Does this on another thread, and returns when that is waiting for somebody. */
    private static CompletableFuture<Void> waiting(Runnable doing) throws InterruptedException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                doing.run();
                done.complete(null);
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
            Thread.sleep(5);
        }
        return done;
    }
}
