package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.userpool.RememberedDevice;
import java.util.Optional;

/**
 * What stays the same, or nearly, from the first step of a sign-in to the last. {@code toString} shows nothing of it.
 *
 * @param signed whether the application asks in its own name
 * @param account what the person typed
 * @param username what the pool wants to be told: the same, until it tells the user's id
 * @param device that the pool may remember
 */
record Attempt(
        boolean signed,
        String account,
        String username,
        Circumstances circumstances,
        Optional<RememberedDevice> device) {

    Attempt as(String userId) {
        return new Attempt(signed, account, userId, circumstances, device);
    }

    Attempt under(Circumstances other) {
        return new Attempt(signed, account, username, other, device);
    }

    Attempt withoutDevice() {
        return new Attempt(signed, account, username, circumstances, Optional.empty());
    }

    @Override
    public String toString() {
        return "Attempt";
    }
}
