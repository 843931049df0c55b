package io.github.cognitoee.emulator.internal.identity;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * An identity at one moment. Immutable.
 *
 * @param logins none for a guest, and for an identity that was merged into another
 * @param enabled false after it was merged into another, or after its last login was unlinked
 */
record Identity(String id, String poolId, Set<Login> logins, Instant created, Instant modified, boolean enabled) {

    Identity {
        logins = Set.copyOf(logins);
    }

    boolean isGuest() {
        return enabled && logins.isEmpty();
    }

    Identity with(Set<Login> others, boolean usable, Instant now) {
        return new Identity(id, poolId, others, created, now, usable);
    }

    /** The names of the providers, as DescribeIdentity tells them. */
    List<String> providers() {
        return logins.stream().map(Login::provider).distinct().sorted().toList();
    }
}
