package io.github.cognitoee.internal.jwt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class MovableClock extends Clock {

    private volatile Instant now;
    private volatile Runnable onNextReading = () -> {};

    public MovableClock(Instant now) {
        this.now = now;
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** Does something between what the reader of the clock did before and does after. */
    void onNextReading(Runnable action) {
        onNextReading = action;
    }

    @Override
    public Instant instant() {
        Runnable action = onNextReading;
        onNextReading = () -> {};
        action.run();
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
