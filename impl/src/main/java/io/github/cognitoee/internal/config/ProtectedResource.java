package io.github.cognitoee.internal.config;

import io.github.cognitoee.CognitoConfigurationException;
import java.net.URI;

/**
 * What the application publishes about itself as a protected resource (RFC 9728).
 *
 * @param resource its identifier: the https URL under which clients know it
 * @param name for people to read; empty for none
 */
public record ProtectedResource(URI resource, String name) {

    /** @throws CognitoConfigurationException if RFC 9728 section 1.2 does not allow the identifier */
    public ProtectedResource {
        if (!WebAddress.isSafe(resource) || resource.getRawFragment() != null) {
            throw new CognitoConfigurationException("Protected resource '" + resource
                    + "' is not an https URL without fragment, nor an http URL on the loopback interface");
        }
    }
}
