package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CallerRequiredException;
import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.caller.IdToken;
import java.util.Optional;

/** Joins the caller of the current thread with the identity pool. Stateless, thread-safe. */
public final class CallerCredentials {

    private final CurrentCaller currentCaller;
    private final Optional<CredentialsCache> cache;

    /** @param cache empty where the application has no identity pool */
    CallerCredentials(CurrentCaller currentCaller, Optional<CredentialsCache> cache) {
        this.currentCaller = currentCaller;
        this.cache = cache;
    }

    IssuedCredentials current(Optional<String> requestedRole) {
        return cache().get(idToken(), requestedRole);
    }

    String currentIdentityId() {
        return cache().identityId(idToken());
    }

    private IdToken idToken() {
        return currentCaller
                .find()
                .map(CognitoCallerPrincipal::requireIdToken)
                .orElseThrow(() -> new CallerRequiredException("AWS credentials were asked for, but nobody is signed in"
                        + " on thread '" + Thread.currentThread().getName()
                        + "': protect the method with @RolesAllowed, and ask on the request's own thread"));
    }

    private CredentialsCache cache() {
        return cache.orElseThrow(() -> new CognitoConfigurationException("COG-0004: this application has no identity"
                + " pool; add @CognitoIdentityPoolDefinition or set cognito.identity-pool.id"));
    }
}
