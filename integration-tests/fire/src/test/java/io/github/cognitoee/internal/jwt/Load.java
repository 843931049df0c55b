package io.github.cognitoee.internal.jwt;

import io.github.cognitoee.event.RejectionReason;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Two threads that present valid tokens and one that presents bad ones, each about a thousand in a second, until closed;
 * and the count of what came of it. Times are those of the service's clock.
 */
final class Load implements AutoCloseable {

    private static final long BETWEEN_CALLS_NANOS = 1_000_000;

    private final Service service;
    private final List<String> valid;
    private final List<String> bad;
    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private final List<Future<?>> running;
    private volatile boolean stopped;

    private final AtomicLong next = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong unavailable = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong badPresented = new AtomicLong();
    private final AtomicLong badAccepted = new AtomicLong();
    private final AtomicLong longestNanos = new AtomicLong();
    private final AtomicLong lastAcceptedAt = new AtomicLong();
    private final AtomicLong firstRefusedAt = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong lastRefusedAt = new AtomicLong();
    private final Set<RejectionReason> reasons = ConcurrentHashMap.newKeySet();

    Load(Service service, List<String> valid, List<String> bad) {
        this.service = service;
        this.valid = valid;
        this.bad = bad;
        this.running = Stream.<Runnable>of(this::presentValid, this::presentValid, this::presentBad)
                .<Future<?>>map(call -> threads.submit(() -> repeat(call)))
                .toList();
    }

    private void repeat(Runnable call) {
        while (!stopped) {
            call.run();
            LockSupport.parkNanos(BETWEEN_CALLS_NANOS);
        }
    }

    /** Presents the next of the valid tokens; whether it was accepted. */
    boolean presentValid() {
        return verify(oneOf(valid)).fold(this::acceptedValid, this::refusedValid, this::unavailableValid);
    }

    private boolean acceptedValid(Verification.Accepted outcome) {
        accepted.incrementAndGet();
        lastAcceptedAt.accumulateAndGet(service.clock.millis(), Math::max);
        return true;
    }

    private boolean refusedValid(Verification.Rejected outcome) {
        long now = service.clock.millis();
        refused.incrementAndGet();
        reasons.add(outcome.reason());
        firstRefusedAt.accumulateAndGet(now, Math::min);
        lastRefusedAt.accumulateAndGet(now, Math::max);
        return false;
    }

    private boolean unavailableValid(Verification.Unavailable outcome) {
        unavailable.incrementAndGet();
        return false;
    }

    private void presentBad() {
        badPresented.incrementAndGet();
        if (verify(oneOf(bad)) instanceof Verification.Accepted) {
            badAccepted.incrementAndGet();
        }
    }

    private Verification verify(String token) {
        long begin = System.nanoTime();
        Verification outcome = service.verifier.verify(token);
        longestNanos.accumulateAndGet(System.nanoTime() - begin, Math::max);
        return outcome;
    }

    private String oneOf(List<String> tokens) {
        return tokens.get((int) (next.getAndIncrement() % tokens.size()));
    }

    Tally tally() {
        return new Tally(
                accepted.get(),
                unavailable.get(),
                refused.get(),
                Set.copyOf(reasons),
                badPresented.get(),
                badAccepted.get(),
                longestNanos.get() / 1_000_000,
                lastAcceptedAt.get(),
                firstRefusedAt.get(),
                lastRefusedAt.get());
    }

    @Override
    public void close() {
        stop();
    }

    /** Ends the load and fails if one of its threads did. */
    void stop() {
        stopped = true;
        threads.shutdown();
        for (Future<?> thread : running) {
            try {
                thread.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a verification failed with an exception", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    /**
     * What came of the load so far.
     *
     * @param accepted valid tokens that were accepted
     * @param unavailable valid tokens that could not be judged
     * @param refused valid tokens that were refused
     * @param reasons why they were refused
     * @param longestMillis the longest that one call took
     */
    record Tally(
            long accepted,
            long unavailable,
            long refused,
            Set<RejectionReason> reasons,
            long badPresented,
            long badAccepted,
            long longestMillis,
            long lastAcceptedAt,
            long firstRefusedAt,
            long lastRefusedAt) {

        long valid() {
            return accepted + unavailable + refused;
        }
    }
}
