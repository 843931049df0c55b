package io.github.cognitoee.event;

/** Why a token was refused, in the order in which the checks run: the first that fails is the reason. */
public enum RejectionReason {
    /** Longer than 16 KiB. */
    TOO_LARGE,
    /** Not a compact JWS: parts, alphabet, padding, JSON, or a member of the wrong type. */
    MALFORMED,
    /** {@code alg} is not allowed. */
    ALGORITHM,
    /** The header carries {@code crit} or asks for processing that is not done, such as {@code b64} or {@code zip}. */
    CRITICAL_HEADER,
    /** {@code iss} is missing or not one of the configured user pools. */
    ISSUER,
    /** The user pool has no signing key of that {@code kid}. */
    UNKNOWN_KEY,
    /** The signature does not belong to the text. */
    SIGNATURE,
    /** {@code exp} has passed. */
    EXPIRED,
    /** {@code nbf} lies in the future. */
    NOT_YET_VALID,
    /** {@code iat} lies in the future. */
    ISSUED_IN_FUTURE,
    /** {@code token_use} is not what {@code bearerTokens} allows. */
    TOKEN_USE,
    /** The token was issued to another app client. */
    CLIENT,
    /** A required scope is missing; answered with 403. */
    SCOPE,
    /** A required group is missing; answered with 403. */
    GROUP,
    /** The application's own {@link io.github.cognitoee.spi.TokenCheck} refused it. */
    TOKEN_CHECK
}
