package io.github.cognitoee.internal.caller;

/** Is told of callers who sign out, on the thread of their request. Thread-safe; throws nothing. */
@FunctionalInterface
public interface SignOutListener {

    /** Minds nothing. */
    SignOutListener NONE = caller -> {};

    void signedOut(CognitoCallerPrincipal caller);
}
