package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CallerRequiredException;
import io.github.cognitoee.OtherCallerException;
import io.github.cognitoee.internal.caller.CurrentCaller;
import java.security.Principal;
import java.util.function.BooleanSupplier;

/** A caller whom an application carries to other threads, with the logins they had. Immutable; prints nothing. */
final class CapturedCaller {

    private final Principal caller;
    private final Applicant applicant;
    private final BooleanSupplier hasSignedOut;
    private final CurrentCaller currentCaller;

    CapturedCaller(Principal caller, Applicant applicant, BooleanSupplier hasSignedOut, CurrentCaller currentCaller) {
        this.caller = caller;
        this.applicant = applicant;
        this.hasSignedOut = hasSignedOut;
        this.currentCaller = currentCaller;
    }

    /**
     * The captured caller's logins, for this thread.
     *
     * @throws CallerRequiredException when the caller has signed out
     * @throws OtherCallerException when this thread serves the request of anybody else
     */
    Applicant applicant() {
        if (hasSignedOut.getAsBoolean()) {
            throw new CallerRequiredException("The caller whose identity was captured has signed out");
        }
        if (currentCaller.isAnotherThan(caller)) {
            throw new OtherCallerException("A captured identity was used on thread '"
                    + Thread.currentThread().getName()
                    + "', which serves the request of somebody else or of nobody: do not keep it where other requests"
                    + " find it, and use the injected CognitoIdentity in requests");
        }
        return applicant;
    }

    @Override
    public String toString() {
        return "CapturedCaller";
    }
}
