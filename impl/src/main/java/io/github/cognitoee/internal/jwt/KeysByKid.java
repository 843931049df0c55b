package io.github.cognitoee.internal.jwt;

/** The keys of one user pool. Thread-safe. */
interface KeysByKid extends AutoCloseable {

    KeyLookup find(String kid);

    /** Gets what {@link #find} will need, without making anybody wait. */
    default void fetchAhead() {}

    /** Ends a fetch that is under way; nothing is fetched any more. */
    @Override
    default void close() {}
}
