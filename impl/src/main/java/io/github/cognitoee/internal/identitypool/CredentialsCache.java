package io.github.cognitoee.internal.identitypool;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusedException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Issued credentials by whom they are for: exchanged when first asked for, once per key and lifetime at any concurrency, and
 * renewed before they expire. A warm read takes no lock. Bounded; thread-safe.
 */
final class CredentialsCache<K> {

    private static final System.Logger LOG = System.getLogger(CredentialsCache.class.getName());
    static final int MOST_CALLERS = 100_000;

    /** Credentials with less than this left are renewed; the old ones serve while somebody does. */
    static final Duration RENEW_BEFORE_EXPIRY = Duration.ofMinutes(5);

    /** Credentials with less than this left serve nobody: a request signed now must still arrive in time. */
    static final Duration UNUSABLE_BEFORE_EXPIRY = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Clock clock;
    private final SingleFlight<K, IssuedCredentials> flights = new SingleFlight<>();
    private final Cache<K, IssuedCredentials> credentials;
    private volatile Instant pausedUntil = Instant.EPOCH;

    CredentialsCache(Clock clock) {
        this.clock = clock;
        this.credentials = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .executor(Runnable::run) // on callers' threads only: nothing of it outlives the application
                .expireAfter(new UntilTheyExpire<K>(clock))
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
        IssuedCredentials cached = credentials.getIfPresent(key);
        if (cached != null && lasts(cached, RENEW_BEFORE_EXPIRY)) {
            return cached;
        }
        IssuedCredentials usable = cached != null && lasts(cached, UNUSABLE_BEFORE_EXPIRY) ? cached : null;
        Duration pause = Duration.between(clock.instant(), pausedUntil);
        if (pause.isNegative() || pause.isZero()) {
            return exchangeOnce(key, exchange, usable);
        }
        if (usable == null) {
            throw new CognitoUnavailableException("The identity pool failed just now and is left alone shortly", pause);
        }
        return usable;
    }

    /** Takes credentials in that were issued otherwise. */
    void put(K key, IssuedCredentials issued) {
        credentials.put(key, issued);
    }

    private boolean lasts(IssuedCredentials issued, Duration atLeast) {
        return clock.instant().plus(atLeast).isBefore(issued.expiresAt());
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
        IssuedCredentials landed = credentials.getIfPresent(key); // by a flight that ended just before ours began
        if (landed != null && lasts(landed, RENEW_BEFORE_EXPIRY)) {
            return landed;
        }
        try {
            IssuedCredentials issued = exchange.get();
            credentials.put(key, issued);
            return issued;
        } catch (CognitoUnavailableException e) {
            // an outage is everybody's: the next callers are told at once instead of waiting for it one by one
            pausedUntil = clock.instant().plus(PAUSE);
            throw e;
        } catch (RuntimeException | Error e) {
            credentials.invalidate(key);
            throw e;
        }
    }
}
