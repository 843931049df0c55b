package io.github.cognitoee.internal.identitypool;

import java.util.Optional;

/**
 * A cache that nodes share, of bytes by text: the port between what is kept here and JCache. Thread-safe. All methods may throw
 * any unchecked exception, and may hang.
 */
interface SharedStore {

    /** What is there; an empty array for what is not bytes, which nobody put here. */
    Optional<byte[]> get(String key);

    void put(String key, byte[] value);

    void remove(String key);
}
