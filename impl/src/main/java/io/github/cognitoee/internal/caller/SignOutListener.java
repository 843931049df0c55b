package io.github.cognitoee.internal.caller;

import io.github.cognitoee.internal.config.Problem;
import java.security.Principal;

/** Is told of callers who sign out, on the thread of their request. Thread-safe. */
@FunctionalInterface
public interface SignOutListener {

    /** Minds nothing. */
    SignOutListener NONE = caller -> {};

    /** @param caller for whom Cognito vouches, or another mechanism or store of the application */
    void signedOut(Principal caller);

    /** The same; whoever signs out is out, whatever becomes of what is kept. */
    default void tell(Principal caller) {
        try {
            signedOut(caller);
        } catch (RuntimeException e) {
            Problem.CALLER_NOT_FORGOTTEN.log(
                    System.getLogger(SignOutListener.class.getName()),
                    e,
                    "what was kept of a caller who signed out could not be dropped");
        }
    }
}
