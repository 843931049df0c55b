package io.github.cognitoee.spi;

import java.util.Optional;

/**
 * A check of the application's own, the last one that a token passes. A CDI bean of this type is found by itself;
 * several are asked in no particular order.
 *
 * <p>Called on the request path by many threads at once: no blocking calls. An exception refuses the token.
 */
@FunctionalInterface
public interface TokenCheck {

    /**
     * @param token a token that passed all of the library's own checks
     * @return empty to let the token in, or a short reason for the log that names no secret
     */
    Optional<String> refuse(VerifiedToken token);
}
