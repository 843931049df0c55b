package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CallerRequiredException;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusedException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;

/** Identities and credentials of guests, apart from all of callers. Thread-safe. */
final class GuestExchange {

    private static final System.Logger LOG = System.getLogger(GuestExchange.class.getName());

    private final IdentityPool pool;
    private final GuestBook book;
    private final CallRate newIdentities;
    private final CredentialsCache<String> cache;
    private final SingleFlight<Object, String> flights = new SingleFlight<>();

    /** @param newIdentities how often GetId may be called */
    GuestExchange(IdentityPool pool, GuestBook book, CallRate newIdentities, Clock clock) {
        this.pool = pool;
        this.book = book;
        this.newIdentities = newIdentities;
        this.cache = new CredentialsCache<>(clock);
    }

    /**
     * The credentials of the guest of this thread.
     *
     * @throws CallerRequiredException see {@link GuestBook#current()}
     * @throws IdentityPoolRefusedException when the pool takes no guests
     * @throws CognitoUnavailableException see {@link CredentialsCache#get}
     */
    IssuedCredentials credentials() {
        Guest guest = book.current();
        String identityId = identityId(guest);
        try {
            return credentials(identityId);
        } catch (StaleIdentityException e) { // deleted, or another's by now
            guest.take(identityId);
            return credentials(identityId(guest));
        }
    }

    private IssuedCredentials credentials(String identityId) {
        return cache.get(identityId, () -> pool.credentials(identityId, Applicant.GUEST, Optional.empty()));
    }

    private String identityId(Guest guest) {
        return guest.identityId()
                .orElseGet(
                        () -> flights.ask(guest.key(), () -> guest.identityId().orElseGet(() -> newIdentityId(guest))));
    }

    private String newIdentityId(Guest guest) {
        newIdentities.await();
        String identityId = pool.identityId(Applicant.GUEST);
        guest.give(identityId);
        return identityId;
    }

    /** Has the caller of this thread go on with the identity that they had as a guest. What cannot be linked is left behind. */
    void linkTo(CallerExchange callers, Applicant applicant) {
        book.before()
                .ifPresent(guest -> flights.ask(guest.key(), () -> {
                    guest.identityId().ifPresent(identityId -> link(guest, identityId, callers, applicant));
                    return "";
                }));
    }

    private static void link(Guest guest, String identityId, CallerExchange callers, Applicant applicant) {
        try {
            callers.link(identityId, applicant);
            guest.take(identityId);
        } catch (CognitoUnavailableException e) {
            LOG.log(Level.DEBUG, "a guest who signed in is linked later: {0}", e.getMessage());
        } catch (IdentityPoolRefusedException e) {
            LOG.log(Level.INFO, "a guest signed in, and their identity is left behind: {0}", e.getMessage());
            guest.take(identityId);
        }
    }
}
