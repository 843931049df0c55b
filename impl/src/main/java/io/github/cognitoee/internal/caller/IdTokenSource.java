package io.github.cognitoee.internal.caller;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdTokenRequiredException;

/** How a caller proves an ID token, when one is needed: in the request, or from the session. Thread-safe. */
@FunctionalInterface
public interface IdTokenSource {

    /**
     * The verified ID token of this very caller.
     *
     * @throws IdTokenRequiredException when the caller proved none; the message names the ways out
     * @throws CognitoUnavailableException when it cannot be verified now
     */
    IdToken require();

    /** Whether the caller presented an ID token, be it a good one or not. */
    default boolean isPresented() {
        return true;
    }
}
