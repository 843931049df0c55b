package io.github.cognitoee.internal.store;

import java.nio.ByteBuffer;

/**
 * Tells one name and password from another.
 *
 * @param code is never changed
 */
record Fingerprint(ByteBuffer code) {

    @Override
    public String toString() {
        return "Fingerprint";
    }
}
