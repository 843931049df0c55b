package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MovableClockTest {

    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private final MovableClock clock = MovableClock.startingAt(START);

    @Test
    void itMovesOnAndBackOnlyWhenTold() {
        assertThat(clock.instant()).isEqualTo(START);
        clock.advance(Duration.ofHours(2));
        assertThat(clock.instant()).isEqualTo("2030-01-01T02:00:00Z");
        clock.advance(Duration.ofHours(-3));
        assertThat(clock.instant()).isEqualTo("2029-12-31T23:00:00Z");
        clock.set(START);
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void itStartsInWholeSeconds() {
        assertThat(MovableClock.startingNow().instant().getNano()).isZero();
    }

    @Test
    void aViewInAnotherZoneMovesAlong() {
        ZoneId zone = ZoneId.of("Europe/Zurich");
        Clock view = clock.withZone(zone);
        clock.advance(Duration.ofDays(1));

        assertThat(view.instant()).isEqualTo("2030-01-02T00:00:00Z");
        assertThat(view.getZone()).isEqualTo(zone);
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void aRunningOneGoesOnFromWhereItWasMoved() {
        MovableClock running = MovableClock.running();
        Instant before = Instant.now();
        running.advance(Duration.ofDays(1));

        assertThat(running.instant()).isAfterOrEqualTo(before.plus(Duration.ofDays(1)));
        running.set(START);
        assertThat(running.instant()).isAfterOrEqualTo(START);
        Instant seen = running.instant();
        while (!running.instant().isAfter(seen)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void timesThatNoTokenCanHaveAreRefused() {
        assertThatThrownBy(() -> clock.set(Instant.parse("1969-12-31T23:59:59Z")))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("found 1969-12-31T23:59:59Z, expected a time from 1970 to 9999");
        assertThatThrownBy(() -> clock.advance(Duration.ofDays(4_000_000))).isInstanceOf(DateTimeException.class);
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void theEmulatorGoesByIt() {
        try (CognitoEmulator emulator = CognitoEmulator.builder().clock(clock).start()) {
            clock.set(Instant.ofEpochSecond(1_000_000_000));

            assertThat(TokenText.of(emulator.tokens().user("alice").accessToken())
                            .payload())
                    .contains("\"iat\":1000000000");
        }
    }
}
