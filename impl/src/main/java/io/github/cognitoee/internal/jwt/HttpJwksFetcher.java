package io.github.cognitoee.internal.jwt;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fetches key sets by HTTP. Follows no redirect, takes nothing but 200, reads at most 256 KiB, and gives up after 8 seconds,
 * however busily the other side sends. Thread-safe.
 *
 * <p>{@link HttpURLConnection}, because {@code java.net.http} leaves a thread behind when the application is undeployed;
 * and no kept-alive connections, because hours lie between two fetches.
 */
final class HttpJwksFetcher implements JwksFetcher {

    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    private final Duration timeout;
    private final Set<JwksExchange> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    HttpJwksFetcher() {
        this(TIMEOUT);
    }

    /** @param timeout for a fetch as a whole */
    HttpJwksFetcher(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public Fetched fetch(URI address) throws IOException {
        JwksExchange exchange =
                new JwksExchange((HttpURLConnection) address.toURL().openConnection());
        running.add(exchange);
        try {
            if (closed) {
                throw new IOException("the application has ended");
            }
            return exchange.await(timeout);
        } finally {
            running.remove(exchange);
        }
    }

    /** Ends the fetches that are under way; later ones fail. */
    @Override
    public void close() {
        closed = true;
        running.forEach(JwksExchange::abandon);
    }
}
