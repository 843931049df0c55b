package io.github.cognitoee.emulator;

/** How the emulator's tokens name their user pool in {@code iss}. */
public enum Issuer {
    /** {@code https://cognito-idp.<region>.amazonaws.com/<poolId>}, as AWS does. */
    AWS_SHAPED,
    /** {@code http://127.0.0.1:<port>/<poolId>}, for clients that find the keys through the issuer's own address. */
    REACHABLE
}
