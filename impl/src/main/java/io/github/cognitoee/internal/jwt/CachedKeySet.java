package io.github.cognitoee.internal.jwt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.cognitoee.internal.config.Problem;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One key set and the rules by which it is fetched again.
 *
 * <ul>
 *   <li>It is fresh for as long as the answer's {@code max-age} says, but no less than 5 minutes and no more than a day;
 *       an hour if the answer does not say. After four fifths of that it is fetched ahead, in the background.
 *   <li>An unknown {@code kid} has it fetched again, because keys rotate; but not within 10 seconds of the last fetch,
 *       because anybody can make up a {@code kid}. One that the new set does not have either is remembered for 30
 *       seconds.
 *   <li>After a failed fetch there is a pause ({@link Backoff}), so that an outage does not become a flood.
 *   <li>In an outage, keys that were known serve for an hour more.
 *   <li>One thread in the background fetches for all; whoever needs its result waits for it, for a bounded time, unless
 *       they have a key to go on with. No more than 64 may wait; and while the keys that are known serve, when the {@code
 *       kid} that somebody waits for is most likely made up, no more than 8.
 * </ul>
 */
final class CachedKeySet implements KeysByKid {

    private static final System.Logger LOG = System.getLogger(CachedKeySet.class.getName());
    private static final Duration DEFAULT_TTL = Duration.ofHours(1);
    private static final Duration MIN_TTL = Duration.ofMinutes(5);
    private static final Duration MAX_TTL = Duration.ofHours(24);
    private static final Duration ABSENCE_REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST_ABSENT = 1_000;
    private static final long WAIT_SECONDS = 10;
    private static final int MOST_WAITING = 64;
    private static final int MOST_WAITING_BESIDE_KEYS = 8;

    private final URI address;
    private final JwksFetcher fetcher;
    private final Clock clock;
    private final Executor background;
    private final Backoff backoff;
    private final FailureListener listener;
    /** The {@code kid}s that the last set did not have, and when that was found. */
    private final Cache<String, Long> absent;

    private final AtomicReference<@Nullable CompletableFuture<KeySetState>> flight = new AtomicReference<>();
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Semaphore waitingBesideKeys = new Semaphore(MOST_WAITING_BESIDE_KEYS);
    private volatile KeySetState state = KeySetState.EMPTY;
    private volatile boolean closed;

    /** Is told of each fetch that failed, on the thread that fetched, when nobody waits for it any more. */
    @FunctionalInterface
    interface FailureListener {
        void failed(int inARow, String detail);
    }

    CachedKeySet(URI address, JwksFetcher fetcher, Clock clock, Executor background, Backoff backoff) {
        this(address, fetcher, clock, background, backoff, (inARow, detail) -> {});
    }

    CachedKeySet(
            URI address,
            JwksFetcher fetcher,
            Clock clock,
            Executor background,
            Backoff backoff,
            FailureListener listener) {
        this.address = address;
        this.fetcher = fetcher;
        this.clock = clock;
        this.background = background;
        this.backoff = backoff;
        this.listener = listener;
        this.absent = Caffeine.newBuilder()
                .maximumSize(MOST_ABSENT)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public KeyLookup find(String kid) {
        KeySetState seen = state;
        long now = clock.millis();
        KeyLookup.Found known = seen.key(kid, now);
        if (known != null && seen.isFresh(now)) {
            if (seen.isDue(now) && !seen.isPausing(now) && flight.get() == null) {
                fetchAhead(seen);
            }
            return known;
        }
        if (seen.isFresh(now) && isKnownToBeAbsent(kid, now)) {
            return KeyLookup.UNKNOWN;
        }
        if ((seen.isFresh(now) && seen.isPenalised(now)) || seen.isPausing(now)) {
            return seen.answer(kid, now, address);
        }
        if (known != null && flight.get() != null) {
            return known;
        }
        KeyLookup answer = await(launch(seen), seen).answer(kid, clock.millis(), address);
        if (answer instanceof KeyLookup.Unknown && seen.hasKeys()) {
            absent.put(kid, clock.millis());
        }
        return answer;
    }

    private boolean isKnownToBeAbsent(String kid, long now) {
        Long since = absent.getIfPresent(kid);
        return since != null && KeySetState.within(ABSENCE_REMEMBERED, since, now);
    }

    @Override
    public void fetchAhead() {
        fetchAhead(state);
    }

    private void fetchAhead(KeySetState seen) {
        CompletableFuture<KeySetState> unused = launch(seen); // nobody waits for it
    }

    /** The fetch that is under way; if none is, one is begun. */
    private CompletableFuture<KeySetState> launch(KeySetState seen) {
        CompletableFuture<KeySetState> mine = new CompletableFuture<>();
        CompletableFuture<KeySetState> running = flight.compareAndExchange(null, mine);
        if (running != null) {
            return running;
        }
        try {
            background.execute(() -> fly(mine, seen));
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            land(mine, failed(seen, "no thread to fetch with"));
        }
        return mine;
    }

    @SuppressWarnings("ReferenceEquality") // the very state that the flight began with
    private void fly(CompletableFuture<KeySetState> mine, KeySetState seen) {
        KeySetState result = failed(seen, "fetch was aborted"); // by an error: not to be tried again at once either
        boolean first = state == seen; // else another flight landed since the state was read
        try {
            result = first ? fetch(seen) : state;
            if (first) {
                tell(seen, result);
            }
        } finally {
            land(mine, result);
        }
        if (first && result.failuresInARow() > 0 && !closed) {
            listener.failed(result.failuresInARow(), result.problem(address));
        }
    }

    private void land(CompletableFuture<KeySetState> mine, KeySetState result) {
        state = result;
        flight.set(null);
        mine.complete(result);
    }

    private KeySetState fetch(KeySetState seen) {
        try {
            JwksFetcher.Fetched fetched = fetcher.fetch(address);
            Duration ttl = ttl(fetched.maxAge());
            KeySet keys = KeySet.parse(fetched.json(), seen.keys());
            return seen.fetched(keys, clock.millis(), ttl, ttl.multipliedBy(4).dividedBy(5));
        } catch (IOException | RuntimeException e) { // whatever it is, it must not be tried again at once
            return failed(seen, Untrusted.clean(e.toString()));
        }
    }

    /** One line when an outage begins, another each time it has gone on twice as long, and one when it ends. */
    private void tell(KeySetState before, KeySetState after) {
        int failures = after.failuresInARow();
        if (closed) {
            return;
        }
        if (failures > 0 && Integer.bitCount(failures) == 1) {
            Problem.KEYS_UNAVAILABLE.log(
                    LOG, "{0} ({1} in a row); tokens that need it are answered 503", after.problem(address), failures);
        } else if (failures == 0 && before.failuresInARow() > 0) {
            LOG.log(Level.INFO, "key set {0} is at hand again", address);
        }
    }

    private KeySetState await(CompletableFuture<KeySetState> running, KeySetState seen) {
        Semaphore places = seen.serves(clock.millis()) ? waitingBesideKeys : waiting;
        if (!places.tryAcquire()) {
            return failed(seen, "too many wait for the fetch that is under way");
        }
        try {
            return running.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(seen, "interrupted while a fetch was under way");
        } catch (ExecutionException | TimeoutException e) {
            return failed(seen, "the fetch that is under way takes too long");
        } finally {
            places.release();
        }
    }

    private KeySetState failed(KeySetState seen, String detail) {
        return seen.failed(detail, clock.millis(), backoff);
    }

    private static Duration ttl(@Nullable Duration maxAge) {
        if (maxAge == null) {
            return DEFAULT_TTL;
        }
        return maxAge.compareTo(MIN_TTL) < 0 ? MIN_TTL : maxAge.compareTo(MAX_TTL) > 0 ? MAX_TTL : maxAge;
    }

    @Override
    public void close() {
        closed = true;
        fetcher.close();
    }
}
