package io.github.cognitoee.internal.identitypool;

import java.util.Optional;

/**
 * What a node saw in the shared cache when it looked for credentials there.
 *
 * @param generation of the person at that time; empty where the cache could not be asked
 * @param issued credentials that serve
 */
record Sighting(Optional<String> generation, Optional<IssuedCredentials> issued) {

    /** Whoever saw nothing shares nothing either. */
    static final Sighting NONE = new Sighting(Optional.empty(), Optional.empty());

    static Sighting of(String generation, Optional<IssuedCredentials> issued) {
        return new Sighting(Optional.of(generation), issued);
    }
}
