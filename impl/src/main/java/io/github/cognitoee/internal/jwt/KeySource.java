package io.github.cognitoee.internal.jwt;

import io.github.cognitoee.internal.config.UserPoolConfig;

/** Where the keys of user pools come from. Asked by many threads at once, on the request path. */
@FunctionalInterface
interface KeySource extends AutoCloseable {

    /** Looks for the key that the user pool published under a {@code kid}. */
    KeyLookup find(UserPoolConfig pool, String kid);

    /** Gives back what the source holds, at the end of the application. */
    @Override
    default void close() {}
}
