package io.github.cognitoee.internal.caller;

import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.ServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The caller of one request, written down by the mechanism that authenticated it. Request scopes that serve no request of
 * a client, as some servers give to background work, stay blank.
 */
@RequestScoped
public class RequestCaller {

    private static final String ATTRIBUTE = RequestCaller.class.getName();

    private @Nullable CognitoCallerPrincipal caller;
    private boolean served;

    public void signedIn(CognitoCallerPrincipal caller, ServletRequest request) {
        this.caller = caller;
        this.served = true;
        request.setAttribute(ATTRIBUTE, caller);
    }

    /** A request that brings no proof. */
    public void anonymous() {
        served = true;
    }

    /** The same request in another dispatch, for which Payara starts another request scope. */
    public void dispatched(ServletRequest request) {
        served = true;
        if (caller == null && request.getAttribute(ATTRIBUTE) instanceof CognitoCallerPrincipal signedIn) {
            caller = signedIn;
        }
    }

    public void signedOut() {
        if (caller != null) {
            caller.signOut();
        }
    }

    Optional<CognitoCallerPrincipal> caller() {
        return Optional.ofNullable(caller);
    }

    /** Whether this is the request of a client, signed in or not. */
    boolean isServed() {
        return served;
    }
}
