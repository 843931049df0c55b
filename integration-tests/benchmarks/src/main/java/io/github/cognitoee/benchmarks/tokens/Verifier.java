package io.github.cognitoee.benchmarks.tokens;

/** Somebody who verifies access tokens: signature, issuer, expiry, use and client. Thread-safe. */
@FunctionalInterface
interface Verifier {

    /**
     * What the token says, in the verifier's own type.
     *
     * @throws Exception if the token is not accepted
     */
    Object verify(String token) throws Exception;
}
