package io.github.cognitoee.internal.identitypool;

/** Opens the caches that nodes share. Used by one thread at a time. */
@FunctionalInterface
interface SharedStoresOpening extends AutoCloseable {

    /** May throw any unchecked exception, and take its time; may be called again, after a failure too. */
    SharedStores open();

    /** Closes what openings that failed have left open; what was opened is closed by itself. */
    @Override
    default void close() {}
}
