package io.github.cognitoee.internal.identitypool;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.event.CredentialsIssued;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.identitypool.CredentialsKey.LinkedUser;
import io.github.cognitoee.internal.identitypool.CredentialsKey.LoginKey;
import java.time.Clock;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * From a caller's logins to the caller's own credentials. Identity ids are remembered, credentials
 * cached. Thread-safe.
 */
final class CallerExchange {

    private static final Optional<String> ROLE_OF_POOL = Optional.empty();

    private final IdentityPool pool;
    private final IdentityPoolConfig config;
    private final CallRate newIdentities;
    private final Clock clock;
    private final CredentialsListener listener;
    private final CredentialsCache<CredentialsKey> cache;
    private final SingleFlight<LoginKey, String> flights = new SingleFlight<>();
    private final Cache<LoginKey, String> identityIds = Caffeine.newBuilder()
            .maximumSize(CredentialsCache.MOST_CALLERS)
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
        this.cache = new CredentialsCache<>(clock);
    }

    /**
     * The credentials of a caller.
     *
     * @throws IdentityPoolRefusedException see {@link IdentityPool}; also for a role that the token shows not to be the
     *     caller's
     * @throws CognitoUnavailableException see {@link CredentialsCache#get}
     */
    IssuedCredentials credentials(Applicant caller, Optional<String> requestedRole) {
        CredentialsKey key = CredentialsKey.of(config, caller, requestedRole);
        return cache.get(key, () -> exchange(key, caller));
    }

    /** The same; it does not wait where another thread is asking for them. Fails by the future alone. */
    CompletableFuture<IssuedCredentials> credentialsAsync(Applicant caller, Optional<String> requestedRole) {
        CredentialsKey key = CredentialsKey.of(config, caller, requestedRole);
        return cache.getAsync(key, () -> exchange(key, caller));
    }

    /** Drops all credentials of a caller. What id they have is no secret, and stays. */
    void forget(String issuer, String subject) {
        cache.removeIf(key -> key.login().isOf(issuer, subject));
    }

    /** Drops what is known and issued of identities: of this one, and of those of these users. */
    void forget(String identityId, Set<LinkedUser> users) {
        Set<String> gone = new HashSet<>(Set.of(identityId));
        identityIds.asMap().forEach((login, id) -> {
            if (!Collections.disjoint(login.linked(), users)) {
                gone.add(id);
            }
        });
        identityIds.asMap().values().removeIf(gone::contains);
        cache.removeIf((key, issued) -> gone.contains(issued.identityId()));
    }

    /** The identity id of a caller, without credentials where none are cached. */
    String identityId(Applicant caller) {
        return identityId(LoginKey.of(config, caller), caller);
    }

    /**
     * Makes the identity of a guest one with that of a caller.
     *
     * @throws IdentityPoolRefusedException when the pool does not link them
     * @throws CognitoUnavailableException when the pool cannot be asked now
     */
    void link(String guestsIdentityId, Applicant caller) {
        CredentialsKey key = CredentialsKey.of(config, caller, ROLE_OF_POOL);
        cache.put(key, issued(key, caller, pool.credentials(guestsIdentityId, caller, ROLE_OF_POOL)));
    }

    private IssuedCredentials exchange(CredentialsKey key, Applicant caller) {
        if (config.checkRoles()) {
            key.requestedRole().ifPresent(role -> HeldRoles.require(role, caller));
        }
        try {
            return exchangeAsKnown(key, caller);
        } catch (IdentityPoolRefusedException e) {
            if (e.reason() == IdentityPoolRefusal.SIGNED_OUT) {
                forget(key.issuer(), key.subject());
            }
            throw e;
        }
    }

    private IssuedCredentials exchangeAsKnown(CredentialsKey key, Applicant caller) {
        if (caller.isVouchedFor()) { // whose identity the pool tells with each exchange
            return issued(key, caller, pool.credentials(caller, key.requestedRole()));
        }
        String known = identityIds.getIfPresent(key.login());
        if (known != null) {
            try {
                return issue(key, known, caller);
            } catch (StaleIdentityException e) { // deleted: ask for its successor
                identityIds.asMap().remove(key.login(), known);
            }
        }
        return issue(key, identityId(key.login(), caller), caller);
    }

    private IssuedCredentials issue(CredentialsKey key, String identityId, Applicant caller) {
        return issued(key, caller, pool.credentials(identityId, caller, key.requestedRole()));
    }

    /** An identity that was merged answers with the id of the one that survived; what the other was issued goes. */
    private IssuedCredentials issued(CredentialsKey key, Applicant caller, IssuedCredentials issued) {
        String before = identityIds.asMap().put(key.login(), issued.identityId());
        boolean mayHaveMerged = before != null || caller.loginCount() > 1;
        if (mayHaveMerged && !issued.identityId().equals(before)) {
            forgetOtherIdentities(key.login(), issued.identityId());
        }
        listener.issued(() -> event(key, issued));
        return issued;
    }

    private void forgetOtherIdentities(LoginKey login, String identityId) {
        identityIds
                .asMap()
                .entrySet()
                .removeIf(entry -> entry.getKey().isOfSamePersonAs(login)
                        && !entry.getValue().equals(identityId));
        cache.removeIf((key, issued) ->
                key.login().isOfSamePersonAs(login) && !issued.identityId().equals(identityId));
    }

    private String identityId(LoginKey login, Applicant caller) {
        String known = identityIds.getIfPresent(login);
        return known != null ? known : flights.ask(login, () -> askIdentityId(login, caller));
    }

    private String askIdentityId(LoginKey login, Applicant caller) {
        String landed = identityIds.getIfPresent(login); // by a flight that ended just before this one began
        if (landed != null) {
            return landed;
        }
        if (!caller.isVouchedFor()) {
            newIdentities.await();
        }
        String identityId = pool.identityId(caller);
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
