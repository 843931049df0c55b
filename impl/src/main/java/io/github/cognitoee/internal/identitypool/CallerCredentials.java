package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CallerRequiredException;
import io.github.cognitoee.IdTokenRequiredException;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.config.Problem;
import java.time.Clock;
import java.util.Optional;

/** Joins the caller of the current thread with the identity pool. Stateless, thread-safe. */
public final class CallerCredentials {

    private final CurrentCaller currentCaller;
    private final Optional<CredentialsCache> cache;
    private final Clock clock;

    /** @param cache empty where the application has no identity pool */
    CallerCredentials(CurrentCaller currentCaller, Optional<CredentialsCache> cache, Clock clock) {
        this.currentCaller = currentCaller;
        this.cache = cache;
        this.clock = clock;
    }

    IssuedCredentials current(Optional<String> requestedRole) {
        return cache().get(idToken(), requestedRole);
    }

    String currentIdentityId() {
        return cache().identityId(idToken());
    }

    private IdToken idToken() {
        IdToken token = currentCaller
                .find()
                .map(CognitoCallerPrincipal::requireIdToken)
                .orElseThrow(() -> new CallerRequiredException("AWS credentials were asked for, but nobody is signed in"
                        + " on thread '" + Thread.currentThread().getName()
                        + "': protect the method with @RolesAllowed, and ask on the request's own thread"));
        if (!clock.instant().isBefore(token.expiresAt())) {
            // it was good when the request came in; cached credentials are not to outlive it
            throw new IdTokenRequiredException("The caller's ID token expired at " + token.expiresAt()
                    + " while this request was under way: have the client send a new one");
        }
        return token;
    }

    private CredentialsCache cache() {
        return cache.orElseThrow(() -> Problem.NO_IDENTITY_POOL.exception("this application has no identity"
                + " pool; add @CognitoIdentityPoolDefinition or set cognito.identity-pool.id"));
    }
}
