package io.github.cognitoee.internal.jwt;

import io.github.cognitoee.event.RejectionReason;
import java.time.Duration;
import java.util.function.Function;

/** What came of verifying a token. Holds no token text, except inside the accepted token. */
public sealed interface Verification {

    /** Applies the function of the case that this is. */
    <T> T fold(
            Function<? super Accepted, ? extends T> accepted,
            Function<? super Rejected, ? extends T> rejected,
            Function<? super Unavailable, ? extends T> unavailable);

    /** The token passed every check. */
    record Accepted(VerifiedJwt token) implements Verification {
        @Override
        public <T> T fold(
                Function<? super Accepted, ? extends T> accepted,
                Function<? super Rejected, ? extends T> rejected,
                Function<? super Unavailable, ? extends T> unavailable) {
            return accepted.apply(this);
        }
    }

    /**
     * The token is refused, and stays so.
     *
     * @param reason the first check that failed
     * @param detail what was found and expected, for the log: one line of printable text, no secret, no personal data
     */
    record Rejected(RejectionReason reason, String detail) implements Verification {
        @Override
        public <T> T fold(
                Function<? super Accepted, ? extends T> accepted,
                Function<? super Rejected, ? extends T> rejected,
                Function<? super Unavailable, ? extends T> unavailable) {
            return rejected.apply(this);
        }
    }

    /**
     * The token could not be judged, because its user pool's keys cannot be had. Never a reason to call it invalid.
     *
     * @param retryAfter when it makes sense to try again
     * @param detail what failed, for the log
     */
    record Unavailable(Duration retryAfter, String detail) implements Verification {
        @Override
        public <T> T fold(
                Function<? super Accepted, ? extends T> accepted,
                Function<? super Rejected, ? extends T> rejected,
                Function<? super Unavailable, ? extends T> unavailable) {
            return unavailable.apply(this);
        }
    }
}
