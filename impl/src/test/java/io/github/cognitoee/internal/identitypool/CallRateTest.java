package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallRateTest {

    private final List<Duration> waits = new ArrayList<>();
    private long now = 1_000_000;

    private final CallRate tenASecond = new CallRate(10, () -> now, nanos -> waits.add(Duration.ofNanos(nanos)));

    @Test
    void theCallsOfOneSecondPassAtOnce() {
        await(10);

        assertThat(waits).isEmpty();
    }

    @Test
    void furtherCallsWaitTheirTurn() {
        await(13);

        assertThat(waits).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(300));
    }

    @Test
    void whoWouldWaitForMoreThanTwoSecondsIsSentAwayAndTakesNoTurn() {
        await(30);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(tenASecond::await)
                    .isInstanceOfSatisfying(CrowdedException.class, crowded -> assertThat(crowded.retryAfter())
                            .isEqualTo(Duration.ofMillis(2_100)))
                    .hasMessage("More than 10 callers a second are new to the identity pool"
                            + " (cognito.identity-pool.new-identities-per-second), and others have been"
                            + " waiting for their turn before this one");
        }
        assertThat(waits).hasSize(20).endsWith(Duration.ofSeconds(2));
    }

    @Test
    void theBucketFillsWithTime() {
        await(30);
        now += Duration.ofMillis(2_500).toNanos();
        waits.clear();
        await(5);
        assertThat(waits).isEmpty();

        await(1);
        assertThat(waits).containsExactly(Duration.ofMillis(100));
    }

    @Test
    void aThreadThatIsInterruptedWaitsNoLonger() {
        await(10);
        Thread.currentThread().interrupt();

        assertThatThrownBy(tenASecond::await)
                .isInstanceOf(CrowdedException.class)
                .hasMessage("Interrupted while waiting for a turn to call GetId");
        assertThat(Thread.interrupted()).isTrue();
    }

    private void await(int calls) {
        for (int i = 0; i < calls; i++) {
            tenASecond.await();
        }
    }
}
