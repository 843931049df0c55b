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

    private static final Optional<String> ROLE_OF_POOL = Optional.empty();

    private final IdentityPool pool;
    private final IdentityPoolConfig config;
    private final CallRate newIdentities;
    private final Clock clock;
    private final CredentialsListener listener;
    private final SharedCredentials shared;
    private final CredentialsCache<CredentialsKey> cache;
    private final SingleFlight<LoginKey, String> flights = new SingleFlight<>();
    private final Cache<LoginKey, String> identityIds = Caffeine.newBuilder()
            .maximumSize(CredentialsCache.MOST_CALLERS)
            .executor(Runnable::run)
            .build();

    /**
     * @param newIdentities how often GetId may be called
     * @param shared what other nodes know
     */
    CallerExchange(
            IdentityPool pool,
            IdentityPoolConfig config,
            CallRate newIdentities,
            Clock clock,
            CredentialsListener listener,
            SharedCredentials shared) {
        this.pool = pool;
        this.config = config;
        this.newIdentities = newIdentities;
        this.clock = clock;
        this.listener = listener;
        this.shared = shared;
        this.cache = new CredentialsCache<>(clock, this::issuedElsewhere);
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
        return cache.get(key, () -> exchange(key, token));
    }

    /** The same; it does not wait where another thread is asking for them. Fails by the future alone. */
    CompletableFuture<IssuedCredentials> credentialsAsync(IdToken token, Optional<String> requestedRole) {
        CredentialsKey key = CredentialsKey.of(config.id(), token, requestedRole);
        return cache.getAsync(key, () -> exchange(key, token));
    }

    /** Drops all credentials of a caller. What id they have is no secret, and stays. */
    void forget(String issuer, String subject) {
        forget(new LoginKey(config.id(), issuer, subject));
    }

    private void forget(LoginKey login) {
        forgetHere(login);
        shared.forget(login);
    }

    private void forgetHere(LoginKey login) {
        cache.removeIf(key -> key.login().equals(login));
    }

    /** The identity id of a caller, without credentials where none are cached. */
    String identityId(IdToken token) {
        LoginKey login = CredentialsKey.of(config.id(), token, ROLE_OF_POOL).login();
        return knownId(login).orElseGet(() -> {
            String identityId = identityId(login, token);
            shared.put(login, identityId);
            return identityId;
        });
    }

    /** From memory, or another node's. */
    private Optional<String> knownId(LoginKey login) {
        String known = identityIds.getIfPresent(login);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<String> elsewhere = shared.identityId(login);
        elsewhere.ifPresent(identityId -> identityIds.put(login, identityId));
        return elsewhere;
    }

    private Optional<IssuedCredentials> issuedElsewhere(CredentialsKey key) {
        Optional<IssuedCredentials> issued = shared.find(key);
        issued.ifPresent(found -> identityIds.put(key.login(), found.identityId()));
        return issued;
    }

    /**
     * Makes the identity of a guest one with that of a caller.
     *
     * @throws IdentityPoolRefusedException when the pool does not link them
     * @throws CognitoUnavailableException when the pool cannot be asked now
     */
    void link(String guestsIdentityId, IdToken token) {
        CredentialsKey key = CredentialsKey.of(config.id(), token, ROLE_OF_POOL);
        cache.put(key, issue(key, guestsIdentityId, token));
    }

    private IssuedCredentials exchange(CredentialsKey key, IdToken token) {
        if (config.checkRoles()) {
            key.requestedRole().ifPresent(role -> HeldRoles.require(role, token));
        }
        try {
            return exchangeAsKnown(key, token);
        } catch (IdentityPoolRefusedException e) {
            if (e.reason() == IdentityPoolRefusal.SIGNED_OUT) {
                forget(key.login());
            }
            throw e;
        }
    }

    private IssuedCredentials exchangeAsKnown(CredentialsKey key, IdToken token) {
        Optional<String> known = knownId(key.login());
        if (known.isPresent()) {
            try {
                return issue(key, known.get(), token);
            } catch (StaleIdentityException e) { // deleted: ask for its successor
                identityIds.asMap().remove(key.login(), known.get());
            }
        }
        return issue(key, identityId(key.login(), token), token);
    }

    /** An identity that was merged answers with the id of the one that survived; what the other was issued goes. */
    private IssuedCredentials issue(CredentialsKey key, String identityId, IdToken token) {
        IssuedCredentials issued = pool.credentials(identityId, Applicant.of(token), key.requestedRole());
        String before = identityIds.asMap().put(key.login(), issued.identityId());
        if (before != null && !before.equals(issued.identityId())) {
            forgetHere(key.login());
        }
        shared.put(key, issued);
        listener.issued(() -> event(key, issued));
        return issued;
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
