package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CallerRequiredException;
import io.github.cognitoee.IdTokenRequiredException;
import io.github.cognitoee.IssuedRole;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.config.Problem;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

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
        return pool().callers().credentials(token(requestedRole), requestedRole);
    }

    String currentIdentityId() {
        return pool().callers().identityId(token(Optional.empty()));
    }

    IssuedCredentials of(CapturedCaller captured, Optional<String> requestedRole) {
        return pool().callers().credentials(unexpired(captured.idToken()), requestedRole);
    }

    String identityId(CapturedCaller captured) {
        return pool().callers().identityId(unexpired(captured.idToken()));
    }

    IssuedRole currentRole(Optional<String> requestedRole) {
        return role(token(requestedRole), requestedRole);
    }

    IssuedRole role(CapturedCaller captured, Optional<String> requestedRole) {
        return role(unexpired(captured.idToken()), requestedRole);
    }

    private IssuedRole role(IdToken token, Optional<String> requestedRole) {
        return pool().roles().of(pool().callers().credentials(token, requestedRole), token, requestedRole);
    }

    /** Keeps no credentials of a caller any longer, whatever roles they are of, nor what they were as a guest. */
    void forget(CognitoCallerPrincipal caller) {
        pool.ifPresent(known -> {
            known.guests().drop();
            known.callers().forget(caller.getIssuer(), caller.getSubject());
        });
    }

    /** The same as {@link #current}; on a thread that need not wait, where another is asking for the same. */
    CompletableFuture<IssuedCredentials> currentAsync(Optional<String> requestedRole) {
        return pool().callers().credentialsAsync(token(requestedRole), requestedRole);
    }

    CompletableFuture<IssuedCredentials> async(CapturedCaller captured, Optional<String> requestedRole) {
        return pool().callers().credentialsAsync(unexpired(captured.idToken()), requestedRole);
    }

    CapturedCaller capture() {
        return new CapturedCaller(caller(), currentCaller);
    }

    /** Credentials that no caller has to do with. */
    IssuedCredentials ofGuest() {
        return pool().guests().credentials();
    }

    private IdToken token(Optional<String> requestedRole) {
        IdToken token = unexpired(caller().requireIdToken());
        pool().guestSignedIn(token, requestedRole);
        return token;
    }

    private CognitoCallerPrincipal caller() {
        return currentCaller
                .find()
                .orElseThrow(() -> new CallerRequiredException("AWS credentials were asked for, but nobody is signed in"
                        + " on thread '" + Thread.currentThread().getName()
                        + "': protect the method with @RolesAllowed; on a thread that serves no request, use what"
                        + " CognitoIdentity.captured() returned in the request"));
    }

    /** It was good when the request came in; cached credentials are not to outlive it. */
    private IdToken unexpired(IdToken token) {
        if (!clock.instant().isBefore(token.expiresAt())) {
            throw new IdTokenRequiredException("The caller's ID token expired at " + token.expiresAt()
                    + " while the request, or work that it started, was under way: have the client send a new one");
        }
        return token;
    }

    private ConnectedPool pool() {
        return pool.orElseThrow(() -> Problem.NO_IDENTITY_POOL.exception("this application has no identity"
                + " pool; add @CognitoIdentityPoolDefinition or set cognito.identity-pool.id"));
    }
}
