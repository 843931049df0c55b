package io.github.cognitoee.internal.jwt;

/**
 * Is told what verification comes to, on the thread that verifies or fetches, which waits for it. Thread-safe; throws
 * nothing that its caller could answer for.
 */
public interface VerificationListener {

    /** Minds nothing. */
    VerificationListener NONE = new VerificationListener() {};

    /** A token that was not known passed every check of verification; its bearer may still turn out to have no name. */
    default void accepted(VerifiedJwt token) {}

    /** A token was refused, known or not. */
    default void rejected(Verification.Rejected rejected) {}

    /**
     * The keys of a user pool could not be fetched.
     *
     * @param failuresInARow how many fetches have failed since the last that succeeded
     * @param detail what failed, for the log
     */
    default void keysUnavailable(String userPoolId, int failuresInARow, String detail) {}
}
