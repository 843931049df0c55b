package io.github.cognitoee.internal.config;

import java.time.Duration;
import java.util.Map;

/**
 * How the application vouches for callers who have no ID token.
 *
 * @param provider the identity pool's name for the application as a provider
 * @param tokenDuration how long the token is good by which it does
 * @param claimsByTag names of claims that become principal tags, by the names of the tags
 * @param rates how often the pool may be called for it
 */
public record DeveloperConfig(
        String provider, Duration tokenDuration, Map<String, String> claimsByTag, DeveloperRates rates) {

    public DeveloperConfig {
        claimsByTag = Map.copyOf(claimsByTag);
    }
}
