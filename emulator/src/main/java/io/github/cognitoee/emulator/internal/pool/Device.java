package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.srp.Identity;
import io.github.cognitoee.emulator.internal.srp.Verifier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device of a user, which can prove that it is the same as before. Immutable.
 *
 * @param group that its key is hashed with
 * @param remembered whether the user lets it stand for himself
 */
public record Device(
        String key,
        String group,
        String username,
        @Nullable String name,
        Verifier verifier,
        boolean remembered,
        Instant created,
        Instant modified,
        Instant lastAuthenticated) {

    public Identity identity() {
        return new Identity(group, key);
    }

    Device remembered(boolean value, Instant now) {
        return new Device(key, group, username, name, verifier, value, created, now, lastAuthenticated);
    }

    Device authenticated(Instant now) {
        return new Device(key, group, username, name, verifier, remembered, created, modified, now);
    }

    /** Tells no proof. */
    @Override
    public String toString() {
        return "Device[" + key + "]";
    }
}
