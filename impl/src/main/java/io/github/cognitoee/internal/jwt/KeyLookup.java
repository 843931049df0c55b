package io.github.cognitoee.internal.jwt;

import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.function.Function;

/** What came of looking for a user pool's key. */
sealed interface KeyLookup {

    KeyLookup UNKNOWN = new Unknown();

    /** Applies the function of the case that this is. */
    <T> T fold(
            Function<? super Found, ? extends T> found,
            Function<? super Unknown, ? extends T> unknown,
            Function<? super Unavailable, ? extends T> unavailable);

    /** The user pool signs with this key. */
    record Found(RSAPublicKey key) implements KeyLookup {
        @Override
        public <T> T fold(
                Function<? super Found, ? extends T> found,
                Function<? super Unknown, ? extends T> unknown,
                Function<? super Unavailable, ? extends T> unavailable) {
            return found.apply(this);
        }
    }

    /** The user pool's current key set has no such key. */
    record Unknown() implements KeyLookup {
        @Override
        public <T> T fold(
                Function<? super Found, ? extends T> found,
                Function<? super Unknown, ? extends T> unknown,
                Function<? super Unavailable, ? extends T> unavailable) {
            return unknown.apply(this);
        }
    }

    /**
     * The key set that would tell cannot be had.
     *
     * @param retryAfter when it makes sense to try again
     * @param detail what failed, for the log
     */
    record Unavailable(Duration retryAfter, String detail) implements KeyLookup {
        @Override
        public <T> T fold(
                Function<? super Found, ? extends T> found,
                Function<? super Unknown, ? extends T> unknown,
                Function<? super Unavailable, ? extends T> unavailable) {
            return unavailable.apply(this);
        }
    }
}
