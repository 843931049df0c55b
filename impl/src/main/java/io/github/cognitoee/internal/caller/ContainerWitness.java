package io.github.cognitoee.internal.caller;

import jakarta.enterprise.inject.Instance;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger.Level;
import java.util.Set;

/**
 * What the container says of the caller of this thread's request. Jakarta Security's context is asked. In a servlet container
 * Soteria has no Jakarta Authorization to turn to, and its context fails; there the request itself is asked. Thread-safe.
 */
final class ContainerWitness {

    private static final System.Logger LOG = System.getLogger(ContainerWitness.class.getName());

    private final SecurityContext securityContext;
    private final Instance<HttpServletRequest> requests;
    private volatile boolean hasAuthorization = true;

    /** @param requests the one that this thread serves */
    ContainerWitness(SecurityContext securityContext, Instance<HttpServletRequest> requests) {
        this.securityContext = securityContext;
        this.requests = requests;
    }

    /** Whether the container has this very caller as its own, and has not forgotten them. */
    boolean knows(CognitoCallerPrincipal caller) {
        if (hasAuthorization) {
            try {
                Set<CognitoCallerPrincipal> principals =
                        securityContext.getPrincipalsByType(CognitoCallerPrincipal.class);
                // Open Liberty answers null after a refusal
                return principals != null && principals.contains(caller);
            } catch (LinkageError e) {
                LOG.log(
                        Level.DEBUG,
                        "no Jakarta Authorization, requests are asked for their callers: {0}",
                        e.toString());
                hasAuthorization = false;
            } catch (IllegalArgumentException e) { // its API is there, and nothing behind it
                LOG.log(Level.DEBUG, "Jakarta Authorization knows of no request: {0}", e.toString());
            }
        }
        return caller.equals(requests.get().getUserPrincipal());
    }
}
