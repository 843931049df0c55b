package io.github.cognitoee.internal.identitypool;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.event.CredentialsIssued;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.identitypool.CredentialsKey.LoginKey;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of all callers of this application: exchanged when first asked for, once per caller, role and
 * lifetime at any concurrency, and renewed before they expire. A warm read takes no lock. Bounded; thread-safe.
 */
final class CredentialsCache {

    private static final System.Logger LOG = System.getLogger(CredentialsCache.class.getName());
    private static final int MOST_CALLERS = 100_000;

    /** Credentials with less than this left are renewed; the old ones serve while somebody does. */
    static final Duration RENEW_BEFORE_EXPIRY = Duration.ofMinutes(5);

    /** Credentials with less than this left serve nobody: a request signed now must still arrive in time. */
    static final Duration UNUSABLE_BEFORE_EXPIRY = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final IdentityPool pool;
    private final String identityPoolId;
    private final Clock clock;
    private final CredentialsListener listener;
    private final boolean checkRoles;
    private final SingleFlight<CredentialsKey, IssuedCredentials> flights = new SingleFlight<>();
    private final Cache<CredentialsKey, IssuedCredentials> credentials;
    private final Cache<LoginKey, String> identityIds;
    private volatile Instant pausedUntil = Instant.EPOCH;

    CredentialsCache(IdentityPool pool, IdentityPoolConfig config, Clock clock, CredentialsListener listener) {
        this.pool = pool;
        this.identityPoolId = config.id();
        this.checkRoles = config.checkRoles();
        this.clock = clock;
        this.listener = listener;
        this.credentials = bounded().expireAfter(new UntilTheyExpire(clock)).build();
        this.identityIds = bounded().build();
    }

    /** Works on callers' threads only: nothing of it outlives the application. */
    private static Caffeine<Object, Object> bounded() {
        return Caffeine.newBuilder().maximumSize(MOST_CALLERS).executor(Runnable::run);
    }

    /**
     * The credentials of a caller, from the cache or from the identity pool.
     *
     * @throws IdentityPoolRefusedException see {@link IdentityPool}
     * @throws CognitoUnavailableException see {@link IdentityPool}; not while cached credentials still serve
     */
    IssuedCredentials get(IdToken token, Optional<String> requestedRole) {
        CredentialsKey key = CredentialsKey.of(identityPoolId, token, requestedRole);
        IssuedCredentials cached = credentials.getIfPresent(key);
        if (cached != null && lasts(cached, RENEW_BEFORE_EXPIRY)) {
            return cached;
        }
        IssuedCredentials usable = cached != null && lasts(cached, UNUSABLE_BEFORE_EXPIRY) ? cached : null;
        Duration pause = Duration.between(clock.instant(), pausedUntil);
        if (pause.isNegative() || pause.isZero()) {
            return exchangeOnce(key, token, usable);
        }
        if (usable == null) {
            throw new CognitoUnavailableException("The identity pool failed just now and is left alone shortly", pause);
        }
        return usable;
    }

    /** The identity id of a caller, without credentials where none are cached. */
    String identityId(IdToken token) {
        LoginKey login =
                CredentialsKey.of(identityPoolId, token, Optional.empty()).login();
        String known = identityIds.getIfPresent(login);
        return known != null ? known : askIdentityId(login, token);
    }

    private boolean lasts(IssuedCredentials issued, Duration atLeast) {
        return clock.instant().plus(atLeast).isBefore(issued.expiresAt());
    }

    private IssuedCredentials exchangeOnce(CredentialsKey key, IdToken token, @Nullable IssuedCredentials usable) {
        try {
            return flights.ask(key, () -> exchangeAndKeep(key, token), usable);
        } catch (CognitoUnavailableException e) {
            if (usable == null) {
                throw e;
            }
            LOG.log(Level.DEBUG, "credentials could not be renewed and serve until {0}", usable.expiresAt());
            return usable;
        }
    }

    private IssuedCredentials exchangeAndKeep(CredentialsKey key, IdToken token) {
        IssuedCredentials landed = credentials.getIfPresent(key); // by a flight that ended just before ours began
        if (landed != null && lasts(landed, RENEW_BEFORE_EXPIRY)) {
            return landed;
        }
        try {
            IssuedCredentials issued = exchange(key, token);
            credentials.put(key, issued);
            listener.issued(() -> event(key, issued));
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

    private CredentialsIssued event(CredentialsKey key, IssuedCredentials issued) {
        return new CredentialsIssued(
                clock.instant(),
                identityPoolId,
                issued.identityId(),
                key.issuer(),
                key.subject(),
                key.clientId(),
                key.requestedRole(),
                issued.expiresAt());
    }

    private IssuedCredentials exchange(CredentialsKey key, IdToken token) {
        if (checkRoles) {
            key.requestedRole().ifPresent(role -> HeldRoles.require(role, token));
        }
        LoginKey login = key.login();
        String known = identityIds.getIfPresent(login);
        if (known != null) {
            Optional<IssuedCredentials> issued = pool.credentials(known, token, key.requestedRole());
            if (issued.isPresent()) {
                return remembered(login, issued.get());
            }
            identityIds.invalidate(login); // the identity was deleted: ask for its successor
        }
        String identityId = askIdentityId(login, token);
        return remembered(
                login,
                pool.credentials(identityId, token, key.requestedRole())
                        .orElseThrow(() -> new IdentityPoolRefusedException(
                                IdentityPoolRefusal.OTHER,
                                "Identity pool " + identityPoolId
                                        + " does not know the identity that it has just given to this caller")));
    }

    /** An identity that was merged answers with the id of the one that survived. */
    private IssuedCredentials remembered(LoginKey login, IssuedCredentials issued) {
        identityIds.put(login, issued.identityId());
        return issued;
    }

    private String askIdentityId(LoginKey login, IdToken token) {
        String identityId = pool.identityId(token);
        identityIds.put(login, identityId);
        return identityId;
    }
}
