package io.github.cognitoee.internal.config;

import io.github.cognitoee.CognitoConfigurationException;
import java.net.URI;

/** Where the keys of a user pool come from. */
public sealed interface KeyLocation {

    /**
     * The user pool publishes them.
     *
     * @param jwksUri https, or http on the loopback interface
     */
    record Published(URI jwksUri) implements KeyLocation {

        /** @throws CognitoConfigurationException if keys from there could be anybody's */
        public Published {
            if (!WebAddress.isSafe(jwksUri)) {
                throw new CognitoConfigurationException(
                        "Key set address " + jwksUri + " is neither https nor http on the loopback interface");
            }
        }
    }

    /**
     * They were given beforehand, and nothing is ever fetched: for networks that cannot reach AWS.
     *
     * @param jwks a JSON Web Key Set
     */
    record Pinned(String jwks) implements KeyLocation {}
}
