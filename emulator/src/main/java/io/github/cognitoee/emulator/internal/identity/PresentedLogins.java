package io.github.cognitoee.emulator.internal.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The logins of a call, not verified yet.
 *
 * @param operation the type of the request in which they came: each operation takes a SAML assertion once
 * @param tokens by provider; none of guests
 */
record PresentedLogins(Class<?> operation, Map<String, String> tokens) {

    /** @param logins null if the request has none */
    static PresentedLogins of(Class<?> operation, @Nullable Map<String, String> logins) {
        return new PresentedLogins(operation, logins == null ? Map.of() : logins);
    }

    /** Tells no token. */
    @Override
    public String toString() {
        return "PresentedLogins[" + operation.getSimpleName() + ", " + tokens.keySet() + "]";
    }
}
