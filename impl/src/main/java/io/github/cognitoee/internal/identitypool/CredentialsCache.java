package io.github.cognitoee.internal.identitypool;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusedException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Issued credentials by whom they are for: exchanged when first asked for, once per key and lifetime at any concurrency, and
 * renewed before they expire. A warm read takes no lock. Bounded; thread-safe.
 */
final class CredentialsCache<K> {

    private static final System.Logger LOG = System.getLogger(CredentialsCache.class.getName());
    static final int MOST_CALLERS = 100_000;

    /**
     * Credentials are renewed when this is left of them, or some more, which is drawn by lot: callers who came at the same time
     * do not come again at the same time. The old ones serve while somebody renews them.
     */
    static final Duration RENEW_BEFORE_EXPIRY = Duration.ofMinutes(5);

    /** Credentials with less than this left serve nobody: a request signed now must still arrive in time. */
    static final Duration UNUSABLE_BEFORE_EXPIRY = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Clock clock;
    private final DoubleSupplier lot;
    private final Function<K, Optional<IssuedCredentials>> elsewhere;
    private final SingleFlight<K, IssuedCredentials> flights = new SingleFlight<>();
    private final Cache<K, Held> credentials;
    private volatile Instant pausedUntil = Instant.EPOCH;

    CredentialsCache(Clock clock) {
        this(clock, key -> Optional.empty());
    }

    /** @param elsewhere where to look before credentials are exchanged; it throws nothing */
    CredentialsCache(Clock clock, Function<K, Optional<IssuedCredentials>> elsewhere) {
        this(clock, () -> ThreadLocalRandom.current().nextDouble(), elsewhere);
    }

    /** @param lot numbers from 0, included, to 1, not included */
    CredentialsCache(Clock clock, DoubleSupplier lot, Function<K, Optional<IssuedCredentials>> elsewhere) {
        this.clock = clock;
        this.lot = lot;
        this.elsewhere = elsewhere;
        this.credentials = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .executor(Runnable::run) // on callers' threads only: nothing of it outlives the application
                .expireAfter(new UntilTheyExpire<K, Held>(
                        clock, held -> held.issued().expiresAt()))
                .build();
    }

    /**
     * The credentials from the cache, or by the exchange.
     *
     * @throws IdentityPoolRefusedException out of the exchange
     * @throws CognitoUnavailableException out of the exchange, or because an earlier one failed just now; not while cached
     *     credentials still serve
     */
    IssuedCredentials get(K key, Supplier<IssuedCredentials> exchange) {
        Held held = credentials.getIfPresent(key);
        if (held != null && isGood(held)) {
            return held.issued();
        }
        IssuedCredentials usable = held != null && isUsable(held) ? held.issued() : null;
        return usable != null && pause().isPresent() ? usable : exchangeOnce(key, exchange, usable);
    }

    /**
     * The same, without waiting for another thread that is exchanging the same. What has to be exchanged, and nobody is at it, is
     * exchanged on this thread. Fails by the future alone.
     */
    CompletableFuture<IssuedCredentials> getAsync(K key, Supplier<IssuedCredentials> exchange) {
        Held held = credentials.getIfPresent(key);
        if (held == null || !isUsable(held)) {
            return flights.askAsync(key, () -> exchangeAndKeep(key, exchange));
        }
        try {
            return CompletableFuture.completedFuture(get(key, exchange));
        } catch (CognitoException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Takes credentials in that were issued otherwise. */
    void put(K key, IssuedCredentials issued) {
        long life = Math.max(0, clock.instant().until(issued.expiresAt(), ChronoUnit.MILLIS));
        Duration ahead = renewBefore(Duration.ofMillis(life));
        Duration byLot = Duration.ofMillis((long) (ahead.toMillis() * lot.getAsDouble()));
        credentials.put(key, new Held(issued, issued.expiresAt().minus(ahead).minus(byLot)));
    }

    /** What must be left of credentials of such a life when somebody begins to renew them; at most twice that, by lot. */
    static Duration renewBefore(Duration life) {
        return Duration.ofMillis(Math.min(RENEW_BEFORE_EXPIRY.toMillis(), life.toMillis() / 4));
    }

    void removeIf(Predicate<K> condition) {
        credentials.asMap().keySet().removeIf(condition);
    }

    private boolean isGood(Held held) {
        return clock.instant().isBefore(held.renewAt());
    }

    private boolean isUsable(Held held) {
        return clock.instant()
                .plus(UNUSABLE_BEFORE_EXPIRY)
                .isBefore(held.issued().expiresAt());
    }

    /** How long the identity pool is left alone yet. */
    private Optional<Duration> pause() {
        Duration pause = Duration.between(clock.instant(), pausedUntil);
        return pause.isNegative() || pause.isZero() ? Optional.empty() : Optional.of(pause);
    }

    private IssuedCredentials exchangeOnce(
            K key, Supplier<IssuedCredentials> exchange, @Nullable IssuedCredentials usable) {
        try {
            return flights.ask(key, () -> exchangeAndKeep(key, exchange), usable);
        } catch (CognitoUnavailableException e) {
            if (usable == null) {
                throw e;
            }
            LOG.log(Level.DEBUG, "credentials could not be renewed and serve until {0}", usable.expiresAt());
            return usable;
        }
    }

    private IssuedCredentials exchangeAndKeep(K key, Supplier<IssuedCredentials> exchange) {
        Held landed = credentials.getIfPresent(key); // by a flight that ended just before ours began
        if (landed != null && isGood(landed)) {
            return landed.issued();
        }
        Optional<IssuedCredentials> found = elsewhere.apply(key);
        if (found.isPresent()) {
            put(key, found.get());
            return found.get();
        }
        pause().ifPresent(left -> {
            throw new CognitoUnavailableException("The identity pool failed just now and is left alone shortly", left);
        });
        return keep(key, exchange);
    }

    private IssuedCredentials keep(K key, Supplier<IssuedCredentials> exchange) {
        try {
            IssuedCredentials issued = exchange.get();
            put(key, issued);
            return issued;
        } catch (CrowdedException e) {
            throw e;
        } catch (CognitoUnavailableException e) {
            // an outage is everybody's: the next callers are told at once instead of waiting for it one by one
            pausedUntil = clock.instant().plus(PAUSE);
            throw e;
        } catch (RuntimeException | Error e) {
            credentials.invalidate(key);
            throw e;
        }
    }

    /**
     * Credentials in the cache.
     *
     * @param renewAt when to begin renewing them
     */
    private record Held(IssuedCredentials issued, Instant renewAt) {}
}
