package io.github.cognitoee.internal.jwt;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Publishes whatever key set the test puts into it. */
final class FakeFetcher implements JwksFetcher {

    private final AtomicInteger fetches = new AtomicInteger();
    private volatile boolean closed;
    private volatile JwksFetcher answer = address -> {
        throw new IOException("nothing published");
    };

    void publish(String... kids) {
        publish(null, kids);
    }

    void publish(Duration maxAge, String... kids) {
        Fetched fetched = new Fetched(TestKeys.keySet(kids), maxAge);
        answer = address -> fetched;
    }

    void fail(String message) {
        answer = address -> {
            throw new IOException(message);
        };
    }

    void answer(JwksFetcher answer) {
        this.answer = answer;
    }

    int fetches() {
        return fetches.get();
    }

    @Override
    public Fetched fetch(URI address) throws IOException {
        fetches.incrementAndGet();
        return answer.fetch(address);
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
