package io.github.cognitoee.internal.jwt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that runs as the system's does, and can be put forward over minutes in which nothing would happen. */
final class SkippingClock extends Clock {

    private final Clock system = Clock.systemUTC();
    private final AtomicLong skippedMillis = new AtomicLong();

    void skip(Duration duration) {
        skippedMillis.addAndGet(duration.toMillis());
    }

    @Override
    public long millis() {
        return system.millis() + skippedMillis.get();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
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
