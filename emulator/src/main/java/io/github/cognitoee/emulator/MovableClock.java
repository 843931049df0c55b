package io.github.cognitoee.emulator;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that moves when it is told: {@link #startingNow()} stands still in between, {@link #running()} goes on with the
 * system's time. Give it to the emulator and to what is tested alike:
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

    /** No time that a caller gives is further away: dates in tokens and signatures have four digits for the year. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final Clock base;
    private final boolean running;
    private final AtomicReference<Duration> ahead;
    private final ZoneId zone;

    private MovableClock(Clock base, boolean running, AtomicReference<Duration> ahead, ZoneId zone) {
        this.base = base;
        this.running = running;
        this.ahead = ahead;
        this.zone = zone;
    }

    /** Stands at the present, in whole seconds as tokens have them; in UTC. */
    public static MovableClock startingNow() {
        return startingAt(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Stands at this time; in UTC. */
    public static MovableClock startingAt(Instant time) {
        return on(Clock.fixed(Objects.requireNonNull(time, "time"), ZoneOffset.UTC), false);
    }

    /** Shows the present, and goes on from wherever it is moved to; in UTC. */
    public static MovableClock running() {
        return on(Clock.systemUTC(), true);
    }

    private static MovableClock on(Clock base, boolean running) {
        return new MovableClock(base, running, new AtomicReference<>(Duration.ZERO), ZoneOffset.UTC);
    }

    /**
     * Moves on, or back by a negative duration.
     *
     * @throws java.time.DateTimeException if that leads before the year 1970 or behind 9999
     */
    public void advance(Duration duration) {
        ahead.updateAndGet(present -> checked(present.plus(duration)));
    }

    /**
     * Moves to this time.
     *
     * @throws java.time.DateTimeException if it is before the year 1970 or behind 9999
     */
    public void set(Instant time) {
        Objects.requireNonNull(time, "time");
        ahead.updateAndGet(present -> checked(Duration.between(base.instant(), time)));
    }

    private Duration checked(Duration wanted) {
        Instant time = base.instant().plus(wanted);
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
            throw new DateTimeException("found " + time + ", expected a time from 1970 to 9999");
        }
        return wanted;
    }

    /** Shows what it showed at the beginning, or would show by now. */
    void putBack() {
        ahead.set(Duration.ZERO);
    }

    /** Whether it goes on by itself. */
    boolean isRunning() {
        return running;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(base, running, ahead, Objects.requireNonNull(other, "other"));
    }

    @Override
    public String toString() {
        return "MovableClock[" + instant() + "]";
    }
}
