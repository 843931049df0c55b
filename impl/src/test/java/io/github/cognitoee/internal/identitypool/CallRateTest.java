package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CallRateTest {

    private final List<Duration> waits = new ArrayList<>();
    private long now = 1_000_000;

    private final CallRate tenASecond =
            new CallRate(10, "GetId", "a.setting", () -> now, nanos -> waits.add(Duration.ofNanos(nanos)));

    @Test
    void aFifthOfTheCallsOfASecondPassAtOnce() {
        await(2);

        assertThat(waits).isEmpty();
    }

    @Test
    void furtherCallsWaitTheirTurn() {
        await(5);

        assertThat(waits).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(300));
    }

    @Test
    void whoWouldWaitForMoreThanTwoSecondsIsSentAwayAndTakesNoTurn() {
        await(22);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(tenASecond::await)
                    .isInstanceOfSatisfying(CrowdedException.class, crowded -> assertThat(crowded.retryAfter())
                            .isEqualTo(Duration.ofMillis(2_100)))
                    .hasMessage("No more than 10 calls of GetId are made in a second (a.setting), and others have been"
                            + " waiting for their turn before this one");
        }
        assertThat(waits).hasSize(20).endsWith(Duration.ofSeconds(2));
    }

    @Test
    void theBucketFillsWithTime() {
        await(22);
        now += Duration.ofMillis(2_200).toNanos();
        waits.clear();
        await(2);
        assertThat(waits).isEmpty();

        await(1);
        assertThat(waits).containsExactly(Duration.ofMillis(100));
    }

    @Test
    void aThreadThatIsInterruptedWaitsNoLonger() {
        await(2);
        Thread.currentThread().interrupt();

        assertThatThrownBy(tenASecond::await)
                .isInstanceOf(InterruptedCallException.class)
                .hasMessage("Interrupted while waiting for a turn to call GetId");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void manyThreadsTakeOneTurnEach() throws Exception {
        ConcurrentLinkedQueue<Long> turns = new ConcurrentLinkedQueue<>();
        CallRate many = new CallRate(1_000, "GetId", "a.setting", () -> 0, turns::add);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<?> done : threads.invokeAll(Collections.nCopies(1_200, Executors.callable(many::await)))) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(turns).hasSize(1_000).doesNotHaveDuplicates();
    }

    private void await(int calls) {
        for (int i = 0; i < calls; i++) {
            tenASecond.await();
        }
    }
}
