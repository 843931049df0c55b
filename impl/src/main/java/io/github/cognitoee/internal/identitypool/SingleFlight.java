package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import java.time.Duration;
import java.util.Optional;
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

    private final ConcurrentMap<K, Flight<V>> flights = new ConcurrentHashMap<>();

    private static final class Flight<V> {

        private final CompletableFuture<V> answer = new CompletableFuture<>();

        /** Who asks, as soon as they do. */
        private volatile @Nullable Thread pilot;
    }

    /**
     * What the question gives, asked on this thread unless another is asking already. It fails alike for all, unless it was the
     * asking thread that was interrupted: then the next one asks.
     *
     * @throws IllegalStateException when the question itself asks for its own answer
     */
    V ask(K key, Supplier<V> question) {
        return ask(key, question, null);
    }

    /** @param meanwhile what serves while another thread is asking; null to wait for it */
    V ask(K key, Supplier<V> question, @Nullable V meanwhile) {
        Flight<V> mine = new Flight<>();
        while (true) {
            Flight<V> inFlight = flights.putIfAbsent(key, mine);
            if (inFlight == null) {
                return fly(key, mine, question);
            }
            if (meanwhile != null) {
                return meanwhile;
            }
            Optional<V> answer = await(inFlight);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    /**
     * The same, of which a future alone tells how it went; it does not wait where another thread is asking. Where that one is
     * interrupted, a thread begun for it asks in its stead: this one has gone on.
     */
    CompletableFuture<V> askAsync(K key, Supplier<V> question) {
        Flight<V> mine = new Flight<>();
        Flight<V> inFlight = flights.putIfAbsent(key, mine);
        try {
            return inFlight == null
                    ? CompletableFuture.completedFuture(fly(key, mine, question))
                    : following(
                            requireAnothers(inFlight),
                            key,
                            question,
                            Thread.currentThread().getContextClassLoader());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** @param loader the context class loader of the thread that follows */
    private CompletableFuture<V> following(
            Flight<V> inFlight, K key, Supplier<V> question, @Nullable ClassLoader loader) {
        return inFlight.answer.exceptionallyCompose(failure -> failure instanceof InterruptedCallException
                ? askAnew(key, question, loader)
                : CompletableFuture.failedFuture(failure));
    }

    /** Called on the thread that was interrupted, which is not to be kept any longer. */
    private CompletableFuture<V> askAnew(K key, Supplier<V> question, @Nullable ClassLoader loader) {
        Flight<V> mine = new Flight<>();
        Flight<V> inFlight = flights.putIfAbsent(key, mine);
        if (inFlight != null) {
            return following(inFlight, key, question, loader);
        }
        try {
            return CompletableFuture.supplyAsync(
                    () -> fly(key, mine, question), task -> CallThread.of("cognito-ee-credentials", loader, task)
                            .start());
        } catch (Error e) { // no thread is to be had
            flights.remove(key, mine);
            mine.answer.completeExceptionally(e);
            throw e;
        }
    }

    private V fly(K key, Flight<V> mine, Supplier<V> question) {
        mine.pilot = Thread.currentThread();
        try {
            V answer = landed(key, mine, question);
            mine.answer.complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            mine.answer.completeExceptionally(e);
            throw e;
        }
    }

    /** By the time others are told, nobody follows this flight any more: whom a failure has ask anew begins one. */
    private V landed(K key, Flight<V> mine, Supplier<V> question) {
        try {
            return question.get();
        } finally {
            flights.remove(key, mine);
        }
    }

    /** Empty where the thread that asked was interrupted. */
    private Optional<V> await(Flight<V> inFlight) {
        try {
            return Optional.of(requireAnothers(inFlight).answer.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedCallException) {
                return Optional.empty();
            }
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
            throw new InterruptedCallException("Interrupted while waiting for another thread's question to AWS");
        }
    }

    private static <V> Flight<V> requireAnothers(Flight<V> inFlight) {
        if (inFlight.pilot == Thread.currentThread()) {
            throw new IllegalStateException("credentials were asked for by what takes part in issuing them");
        }
        return inFlight;
    }
}
