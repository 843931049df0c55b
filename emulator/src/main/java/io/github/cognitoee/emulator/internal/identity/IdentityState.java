package io.github.cognitoee.emulator.internal.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Identity pools and identities in the form in which a file keeps them.
 *
 * @param deleted ids of identities that must not come back
 * @param key the identity service's own, as a private JWK; null if it was not needed yet
 */
public record IdentityState(
        List<IdentityPool> pools, List<Identity> identities, Set<String> deleted, @Nullable Map<String, Object> key) {

    /** Tells nothing. */
    @Override
    public String toString() {
        return "IdentityState";
    }
}
