package io.github.cognitoee.internal.jwt;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Fetches the text of a JSON Web Key Set (RFC 7517). */
@FunctionalInterface
interface JwksFetcher extends AutoCloseable {

    /**
     * Fetches the set, within a bounded time.
     *
     * @throws IOException if it cannot be had; the message says why and holds none of what was received
     */
    Fetched fetch(URI address) throws IOException;

    /** Gives back what the fetcher holds, at the end of the application. */
    @Override
    default void close() {}

    /**
     * A set as received.
     *
     * @param json its text, not yet looked at
     * @param maxAge how long the sender calls it fresh; null if it does not say
     */
    record Fetched(String json, @Nullable Duration maxAge) {}
}
