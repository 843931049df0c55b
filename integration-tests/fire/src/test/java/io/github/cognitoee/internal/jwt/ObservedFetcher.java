package io.github.cognitoee.internal.jwt;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the fetches of another, and those that brought usable keys. */
final class ObservedFetcher implements JwksFetcher {

    private final JwksFetcher fetcher;
    private final Clock clock;
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong good = new AtomicLong();
    private volatile long lastGoodAt;

    ObservedFetcher(JwksFetcher fetcher, Clock clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    @Override
    public Fetched fetch(URI address) throws IOException {
        begun.incrementAndGet();
        Fetched fetched = fetcher.fetch(address);
        KeySet.parse(fetched.json(), null);
        lastGoodAt = clock.millis();
        good.incrementAndGet();
        return fetched;
    }

    long begun() {
        return begun.get();
    }

    long good() {
        return good.get();
    }

    /** When the last keys arrived, a moment before they served. */
    long lastGoodAt() {
        return lastGoodAt;
    }
}
