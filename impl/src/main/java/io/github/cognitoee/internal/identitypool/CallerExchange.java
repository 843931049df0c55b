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
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * From a caller's ID token to the caller's own credentials, in the enhanced flow. Identity ids are remembered, credentials
 * cached. Thread-safe.
 */
final class CallerExchange {

    private static final int MOST_CALLERS = 100_000;
    private static final Optional<String> ROLE_OF_POOL = Optional.empty();

    private final IdentityPool pool;
    private final IdentityPoolConfig config;
    private final CallRate newIdentities;
    private final Clock clock;
    private final CredentialsListener listener;
    private final CredentialsCache<CredentialsKey> cache;
    private final SingleFlight<LoginKey, String> flights = new SingleFlight<>();
    private final Cache<LoginKey, String> identityIds = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .executor(Runnable::run)
            .build();

    /** @param newIdentities how often GetId may be called */
    CallerExchange(
            IdentityPool pool,
            IdentityPoolConfig config,
            CallRate newIdentities,
            Clock clock,
            CredentialsListener listener) {
        this.pool = pool;
        this.config = config;
        this.newIdentities = newIdentities;
        this.clock = clock;
        this.listener = listener;
        this.cache = new CredentialsCache<>(MOST_CALLERS, clock);
    }

    /**
     * The credentials of a caller.
     *
     * @throws IdentityPoolRefusedException see {@link IdentityPool}; also for a role that the token shows not to be the
     *     caller's
     * @throws CognitoUnavailableException see {@link CredentialsCache#get}
     */
    IssuedCredentials credentials(IdToken token, Optional<String> requestedRole) {
        CredentialsKey key = CredentialsKey.of(config.id(), token, requestedRole);
        Optional<IssuedCredentials> known = cache.find(key);
        return known.isPresent()
                ? known.get()
                : cache.get(key, () -> exchange(key, token), issued -> tellOf(issued, key));
    }

    /** The same; it does not wait where another thread is asking for them. Fails by the future alone. */
    CompletableFuture<IssuedCredentials> credentialsAsync(IdToken token, Optional<String> requestedRole) {
        CredentialsKey key = CredentialsKey.of(config.id(), token, requestedRole);
        return cache.getAsync(key, () -> exchange(key, token), issued -> tellOf(issued, key));
    }

    /** Drops all credentials of a caller. What id they have is no secret, and stays. */
    void forget(String issuer, String subject) {
        forget(new LoginKey(config.id(), issuer, subject));
    }

    private void forget(LoginKey login) {
        cache.removeIf(key -> key.login().equals(login));
    }

    /** The identity id of a caller, without credentials where none are cached. */
    String identityId(IdToken token) {
        return identityId(CredentialsKey.of(config.id(), token, ROLE_OF_POOL).login(), token);
    }

    /**
     * Makes the identity of a guest one with that of a caller.
     *
     * @param requestedRole that in which credentials are asked for, which linking issues as well
     * @return what tells of these credentials, to be called when the linking is over
     * @throws IdentityPoolRefusedException when the pool does not link them
     * @throws CognitoUnavailableException when the pool cannot be asked now
     */
    Runnable link(String guestsIdentityId, IdToken token, Optional<String> requestedRole) {
        CredentialsKey key = CredentialsKey.of(config.id(), token, requestedRole);
        requireHeld(key, token);
        IssuedCredentials issued = issue(key, guestsIdentityId, token);
        cache.put(key, issued);
        return () -> tellOf(issued, key);
    }

    private IssuedCredentials exchange(CredentialsKey key, IdToken token) {
        requireHeld(key, token);
        try {
            return exchangeAsKnown(key, token);
        } catch (IdentityPoolRefusedException e) {
            if (e.reason() == IdentityPoolRefusal.SIGNED_OUT) {
                forget(key.login());
            }
            throw e;
        }
    }

    private void requireHeld(CredentialsKey key, IdToken token) {
        if (config.checkRoles()) {
            key.requestedRole().ifPresent(role -> HeldRoles.require(role, token, config.classic()));
        }
    }

    private IssuedCredentials exchangeAsKnown(CredentialsKey key, IdToken token) {
        String known = identityIds.getIfPresent(key.login());
        if (known != null) {
            try {
                return issue(key, known, token);
            } catch (StaleIdentityException e) { // deleted: ask for its successor
                identityIds.asMap().remove(key.login(), known);
            }
        }
        String successor = identityId(key.login(), token);
        try {
            return issue(key, successor, token);
        } catch (StaleIdentityException e) {
            identityIds.asMap().remove(key.login(), successor);
            throw e;
        }
    }

    /** An identity that was merged answers with the id of the one that survived; what the other was issued goes. */
    private IssuedCredentials issue(CredentialsKey key, String identityId, IdToken token) {
        IssuedCredentials issued = pool.credentials(identityId, Applicant.of(token), key.requestedRole());
        String before = identityIds.asMap().put(key.login(), issued.identityId());
        if (before != null && !before.equals(issued.identityId())) {
            forget(key.login());
        }
        return issued;
    }

    /** Not before others are served, nor within the exchange: who is told may ask for the same credentials. */
    private void tellOf(IssuedCredentials issued, CredentialsKey key) {
        listener.issued(() -> event(key, issued));
    }

    private String identityId(LoginKey login, IdToken token) {
        String known = identityIds.getIfPresent(login);
        return known != null ? known : flights.ask(login, () -> askIdentityId(login, token));
    }

    private String askIdentityId(LoginKey login, IdToken token) {
        String landed = identityIds.getIfPresent(login); // by a flight that ended just before this one began
        if (landed != null) {
            return landed;
        }
        newIdentities.await();
        String identityId = pool.identityId(Applicant.of(token));
        identityIds.put(login, identityId);
        return identityId;
    }

    private CredentialsIssued event(CredentialsKey key, IssuedCredentials issued) {
        return new CredentialsIssued(
                clock.instant(),
                config.id(),
                issued.identityId(),
                key.issuer(),
                key.subject(),
                key.clientId(),
                key.requestedRole(),
                issued.expiresAt());
    }
}
