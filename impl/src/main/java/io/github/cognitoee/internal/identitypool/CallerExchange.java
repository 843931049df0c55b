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
import io.github.cognitoee.internal.identitypool.CredentialsKey.PersonKey;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** From a caller's logins to the caller's own credentials. Identity ids are remembered, credentials cached. Thread-safe. */
final class CallerExchange {

    private static final int MOST_CALLERS = 100_000;

    private final IdentityPool pool;
    private final IdentityPoolConfig config;
    private final CallRate newIdentities;
    private final Clock clock;
    private final CredentialsListener listener;
    private final SharedCredentials shared;
    private final UnlistedClients unlisted;
    private final CredentialsCache<CredentialsKey> cache;
    private final SingleFlight<LoginKey, String> flights = new SingleFlight<>();
    private final Cache<PersonKey, Dossier> dossiers = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
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
        this.unlisted = new UnlistedClients(clock);
        this.cache = new CredentialsCache<>(MOST_CALLERS, clock);
    }

    /**
     * The credentials of a caller.
     *
     * @throws IdentityPoolRefusedException see {@link IdentityPool}; also for a role that the token shows not to be the
     *     caller's
     * @throws CognitoUnavailableException see {@link CredentialsCache#get}
     */
    IssuedCredentials credentials(Applicant caller, Optional<String> requestedRole) {
        CredentialsKey key = key(caller, requestedRole);
        Optional<IssuedCredentials> known = cache.find(key);
        if (known.isPresent()) {
            return known.get();
        }
        ExchangeAmongNodes exchange = new ExchangeAmongNodes(key, caller);
        return cache.get(key, exchange, exchange::tellOf);
    }

    /** The same; it does not wait where another thread is asking for them. Fails by the future alone. */
    CompletableFuture<IssuedCredentials> credentialsAsync(Applicant caller, Optional<String> requestedRole) {
        CredentialsKey key = key(caller, requestedRole);
        ExchangeAmongNodes exchange = new ExchangeAmongNodes(key, caller);
        return cache.getAsync(key, exchange, exchange::tellOf);
    }

    private CredentialsKey key(Applicant caller, Optional<String> requestedRole) {
        return CredentialsKey.of(config, dossier(caller), caller, requestedRole);
    }

    private Dossier dossier(Applicant caller) {
        PersonKey person = PersonKey.of(config, caller.person());
        Dossier known = dossiers.getIfPresent(person); // without the lock that get takes
        return known != null ? known : dossiers.get(person, Dossier::new);
    }

    /** Drops all credentials of a person, those included that are just being issued. What id they have is no secret, and stays. */
    void forget(String issuer, String subject) {
        forget(new PersonKey(config.id(), issuer, subject), Set.of(), identityId -> false);
    }

    /** @param logins those of the identities that are gone, which other nodes are not to know either */
    private void forget(PersonKey person, Set<LoginKey> logins, Predicate<String> gone) {
        try {
            shared.forget(person, logins); // first: what others find there meanwhile is for the dossier that goes
        } finally {
            dossiers.asMap().computeIfPresent(person, (same, dossier) -> {
                dossier.forEachKey(any -> true, cache::remove);
                dossier.forgetIdentities(gone);
                return dossier.withoutCredentials();
            });
        }
    }

    /** Drops the credentials of a sign-in, those included that are just being issued. This node keeps those of the person's others. */
    private void forgetSignIn(CredentialsKey ended) {
        try {
            shared.forget(ended.person(), Set.of());
        } finally {
            dossiers.asMap().computeIfPresent(ended.person(), (same, dossier) -> dossier.withoutSignInOf(ended, cache));
        }
    }

    /** Drops what is known and issued of identities: of this one, and of those of these users. */
    void forget(String identityId, Set<LinkedUser> users) {
        Set<String> gone = new HashSet<>(Set.of(identityId));
        dossiers.asMap().values().forEach(dossier -> gone.addAll(dossier.identitiesOf(users)));
        dossiers.asMap().forEach((person, dossier) -> {
            Set<LoginKey> logins = dossier.loginsOf(gone::contains);
            if (dossier.isIncomplete()) { // these users may have been among those it has forgotten
                users.forEach(user -> logins.add(new LoginKey(person, Set.of(user))));
            }
            if (!logins.isEmpty()) {
                forget(person, logins, gone::contains);
            }
        });
    }

    /** The identity id of a caller, without credentials where none are cached. */
    String identityId(Applicant caller) {
        Dossier dossier = dossier(caller);
        LoginKey login = dossier.login(config, caller);
        return knownId(dossier, login).orElseGet(() -> {
            String identityId = identityId(dossier, login, caller);
            shared.put(login, identityId);
            return identityId;
        });
    }

    /** From memory, or another node's. */
    private Optional<String> knownId(Dossier dossier, LoginKey login) {
        return dossier.identityId(login).or(() -> {
            Optional<String> elsewhere = shared.identityId(login);
            elsewhere.ifPresent(identityId -> dossier.identify(login, identityId));
            return elsewhere;
        });
    }

    /**
     * Makes the identity of a guest one with that of a caller.
     *
     * @param requestedRole that in which credentials are asked for, which linking issues as well
     * @return what tells of these credentials, to be called when the linking is over
     * @throws IdentityPoolRefusedException when the pool does not link them
     * @throws CognitoUnavailableException when the pool cannot be asked now
     */
    Runnable link(String guestsIdentityId, Applicant caller, Optional<String> requestedRole) {
        CredentialsKey key = key(caller, requestedRole);
        requireHeld(key, caller);
        Sighting seen = shared.find(key);
        unlisted.refuse(caller);
        IssuedCredentials issued = noted(
                key,
                caller,
                pool.credentials(guestsIdentityId, caller, requestedRole)); // what it refuses is the guest's
        shared.put(key, issued, seen);
        cache.put(key, issued);
        return () -> tellOf(issued, key);
    }

    private IssuedCredentials exchange(CredentialsKey key, Applicant caller) {
        requireHeld(key, caller);
        try {
            return exchangeAsKnown(key, caller);
        } catch (IdentityPoolRefusedException e) {
            if (e.reason() == IdentityPoolRefusal.SIGNED_OUT) {
                forgetSignIn(key);
            }
            throw e;
        }
    }

    private void requireHeld(CredentialsKey key, Applicant caller) {
        if (config.checkRoles()) {
            key.requestedRole().ifPresent(role -> HeldRoles.require(role, caller, config.classic()));
        }
    }

    private IssuedCredentials exchangeAsKnown(CredentialsKey key, Applicant caller) {
        if (caller.isVouchedFor()) { // whose identity the pool tells with each exchange
            return noted(key, caller, pool.credentials(caller, key.requestedRole()));
        }
        Optional<String> known = knownId(key.dossier(), key.login());
        if (known.isPresent()) {
            try {
                return issue(key, known.get(), caller);
            } catch (StaleIdentityException e) { // deleted: ask for its successor
                key.dossier().forgetIdentity(key.login(), known.get());
            }
        }
        String successor = identityId(key.dossier(), key.login(), caller);
        try {
            return issue(key, successor, caller);
        } catch (StaleIdentityException e) {
            key.dossier().forgetIdentity(key.login(), successor);
            throw e;
        }
    }

    private IssuedCredentials issue(CredentialsKey key, String identityId, Applicant caller) {
        return noted(
                key, caller, unlisted.ask(caller, () -> pool.credentials(identityId, caller, key.requestedRole())));
    }

    /** An identity that was merged answers with the id of the one that survived; what the other was issued goes. */
    private IssuedCredentials noted(CredentialsKey key, Applicant caller, IssuedCredentials issued) {
        Dossier dossier = key.dossier();
        Optional<String> before = dossier.identify(key.login(), issued.identityId());
        boolean mayHaveMerged = before.isPresent() || caller.loginCount() > 1;
        if (mayHaveMerged && !before.equals(Optional.of(issued.identityId()))) {
            Set<LoginKey> merged = dossier.forgetOthersThan(issued.identityId());
            dossier.forEachKey(other -> !other.equals(key), cache::remove);
            if (!merged.isEmpty()) {
                shared.forget(key.person(), merged);
            }
        }
        dossier.note(key, cache::has);
        return issued;
    }

    /** Not before others are served, nor within the exchange: who is told may ask for the same credentials. */
    private void tellOf(IssuedCredentials issued, CredentialsKey key) {
        listener.issued(() -> event(key, issued));
    }

    private String identityId(Dossier dossier, LoginKey login, Applicant caller) {
        return dossier.identityId(login)
                .orElseGet(() -> flights.ask(login, () -> askIdentityId(dossier, login, caller)));
    }

    private String askIdentityId(Dossier dossier, LoginKey login, Applicant caller) {
        Optional<String> landed = dossier.identityId(login); // by a flight that ended just before this one began
        if (landed.isPresent()) {
            return landed.get();
        }
        if (!caller.isVouchedFor()) {
            unlisted.refuse(caller); // before it takes a turn
            newIdentities.await();
        }
        String identityId = unlisted.ask(caller, () -> pool.identityId(caller));
        dossier.identify(login, identityId);
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

    /** An exchange, unless another node has made it, whose credentials are taken then. Of one thread. */
    private final class ExchangeAmongNodes implements CredentialsCache.Exchange {

        private final CredentialsKey key;
        private final Applicant caller;
        private Sighting seen = Sighting.NONE;
        private boolean own;

        ExchangeAmongNodes(CredentialsKey key, Applicant caller) {
            this.key = key;
            this.caller = caller;
        }

        @Override
        public IssuedCredentials issue() {
            seen = shared.find(key);
            if (seen.issued().isPresent()) {
                return taken(seen.issued().get());
            }
            IssuedCredentials issued = exchange(key, caller);
            shared.put(key, issued, seen);
            own = true;
            return issued;
        }

        @Override
        public Optional<IssuedCredentials> usable() {
            return seen.usable().map(this::taken);
        }

        private IssuedCredentials taken(IssuedCredentials elsewhere) {
            return noted(key, caller, elsewhere);
        }

        /** The node that asked the pool tells of it. */
        void tellOf(IssuedCredentials issued) {
            if (own) {
                CallerExchange.this.tellOf(issued, key);
            }
        }
    }
}
