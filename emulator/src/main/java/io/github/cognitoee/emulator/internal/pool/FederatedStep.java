package io.github.cognitoee.emulator.internal.pool;

import java.util.List;
import java.util.Map;

/**
 * A browser that was sent to another provider, and is to come back.
 *
 * @param nonce that its ID token must carry
 * @param query with which the application sent it
 */
public record FederatedStep(String providerName, String nonce, Map<String, List<String>> query) {

    public FederatedStep {
        query = Map.copyOf(query);
    }

    /** Tells the provider alone. */
    @Override
    public String toString() {
        return "FederatedStep[" + providerName + "]";
    }
}
