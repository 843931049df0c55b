package io.github.cognitoee.internal.store;

import io.github.cognitoee.internal.jwt.VerifiedJwt;
import java.util.Optional;

/**
 * Names callers. By default the user name of the pool, which nobody can change for themselves; a machine, which has
 * none, is {@code client:<client_id>}. That prefix is kept from people, who may choose their user name at sign-up.
 */
final class CallerNames {

    private static final String MACHINE_PREFIX = "client:";

    private final Optional<String> claim;

    CallerNames(Optional<String> claim) {
        this.claim = claim;
    }

    /** The caller's name; empty when the token carries none that may be used. */
    Optional<String> nameOf(VerifiedJwt token) {
        if (claim.isPresent()) {
            return token.string(claim.get()).filter(name -> !name.isBlank());
        }
        if (token.isMachine()) {
            return Optional.of(MACHINE_PREFIX + token.clientId());
        }
        return token.username().filter(name -> !name.isBlank() && !name.startsWith(MACHINE_PREFIX));
    }
}
