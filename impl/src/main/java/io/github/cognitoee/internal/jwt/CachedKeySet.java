package io.github.cognitoee.internal.jwt;

import java.io.IOException;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One key set and the rules by which it is fetched again.
 *
 * <ul>
 *   <li>It is fresh for as long as the answer's {@code max-age} says, but no less than 5 minutes and no more than a day;
 *       an hour if the answer does not say.
 *   <li>An unknown {@code kid} has it fetched again, because keys rotate; but not within 10 seconds of the last fetch,
 *       because anybody can make up a {@code kid}.
 *   <li>A failed fetch is repeated after a second at the earliest, so that an outage does not become a flood.
 *   <li>In an outage, keys that were known serve for an hour more.
 *   <li>One thread fetches; the others wait for it, for a bounded time, unless they have a key to go on with.
 * </ul>
 */
final class CachedKeySet {

    private static final Duration DEFAULT_TTL = Duration.ofHours(1);
    private static final Duration MIN_TTL = Duration.ofMinutes(5);
    private static final Duration MAX_TTL = Duration.ofHours(24);
    private static final Duration STALE_LIMIT = Duration.ofHours(1);
    private static final Duration UNKNOWN_KEY_PENALTY = Duration.ofSeconds(10);
    private static final Duration FAILURE_PAUSE = Duration.ofSeconds(1);
    private static final long WAIT_SECONDS = 10;

    private final URI address;
    private final JwksFetcher fetcher;
    private final Clock clock;
    private final AtomicReference<@Nullable CompletableFuture<State>> flight = new AtomicReference<>();
    private volatile State state = new State(null, null);

    CachedKeySet(URI address, JwksFetcher fetcher, Clock clock) {
        this.address = address;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    KeyLookup find(String kid) {
        State seen = state;
        Instant now = clock.instant();
        RSAPublicKey known = seen.key(kid, now);
        if (known != null && seen.isFresh(now)) {
            return new KeyLookup.Found(known);
        }
        if (seen.isFresh(now) && seen.isPenalised(now)) {
            return new KeyLookup.Unknown();
        }
        boolean othersFetch = flight.get() != null;
        State fetched = known != null && othersFetch || seen.isPausing(now) ? seen : refresh(seen);
        return fetched.answer(kid, clock.instant(), address);
    }

    private State refresh(State seen) {
        CompletableFuture<State> mine = new CompletableFuture<>();
        CompletableFuture<State> running = flight.compareAndExchange(null, mine);
        if (running != null) {
            return await(running, seen);
        }
        State result = seen.failed("fetch was aborted", clock.instant());
        try {
            if (state == seen) { // else another flight landed between reading the state and starting this one
                state = fetch(seen);
            }
            result = state;
            return result;
        } finally {
            flight.set(null);
            mine.complete(result);
        }
    }

    private State fetch(State seen) {
        try {
            JwksFetcher.Fetched fetched = fetcher.fetch(address);
            return State.fetched(KeySet.parse(fetched.json()), clock.instant(), ttl(fetched.maxAge()));
        } catch (IOException e) {
            return seen.failed(Untrusted.clean(e.toString()), clock.instant());
        }
    }

    private State await(CompletableFuture<State> running, State seen) {
        try {
            return running.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return seen.failed("interrupted while another thread fetched", clock.instant());
        } catch (ExecutionException | TimeoutException e) {
            return seen.failed("another thread's fetch takes too long", clock.instant());
        }
    }

    private static Duration ttl(@Nullable Duration maxAge) {
        if (maxAge == null) {
            return DEFAULT_TTL;
        }
        return maxAge.compareTo(MIN_TTL) < 0 ? MIN_TTL : maxAge.compareTo(MAX_TTL) > 0 ? MAX_TTL : maxAge;
    }

    /** The last set that was fetched, and the failure since, if the last fetch failed. Immutable. */
    private record State(@Nullable Snapshot snapshot, @Nullable Failure failure) {

        static State fetched(KeySet keys, Instant now, Duration ttl) {
            return new State(new Snapshot(keys, now, now.plus(ttl)), null);
        }

        State failed(String detail, Instant now) {
            return new State(snapshot, new Failure(detail, now));
        }

        @Nullable
        RSAPublicKey key(String kid, Instant now) {
            return snapshot != null && now.isBefore(snapshot.freshUntil().plus(STALE_LIMIT))
                    ? snapshot.keys().find(kid)
                    : null;
        }

        boolean isFresh(Instant now) {
            return snapshot != null && now.isBefore(snapshot.freshUntil());
        }

        boolean isPenalised(Instant now) {
            return snapshot != null && within(UNKNOWN_KEY_PENALTY, snapshot.fetchedAt(), now);
        }

        boolean isPausing(Instant now) {
            return failure != null && within(FAILURE_PAUSE, failure.at(), now);
        }

        KeyLookup answer(String kid, Instant now, URI address) {
            RSAPublicKey key = key(kid, now);
            if (key != null) {
                return new KeyLookup.Found(key);
            }
            return failure == null
                    ? new KeyLookup.Unknown()
                    : new KeyLookup.Unavailable(FAILURE_PAUSE, "key set " + address + ": " + failure.detail());
        }

        /** A start in the future means that the clock was set back: that ends the wait rather than prolonging it. */
        private static boolean within(Duration wait, Instant start, Instant now) {
            return !now.isBefore(start) && now.isBefore(start.plus(wait));
        }
    }

    private record Snapshot(KeySet keys, Instant fetchedAt, Instant freshUntil) {}

    private record Failure(String detail, Instant at) {}
}
