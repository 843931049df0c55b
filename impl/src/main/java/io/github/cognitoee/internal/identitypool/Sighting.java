package io.github.cognitoee.internal.identitypool;

import java.time.Instant;
import java.util.Optional;

/**
 * What a node saw in the shared cache when it looked for credentials there.
 *
 * @param generation of the person at that time; empty where the cache could not be asked
 * @param issued credentials that serve, and are not due for renewal yet
 * @param usable the same, or such as are due, for whoever can be given no others
 */
record Sighting(Optional<String> generation, Optional<IssuedCredentials> issued, Optional<IssuedCredentials> usable) {

    /** Whoever saw nothing shares nothing either. */
    static final Sighting NONE = new Sighting(Optional.empty(), Optional.empty(), Optional.empty());

    /** Of somebody who has been given nothing in this generation yet. */
    static Sighting of(String generation) {
        return new Sighting(Optional.of(generation), Optional.empty(), Optional.empty());
    }

    static Sighting of(String generation, Optional<SharedEntry> entry, Instant now) {
        return new Sighting(
                Optional.of(generation),
                entry.filter(known -> known.isFresh(now)).map(SharedEntry::issued),
                entry.filter(known -> known.isUsable(now)).map(SharedEntry::issued));
    }
}
