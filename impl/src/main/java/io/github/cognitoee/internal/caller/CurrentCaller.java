package io.github.cognitoee.internal.caller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.util.Optional;
import java.util.Set;

/** Asks the container who is calling on this thread. */
@ApplicationScoped
public class CurrentCaller {

    private final SecurityContext securityContext;

    /** For the client proxy. */
    @SuppressWarnings("NullAway")
    protected CurrentCaller() {
        this.securityContext = null;
    }

    @Inject
    CurrentCaller(SecurityContext securityContext) {
        this.securityContext = securityContext;
    }

    /** The caller that Cognito vouches for; empty when nobody is signed in, and outside a request. */
    public Optional<CognitoCallerPrincipal> find() {
        Set<CognitoCallerPrincipal> principals = securityContext.getPrincipalsByType(CognitoCallerPrincipal.class);
        // Open Liberty answers null after a refusal
        return principals == null ? Optional.empty() : principals.stream().findFirst();
    }
}
