package io.github.cognitoee.internal.session;

import io.github.cognitoee.SessionTokens;
import java.time.Duration;
import java.util.function.Function;

/** What came of asking for new tokens. */
public sealed interface Renewal {

    /** Applies the function of the case that this is. */
    <T> T fold(
            Function<? super Renewed, ? extends T> renewed,
            Function<? super Ended, ? extends T> ended,
            Function<? super Unavailable, ? extends T> unavailable);

    /** There are new tokens, and the session has them. */
    record Renewed(SessionTokens tokens) implements Renewal {
        @Override
        public <T> T fold(
                Function<? super Renewed, ? extends T> renewed,
                Function<? super Ended, ? extends T> ended,
                Function<? super Unavailable, ? extends T> unavailable) {
            return renewed.apply(this);
        }
    }

    /**
     * Cognito issues no more of them, or there is nothing to ask with.
     *
     * @param detail why, for the log
     */
    record Ended(String detail) implements Renewal {
        @Override
        public <T> T fold(
                Function<? super Renewed, ? extends T> renewed,
                Function<? super Ended, ? extends T> ended,
                Function<? super Unavailable, ? extends T> unavailable) {
            return ended.apply(this);
        }
    }

    /**
     * Cognito cannot be asked now, or somebody else is asking.
     *
     * @param detail what happened, for the log
     */
    record Unavailable(Duration retryAfter, String detail) implements Renewal {
        @Override
        public <T> T fold(
                Function<? super Renewed, ? extends T> renewed,
                Function<? super Ended, ? extends T> ended,
                Function<? super Unavailable, ? extends T> unavailable) {
            return unavailable.apply(this);
        }
    }
}
