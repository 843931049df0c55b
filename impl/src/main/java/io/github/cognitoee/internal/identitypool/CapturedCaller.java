package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CallerRequiredException;
import io.github.cognitoee.OtherCallerException;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.caller.IdToken;

/** A caller whom an application carries to other threads, with the ID token they proved. Immutable; prints nothing. */
final class CapturedCaller {

    private final CognitoCallerPrincipal caller;
    private final IdToken idToken;
    private final CurrentCaller currentCaller;

    CapturedCaller(CognitoCallerPrincipal caller, CurrentCaller currentCaller) {
        this.caller = caller;
        this.idToken = caller.requireIdToken();
        this.currentCaller = currentCaller;
    }

    /**
     * The captured caller's ID token, for this thread.
     *
     * @throws CallerRequiredException when the caller has signed out
     * @throws OtherCallerException when this thread serves the request of anybody else
     */
    IdToken idToken() {
        if (caller.hasSignedOut()) {
            throw new CallerRequiredException("The caller whose identity was captured has signed out");
        }
        if (currentCaller.isAnotherThan(caller)) {
            throw new OtherCallerException("A captured identity was used on thread '"
                    + Thread.currentThread().getName()
                    + "', which serves the request of somebody else or of nobody: do not keep it where other requests"
                    + " find it, and use the injected CognitoIdentity in requests");
        }
        return idToken;
    }

    @Override
    public String toString() {
        return "CapturedCaller";
    }
}
