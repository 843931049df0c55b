package io.github.cognitoee.spi;

import java.time.Instant;
import java.util.Map;

/** A Cognito token whose signature, issuer, times, use and client have been verified. Immutable. */
public interface VerifiedToken {

    /** {@code iss}. */
    String issuer();

    /** {@code sub}. */
    String subject();

    /** The app client: {@code aud} of an ID token, {@code client_id} of an access token. */
    String clientId();

    /** Whether this is an ID token; else it is an access token. */
    boolean isIdToken();

    /** {@code iat}. */
    Instant issuedAt();

    /** {@code exp}. */
    Instant expiresAt();

    /**
     * All claims. Values are {@code String}, {@code Boolean}, {@code Long}, {@code Double}, {@code BigInteger}, {@code
     * List} and {@code Map} of these, or null.
     */
    Map<String, ?> claims();
}
