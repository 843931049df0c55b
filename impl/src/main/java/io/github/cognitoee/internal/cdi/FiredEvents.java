package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.event.CognitoEvent;
import io.github.cognitoee.event.CredentialsIssued;
import io.github.cognitoee.event.KeysUnavailable;
import io.github.cognitoee.event.TokenAccepted;
import io.github.cognitoee.event.TokenRejected;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.identitypool.CredentialsListener;
import io.github.cognitoee.internal.jwt.Verification;
import io.github.cognitoee.internal.jwt.VerificationListener;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Makes events of what happens and fires them, each only where somebody observes it: elsewhere a request pays one look-up
 * in a set. What observers throw ends here, so that they can neither keep anybody out nor let anybody in. Thread-safe.
 */
final class FiredEvents implements VerificationListener, CredentialsListener {

    /** So many may wait for asynchronous observers: anybody can have tokens refused faster than these keep up. */
    static final int MOST_WAITING = 1_000;

    private static final System.Logger LOG = System.getLogger(FiredEvents.class.getName());

    private final EventObservers observers;
    private final Event<CognitoEvent> events;
    private final Clock clock;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final Map<Class<?>, Integer> failures = new ConcurrentHashMap<>();

    FiredEvents(EventObservers observers, Event<CognitoEvent> events, Clock clock) {
        this.observers = observers;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void accepted(VerifiedJwt token) {
        if (observers.isObserved(TokenAccepted.class)) {
            fire(new TokenAccepted(
                    clock.instant(),
                    token.userPool().id(),
                    token.issuer(),
                    token.subject(),
                    token.clientId(),
                    token.isIdToken()));
        }
    }

    @Override
    public void rejected(Verification.Rejected rejected) {
        if (observers.isObserved(TokenRejected.class)) {
            fire(new TokenRejected(clock.instant(), rejected.reason(), rejected.detail()));
        }
    }

    @Override
    public void keysUnavailable(String userPoolId, int failuresInARow, String detail) {
        if (observers.isObserved(KeysUnavailable.class)) {
            fire(new KeysUnavailable(clock.instant(), userPoolId, failuresInARow, detail));
        }
    }

    @Override
    public void issued(Supplier<CredentialsIssued> event) {
        if (observers.isObserved(CredentialsIssued.class)) {
            fire(event.get());
        }
    }

    private void fire(CognitoEvent event) {
        if (observers.isAsynchronous(event.getClass())) {
            fireAsynchronously(event);
        }
        if (observers.isSynchronous(event.getClass())) {
            try {
                events.fire(event);
            } catch (VirtualMachineError e) {
                throw e; // nobody's to answer for
            } catch (RuntimeException | Error e) {
                observerFailed(event, e);
            }
        }
    }

    private void fireAsynchronously(CognitoEvent event) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            tellDropped();
            return;
        }
        try {
            events.fireAsync(event).whenComplete((fired, failure) -> {
                waiting.decrementAndGet();
                if (failure != null) {
                    observerFailed(event, failure);
                }
            });
        } catch (RuntimeException e) { // no thread to be had
            waiting.decrementAndGet();
            observerFailed(event, e);
        }
    }

    /** One line for the first, and another each time that there are twice as many. */
    private void observerFailed(CognitoEvent event, Throwable failure) {
        int count = failures.merge(event.getClass(), 1, Integer::sum);
        if (Integer.bitCount(count) == 1) {
            Problem.OBSERVER_FAILED.log(
                    LOG,
                    failure,
                    "an observer of " + event.getClass().getSimpleName() + " failed (" + count
                            + " times so far); callers are none the wiser");
        }
    }

    private void tellDropped() {
        int count = dropped.incrementAndGet();
        if (Integer.bitCount(count) == 1) {
            Problem.EVENTS_DROPPED.log(
                    LOG,
                    "asynchronous observers are " + MOST_WAITING + " events behind; dropped for them so far: " + count);
        }
    }
}
