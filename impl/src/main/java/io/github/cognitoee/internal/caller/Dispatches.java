package io.github.cognitoee.internal.caller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/**
 * The requests that threads serve in an asynchronous dispatch, in which Payara has no request scope active and its security
 * context knows nobody. Bound to the very thread, and only while it serves.
 */
@ApplicationScoped
public class Dispatches {

    @SuppressWarnings("ThreadLocalUsage") // there is one of these for each application, and what it holds goes with it
    private final ThreadLocal<HttpServletRequest> current = new ThreadLocal<>();

    public void begin(HttpServletRequest request) {
        current.set(request);
    }

    public void end() {
        current.remove();
    }

    /** Whether this thread is serving one. */
    boolean isServing() {
        return current.get() != null;
    }

    /** The one that this thread serves. */
    Optional<ServedRequest> request() {
        return Optional.ofNullable(current.get()).map(ServedRequest::of);
    }

    /** The caller of the one that this thread serves, whom the container has not forgotten. */
    Optional<CognitoCallerPrincipal> caller() {
        HttpServletRequest request = current.get();
        return request == null
                ? Optional.empty()
                : ServedRequest.of(request).caller().filter(caller -> isKnown(caller, request.getUserPrincipal()));
    }

    private static boolean isKnown(CognitoCallerPrincipal caller, Principal principal) {
        return principal != null && principal.getName().equals(caller.getName());
    }
}
