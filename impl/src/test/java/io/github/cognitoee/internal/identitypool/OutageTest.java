package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.jwt.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OutageTest {

    private static final String LEFT_ALONE = "The identity pool failed just now and is left alone shortly";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final Outage outage = new Outage(clock);
    private int calls;

    @Test
    void afterAFailureNobodyAsksForASecond() {
        fail(new CognitoUnavailableException("down", Duration.ofSeconds(2)));
        clock.advance(Duration.ofMillis(400));

        assertThatThrownBy(() -> outage.ask(this::answer))
                .isInstanceOfSatisfying(CognitoUnavailableException.class, told -> assertThat(told.retryAfter())
                        .isEqualTo(Duration.ofMillis(600)))
                .hasMessage(LEFT_ALONE);
        assertThat(calls).isZero();
    }

    @Test
    void thenOneFindsOutForAll() {
        fail(new CognitoUnavailableException("down", Duration.ofSeconds(2)));
        clock.advance(Duration.ofSeconds(1));

        String found = outage.ask(() -> {
            assertThatThrownBy(() -> outage.ask(this::answer)).hasMessage(LEFT_ALONE);
            return answer();
        });

        assertThat(found).isEqualTo("answer 1");
        assertThat(outage.ask(() -> outage.ask(this::answer))).isEqualTo("answer 2");
    }

    @Test
    void whoFindsThatItGoesOnHasItLeftAloneAgain() {
        fail(new CognitoUnavailableException("down", Duration.ofSeconds(2)));
        clock.advance(Duration.ofSeconds(1));
        fail(new CognitoUnavailableException("still down", Duration.ofSeconds(2)));

        assertThatThrownBy(() -> outage.ask(this::answer)).hasMessage(LEFT_ALONE);
    }

    /** Else nobody would ask for as long as the clock was set back. */
    @Test
    void aClockThatIsSetBackProlongsNoPause() {
        fail(new CognitoUnavailableException("down", Duration.ofSeconds(2)));
        clock.advance(Duration.ofHours(-1));

        assertThat(outage.ask(this::answer)).isEqualTo("answer 1");
    }

    @Test
    void aRefusalIsAnAnswer() {
        fail(new IdentityPoolRefusedException(IdentityPoolRefusal.OTHER, "no"));

        assertThat(outage.ask(this::answer)).isEqualTo("answer 1");
    }

    @Test
    void aCrowdAtTheDoorIsNoOutageForThoseWhoAreIn() {
        fail(new CrowdedException("full", Duration.ofSeconds(3)));

        assertThat(outage.ask(this::answer)).isEqualTo("answer 1");
    }

    @Test
    void aProviderThatIsAwayIsNoOutageForCallersOfOthers() {
        fail(new ProviderAwayException("Facebook", Duration.ofSeconds(2)));

        assertThat(outage.ask(this::answer)).isEqualTo("answer 1");
    }

    @Test
    void oneThreadThatIsInterruptedIsNoOutageForOthers() {
        fail(new InterruptedCallException("interrupted"));

        assertThat(outage.ask(this::answer)).isEqualTo("answer 1");
    }

    private void fail(RuntimeException failure) {
        Supplier<String> failing = () -> {
            throw failure;
        };
        assertThatThrownBy(() -> outage.ask(failing)).isSameAs(failure);
    }

    private String answer() {
        calls++;
        return "answer " + calls;
    }
}
