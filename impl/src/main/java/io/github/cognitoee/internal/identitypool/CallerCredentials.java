package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CallerRequiredException;
import io.github.cognitoee.IdTokenRequiredException;
import io.github.cognitoee.IssuedRole;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.config.Problem;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Joins the caller of the current thread, or a captured one, with the identity pool. Stateless, thread-safe. */
public final class CallerCredentials {

    private final CurrentCaller currentCaller;
    private final Optional<ConnectedPool> pool;
    private final Clock clock;

    /** @param pool empty where the application has no identity pool */
    CallerCredentials(CurrentCaller currentCaller, Optional<ConnectedPool> pool, Clock clock) {
        this.currentCaller = currentCaller;
        this.pool = pool;
        this.clock = clock;
    }

    IssuedCredentials current(Optional<String> requestedRole) {
        return pool().callers().credentials(applicant(requestedRole), requestedRole);
    }

    String currentIdentityId() {
        return pool().callers().identityId(applicant());
    }

    IssuedCredentials of(CapturedCaller captured, Optional<String> requestedRole) {
        return pool().callers().credentials(unexpired(captured.applicant()), requestedRole);
    }

    String identityId(CapturedCaller captured) {
        return pool().callers().identityId(unexpired(captured.applicant()));
    }

    IssuedRole currentRole(Optional<String> requestedRole) {
        return role(applicant(requestedRole), requestedRole);
    }

    IssuedRole role(CapturedCaller captured, Optional<String> requestedRole) {
        return role(unexpired(captured.applicant()), requestedRole);
    }

    private IssuedRole role(Applicant applicant, Optional<String> requestedRole) {
        return pool().roles().of(pool().callers().credentials(applicant, requestedRole), applicant, requestedRole);
    }

    /** Keeps no credentials of a caller any longer, whatever roles they are of, nor what they were as a guest. */
    void forget(Principal caller) {
        Person person = caller instanceof CognitoCallerPrincipal known ? Person.of(known) : Person.ofOther(caller);
        pool.ifPresent(connected -> {
            try {
                connected.callers().forget(person.issuer(), person.subject());
            } finally {
                connected.guests().drop(); // where the session is kept may be away
            }
        });
    }

    /** The same as {@link #current}; on a thread that need not wait, where another is asking for the same. */
    CompletableFuture<IssuedCredentials> currentAsync(Optional<String> requestedRole) {
        return pool().callers().credentialsAsync(applicant(requestedRole), requestedRole);
    }

    CompletableFuture<IssuedCredentials> async(CapturedCaller captured, Optional<String> requestedRole) {
        return pool().callers().credentialsAsync(unexpired(captured.applicant()), requestedRole);
    }

    CapturedCaller capture() {
        Principal caller = caller();
        return new CapturedCaller(caller, pool().applicants().of(caller), signOutOf(caller), currentCaller);
    }

    private BooleanSupplier signOutOf(Principal caller) {
        return caller instanceof CognitoCallerPrincipal known
                ? known::hasSignedOut
                : currentCaller.request().orElseThrow().otherHasSignedOut();
    }

    /** Credentials that no caller has to do with. */
    IssuedCredentials ofGuest() {
        return pool().guests().credentials();
    }

    /** The same; on a thread that need not wait, where another is asking for the same. */
    CompletableFuture<IssuedCredentials> ofGuestAsync() {
        return pool().guests().credentialsAsync();
    }

    /** Who asks on this thread, with their logins. */
    Applicant applicant() {
        return applicant(Optional.empty());
    }

    /** Who asks on this thread; what they were as a guest is linked to them, or left behind, by then. */
    private Applicant applicant(Optional<String> requestedRole) {
        Principal caller = caller();
        ConnectedPool asked = pool();
        Applicant applicant = unexpired(asked.applicants().of(caller));
        asked.guestSignedIn(applicant, requestedRole);
        return applicant;
    }

    private Principal caller() {
        return currentCaller
                .find()
                .<Principal>map(known -> known)
                .or(currentCaller::findOther)
                .orElseThrow(() -> new CallerRequiredException("AWS credentials were asked for, but nobody is signed in"
                        + " on thread '" + Thread.currentThread().getName()
                        + "': protect the method with @RolesAllowed; on a thread that serves no request, use what"
                        + " CognitoIdentity.captured() returned in the request"));
    }

    /** It was good when the request came in; cached credentials are not to outlive it. */
    private Applicant unexpired(Applicant applicant) {
        Instant end = applicant.person().provedUntil();
        if (clock.instant().isBefore(end)) {
            return applicant;
        }
        if (applicant.idToken().isPresent()) {
            throw new IdTokenRequiredException("The caller's ID token" + expired(end));
        }
        throw new CallerRequiredException("The caller's access token" + expired(end));
    }

    private static String expired(Instant end) {
        return " expired at " + end
                + " while the request, or work that it started, was under way: have the client send a new one";
    }

    private ConnectedPool pool() {
        return pool.orElseThrow(() -> Problem.NO_IDENTITY_POOL.exception("this application has no identity"
                + " pool; add @CognitoIdentityPoolDefinition or set cognito.identity-pool.id"));
    }
}
