package io.github.cognitoee.internal.config;

/**
 * How often the identity pool may be called for the developer provider.
 *
 * @param tokensPerSecond {@code GetOpenIdTokenForDeveloperIdentity}, by which the application vouches
 * @param callsPerSecond all that looks after identities, together
 */
public record DeveloperRates(int tokensPerSecond, int callsPerSecond) {

    /**
     * The first is what AWS gives an account in a region. Of the others AWS says that they are for low throughput, and no figure:
     * this is the smallest that it has for an operation on identities.
     */
    public static final DeveloperRates DEFAULT = new DeveloperRates(50, 5);
}
