package io.github.cognitoee.internal.jwt;

import io.github.cognitoee.event.RejectionReason;
import java.util.List;

/**
 * A JWS header (RFC 7515 section 4) that asks for nothing but what is done here. Keys that it brings along or points at
 * ({@code jwk}, {@code jku}, {@code x5c}, {@code x5u}) are not looked at: the key is one that the user pool publishes.
 *
 * @param keyId {@code kid}: opaque, neither decoded nor trimmed
 */
record JoseHeader(String keyId) {

    /** The one algorithm of user pools. */
    static final String ALGORITHM = "RS256";

    private static final int MAX_KEY_ID_LENGTH = 256;
    private static final List<String> NOT_PROCESSED = List.of("crit", "b64", "zip");

    static JoseHeader of(Claims header) {
        String algorithm = header.string("alg");
        if (!ALGORITHM.equals(algorithm)) {
            String found = algorithm == null ? "missing" : Untrusted.quote(algorithm);
            throw new Refused(RejectionReason.ALGORITHM, "alg is " + found + ", expected '" + ALGORITHM + "'");
        }
        for (String name : NOT_PROCESSED) {
            if (header.has(name)) {
                throw new Refused(RejectionReason.CRITICAL_HEADER, "header has " + name + ", which is not processed");
            }
        }
        String keyId = header.requiredString("kid");
        if (keyId.length() > MAX_KEY_ID_LENGTH) {
            throw Refused.malformed("kid of " + keyId.length() + " characters, expected at most " + MAX_KEY_ID_LENGTH);
        }
        return new JoseHeader(keyId);
    }
}
