package io.github.cognitoee.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until a test moves it. Give it to the emulator and to what is tested alike:
 *
 * <pre>{@code
 * MovableClock clock = MovableClock.startingNow();
 * CognitoEmulator emulator = CognitoEmulator.builder().clock(clock).start();
 * String token = emulator.tokens().user("alice").accessToken();
 * clock.advance(Duration.ofHours(2)); // the token has expired
 * }</pre>
 *
 * Safe for use by many threads; views in other zones move along.
 */
public final class MovableClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private MovableClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Stands at the present, in whole seconds as tokens have them; in UTC. */
    public static MovableClock startingNow() {
        return startingAt(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Stands at this time; in UTC. */
    public static MovableClock startingAt(Instant time) {
        return new MovableClock(new AtomicReference<>(Objects.requireNonNull(time, "time")), ZoneOffset.UTC);
    }

    /** Moves on, or back by a negative duration. */
    public void advance(Duration duration) {
        now.updateAndGet(time -> time.plus(duration));
    }

    /** Moves to this time. */
    public void set(Instant time) {
        now.set(Objects.requireNonNull(time, "time"));
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(now, Objects.requireNonNull(other, "other"));
    }

    @Override
    public String toString() {
        return "MovableClock[" + instant() + "]";
    }
}
