package io.github.cognitoee.internal.identitypool;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Issued credentials by whom they are for: exchanged when first asked for, once per key and lifetime at any concurrency, and
 * renewed before they expire. A warm read takes no lock. Bounded; thread-safe.
 */
final class CredentialsCache<K> {

    private static final System.Logger LOG = System.getLogger(CredentialsCache.class.getName());

    /**
     * Credentials are renewed when this is left of them, or some more, which is drawn by lot: callers who came at the same time
     * do not come again at the same time. The old ones serve while somebody renews them.
     */
    static final Duration RENEW_BEFORE_EXPIRY = Duration.ofMinutes(5);

    /** Credentials with less than this left serve nobody: a request signed now must still arrive in time. */
    static final Duration UNUSABLE_BEFORE_EXPIRY = Duration.ofSeconds(30);

    /** Who could not be given new ones keeps the old ones for that long without asking. */
    private static final Duration RENEW_AGAIN_AFTER = Duration.ofSeconds(1);

    private final Clock clock;
    private final DoubleSupplier lot;
    private final SingleFlight<K, IssuedCredentials> flights = new SingleFlight<>();
    private final Cache<K, Held> credentials;

    /** @param most how many are kept */
    CredentialsCache(int most, Clock clock) {
        this(most, clock, () -> ThreadLocalRandom.current().nextDouble());
    }

    /** @param lot numbers from 0, included, to 1, not included */
    CredentialsCache(int most, Clock clock, DoubleSupplier lot) {
        this.clock = clock;
        this.lot = lot;
        this.credentials = Caffeine.newBuilder()
                .maximumSize(most)
                .executor(Runnable::run) // on callers' threads only: nothing of it outlives the application
                .expireAfter(new UntilTheyExpire<K, Held>(
                        clock, held -> held.issued().expiresAt()))
                .build();
    }

    /** The credentials from the cache, if they need not be renewed yet. Takes no lock. */
    Optional<IssuedCredentials> find(K key) {
        Held held = credentials.getIfPresent(key);
        return held != null && isGood(held) ? Optional.of(held.issued()) : Optional.empty();
    }

    /**
     * The credentials from the cache, or by the exchange.
     *
     * @param afterwards is told what was issued, on the thread that exchanged, when others are served already
     * @throws IdentityPoolRefusedException out of the exchange
     * @throws CognitoUnavailableException out of the exchange; not while older credentials still serve
     */
    IssuedCredentials get(K key, Exchange exchange, Consumer<IssuedCredentials> afterwards) {
        Held held = credentials.getIfPresent(key);
        if (held != null && isGood(held)) {
            return held.issued();
        }
        IssuedCredentials meanwhile = held != null && isUsable(held.issued()) ? held.issued() : null;
        ExchangeOnce once = new ExchangeOnce(key, exchange);
        IssuedCredentials given = flights.ask(key, once, meanwhile);
        once.issued().ifPresent(afterwards);
        return given;
    }

    /**
     * The same, without waiting for another thread that is exchanging the same. What has to be exchanged, and nobody is at it, is
     * exchanged on this thread; see {@link SingleFlight#askAsync} for where somebody was. Fails by the future alone.
     */
    CompletableFuture<IssuedCredentials> getAsync(K key, Exchange exchange, Consumer<IssuedCredentials> afterwards) {
        Held held = credentials.getIfPresent(key);
        if (held == null || !isUsable(held.issued())) {
            ExchangeOnce once = new ExchangeOnce(key, exchange);
            return flights.askAsync(key, once).thenApply(given -> {
                once.issued().ifPresent(afterwards);
                return given;
            });
        }
        try {
            return CompletableFuture.completedFuture(get(key, exchange, afterwards));
        } catch (RuntimeException e) {
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

    /**
     * Takes what is under one key to another, where it is due for renewal when it was.
     *
     * @return whether there was anything
     */
    boolean move(K from, K to) {
        Held held = credentials.asMap().remove(from);
        if (held == null) {
            return false;
        }
        credentials.put(to, held);
        return true;
    }

    boolean has(K key) {
        return credentials.asMap().containsKey(key);
    }

    void remove(K key) {
        credentials.invalidate(key);
    }

    /** What must be left of credentials of such a life when somebody begins to renew them; at most twice that, by lot. */
    static Duration renewBefore(Duration life) {
        return Duration.ofMillis(Math.min(RENEW_BEFORE_EXPIRY.toMillis(), life.toMillis() / 4));
    }

    private boolean isGood(Held held) {
        return clock.instant().isBefore(held.renewAt());
    }

    private boolean isUsable(IssuedCredentials issued) {
        return clock.instant().isBefore(unusableFrom(issued));
    }

    private static Instant unusableFrom(IssuedCredentials issued) {
        return issued.expiresAt().minus(UNUSABLE_BEFORE_EXPIRY);
    }

    /** How credentials are come by. Of one thread. */
    @FunctionalInterface
    interface Exchange {

        /** Credentials to keep until they are due for renewal. */
        IssuedCredentials issue();

        /** Such as are due already, for who can be given no others; asked for when none could be issued. */
        default Optional<IssuedCredentials> usable() {
            return Optional.empty();
        }
    }

    /** An exchange that is made once, if at all, by the thread that wants it. */
    private final class ExchangeOnce implements Supplier<IssuedCredentials> {

        private final K key;
        private final Exchange exchange;
        private @Nullable IssuedCredentials issued;

        ExchangeOnce(K key, Exchange exchange) {
            this.key = key;
            this.exchange = exchange;
        }

        @Override
        public IssuedCredentials get() {
            Optional<IssuedCredentials> landed = find(key); // by a flight that ended just before ours began
            if (landed.isPresent()) {
                return landed.get();
            }
            try {
                IssuedCredentials fresh = exchange.issue();
                put(key, fresh);
                issued = fresh;
                return fresh;
            } catch (CognitoUnavailableException e) {
                return usable().orElseThrow(() -> e);
            } catch (RuntimeException | Error e) {
                credentials.invalidate(key);
                throw e;
            }
        }

        /** What still serves, for a moment in which nobody asks for new ones. */
        private Optional<IssuedCredentials> usable() {
            Optional<IssuedCredentials> usable = Optional.ofNullable(credentials.getIfPresent(key))
                    .map(Held::issued)
                    .filter(CredentialsCache.this::isUsable)
                    .or(() -> exchange.usable().filter(CredentialsCache.this::isUsable));
            usable.ifPresent(old -> {
                LOG.log(Level.DEBUG, "credentials could not be renewed and serve until {0}", old.expiresAt());
                credentials.put(key, new Held(old, clock.instant().plus(RENEW_AGAIN_AFTER)));
            });
            return usable;
        }

        Optional<IssuedCredentials> issued() {
            return Optional.ofNullable(issued);
        }
    }

    /**
     * Credentials in the cache.
     *
     * @param renewAt when to begin renewing them, which is not after they have ceased to serve
     */
    private record Held(IssuedCredentials issued, Instant renewAt) {

        Held {
            Instant unusable = unusableFrom(issued);
            renewAt = renewAt.isBefore(unusable) ? renewAt : unusable;
        }
    }
}
