package io.github.cognitoee.internal.jwt;

/** The keys of one user pool. Thread-safe. */
interface KeysByKid {

    KeyLookup find(String kid);

    /** Gets what {@link #find} will need, without making anybody wait. */
    default void fetchAhead() {}
}
