package io.github.cognitoee.internal.identitypool;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.cognitoee.CallerRequiredException;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Identities and credentials of guests, apart from all those of callers. Thread-safe. */
final class GuestExchange {

    private static final System.Logger LOG = System.getLogger(GuestExchange.class.getName());

    /** Anybody can be one, also who only crawls by. */
    private static final int MOST_GUESTS = 10_000;

    /** What is refused to one request is not asked for again by each of those that a page makes at once. */
    static final Duration LINKED_AGAIN_AFTER = Duration.ofSeconds(10);

    private final IdentityPool pool;
    private final GuestBook book;
    private final CallRate newIdentities;
    private final Clock clock;
    private final CredentialsCache<String> cache;
    private final SingleFlight<Object, String> flights = new SingleFlight<>();
    private final SingleFlight<Object, Boolean> links = new SingleFlight<>();

    /** Until when they are not tried again. */
    private final Cache<Link, Instant> refusedLinks;

    /** Whether there may be any; it costs signed-in callers something. Their identities may come from another node. */
    private volatile boolean anybody = true;

    /** @param newIdentities how often GetId may be called for guests */
    GuestExchange(IdentityPool pool, GuestBook book, CallRate newIdentities, Clock clock) {
        this.pool = pool;
        this.book = book;
        this.newIdentities = newIdentities;
        this.clock = clock;
        this.refusedLinks = Caffeine.newBuilder()
                .maximumSize(MOST_GUESTS)
                .executor(Runnable::run)
                .expireAfter(new UntilTheyExpire<Link, Instant>(clock, until -> until))
                .build();
        this.cache = new CredentialsCache<>(MOST_GUESTS, clock);
    }

    /**
     * The credentials of the guest of this thread.
     *
     * @throws CallerRequiredException see {@link GuestBook#current()}
     * @throws IdentityPoolRefusedException when the pool takes no guests
     * @throws CognitoUnavailableException see {@link CredentialsCache#get}
     */
    IssuedCredentials credentials() {
        Known known = known();
        try {
            return credentials(known.identityId());
        } catch (StaleIdentityException e) { // deleted, or another's by now
            return credentials(successor(known));
        }
    }

    /**
     * The same; it does not wait where another thread is exchanging. Somebody new is given their identity on this thread.
     * Throws what has to do with that; what the exchange fails with comes by the future.
     */
    CompletableFuture<IssuedCredentials> credentialsAsync() {
        Known known = known();
        return credentialsAsync(known.identityId()).exceptionallyCompose(failure -> {
            if (!(failure instanceof StaleIdentityException || failure.getCause() instanceof StaleIdentityException)) {
                return CompletableFuture.failedFuture(failure);
            }
            return credentialsAsync(successor(known));
        });
    }

    private CompletableFuture<IssuedCredentials> credentialsAsync(String identityId) {
        return cache.getAsync(identityId, () -> exchange(identityId), issued -> {});
    }

    private IssuedCredentials credentials(String identityId) {
        return cache.get(identityId, () -> exchange(identityId), issued -> {});
    }

    private IssuedCredentials exchange(String identityId) {
        return pool.credentials(identityId, Applicant.GUEST, Optional.empty());
    }

    /** Takes the turn of somebody new before there is a session: programs without cookies would have any number made. */
    private Known known() {
        anybody = true;
        Optional<Guest> current = book.current();
        if (current.isPresent()) {
            return new Known(current.get(), identityId(current.get(), newIdentities::await));
        }
        newIdentities.await();
        Guest begun = book.begin();
        return new Known(begun, identityId(begun, () -> {}));
    }

    /** The identity after one that is gone. */
    private String successor(Known known) {
        known.guest().take(known.identityId());
        return identityId(known.guest(), newIdentities::await);
    }

    /** @param turn awaits that of a new guest */
    private String identityId(Guest guest, Runnable turn) {
        return guest.identityId()
                .orElseGet(() ->
                        flights.ask(guest.key(), () -> guest.identityId().orElseGet(() -> newIdentityId(guest, turn))));
    }

    private String newIdentityId(Guest guest, Runnable turn) {
        turn.run();
        String identityId = pool.identityId(Applicant.GUEST);
        guest.give(identityId);
        return identityId;
    }

    /** Has no guest looked for at a sign-in until credentials of one are asked for here: the application seems to have none. */
    void expectNobody() {
        anybody = false;
    }

    /** Whether somebody who signed in may have been a guest before. */
    boolean mayBeAny() {
        return anybody;
    }

    /** Has the caller of this thread leave behind the identity that they had as a guest, lest the next at the browser have it. */
    void drop() {
        book.before().ifPresent(guest -> guest.identityId().ifPresent(guest::take));
    }

    /**
     * Has the caller of this thread go on with the identity that they had as a guest. What cannot be linked is left behind.
     *
     * @param requestedRole that in which the caller's credentials are asked for
     */
    void linkTo(CallerExchange callers, Applicant caller, Optional<String> requestedRole) {
        book.before().ifPresent(guest -> {
            Link link = Link.of(guest, caller, requestedRole);
            if (wasRefusedJustNow(link)) {
                return;
            }
            AtomicReference<Runnable> afterwards = new AtomicReference<>(() -> {});
            try {
                links.ask(guest.key(), () -> {
                    guest.identityId().ifPresent(identityId -> {
                        afterwards.set(callers.link(identityId, caller, requestedRole));
                        guest.take(identityId);
                    });
                    return true;
                });
            } catch (CognitoUnavailableException e) {
                LOG.log(Level.DEBUG, "a guest who signed in is linked later: {0}", e.getMessage());
            } catch (IdentityPoolRefusedException e) {
                leaveBehind(guest, link, e);
            }
            Objects.requireNonNull(afterwards.get()).run();
        });
    }

    private boolean wasRefusedJustNow(Link link) {
        Instant until = refusedLinks.getIfPresent(link);
        return until != null && clock.instant().isBefore(until);
    }

    /** What another role may mend is tried again with that, and what another token may, in a while. */
    private void leaveBehind(Guest guest, Link link, IdentityPoolRefusedException refused) {
        boolean forGood =
                refused instanceof StaleIdentityException || refused.reason() == IdentityPoolRefusal.LOGIN_CONFLICT;
        LOG.log(
                forGood ? Level.INFO : Level.DEBUG,
                "a guest signed in, and their identity is {0}: {1}",
                forGood ? "left behind" : "not linked yet",
                refused.getMessage());
        if (forGood) {
            guest.identityId().ifPresent(guest::take);
        } else {
            refusedLinks.put(link, clock.instant().plus(LINKED_AGAIN_AFTER));
        }
    }

    private record Known(Guest guest, String identityId) {}

    /** A guest's identity that is to become a caller's, by credentials in a role. */
    private record Link(Object guest, String issuer, String subject, Optional<String> requestedRole) {

        static Link of(Guest guest, Applicant caller, Optional<String> requestedRole) {
            return new Link(
                    guest.key(), caller.person().issuer(), caller.person().subject(), requestedRole);
        }
    }
}
