package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has one thread ask for what several want at the same time; the others wait for its answer. Thread-safe. */
final class SingleFlight<K, V> {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final ConcurrentMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

    /** What the question gives, asked on this thread unless another is asking already. It fails alike for all. */
    V ask(K key, Supplier<V> question) {
        return ask(key, question, null);
    }

    /** @param meanwhile what serves while another thread is asking; null to wait for it */
    V ask(K key, Supplier<V> question, @Nullable V meanwhile) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> inFlight = flights.putIfAbsent(key, mine);
        if (inFlight != null) {
            return meanwhile != null ? meanwhile : await(inFlight);
        }
        try {
            V answer = question.get();
            mine.complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(key, mine);
        }
    }

    /** The same, of which a future alone tells how it went; it does not wait where another thread is asking. */
    CompletableFuture<V> askAsync(K key, Supplier<V> question) {
        CompletableFuture<V> inFlight = flights.get(key);
        if (inFlight != null) {
            return inFlight.copy();
        }
        try {
            return CompletableFuture.completedFuture(ask(key, question));
        } catch (CognitoException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private V await(CompletableFuture<V> inFlight) {
        try {
            return inFlight.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CognitoException refused) {
                throw refused;
            }
            throw new IllegalStateException("another thread's question to AWS failed", e.getCause());
        } catch (TimeoutException e) {
            throw new CognitoUnavailableException(
                    "AWS has not answered another thread's question within " + LONGEST_WAIT.toSeconds() + " s",
                    RETRY_AFTER,
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CognitoUnavailableException(
                    "Interrupted while waiting for another thread's question to AWS", RETRY_AFTER, e);
        }
    }
}
