package io.github.cognitoee.internal.userpool;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the user pool is told with each step besides. {@code toString} shows nothing of it.
 *
 * @param clientAddress where the person's request came from
 * @param deviceData what Cognito's script found about the person's device
 * @param clientMetadata for triggers
 */
record Circumstances(Optional<String> clientAddress, Optional<String> deviceData, Map<String, String> clientMetadata) {

    static final Circumstances NONE = new Circumstances(Optional.empty(), Optional.empty(), Map.of());

    Circumstances {
        clientMetadata = Collections.unmodifiableMap(new LinkedHashMap<>(clientMetadata));
    }

    @Override
    public String toString() {
        return "Circumstances";
    }
}
