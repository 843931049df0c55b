package io.github.cognitoee.internal.session;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What comes of asking Cognito for tokens. */
sealed interface TokenAnswer {

    /** Applies the function of the case that this is. */
    <T> T fold(
            Function<? super Issued, ? extends T> issued,
            Function<? super Refused, ? extends T> refused,
            Function<? super Unavailable, ? extends T> unavailable);

    /** Tokens, unverified; {@code toString} shows nothing of them. */
    record Issued(String idToken, String accessToken, @Nullable String refreshToken) implements TokenAnswer {

        @Override
        public <T> T fold(
                Function<? super Issued, ? extends T> issued,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return issued.apply(this);
        }

        @Override
        public String toString() {
            return "Issued";
        }
    }

    /**
     * An error of RFC 6749 section 5.2.
     *
     * @param error its code, of letters and underscores
     */
    record Refused(String error) implements TokenAnswer {

        /** What was to be exchanged is not good, or not any more. */
        static final String INVALID_GRANT = "invalid_grant";

        @Override
        public <T> T fold(
                Function<? super Issued, ? extends T> issued,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return refused.apply(this);
        }
    }

    /**
     * No answer, or none that says anything about the request.
     *
     * @param detail what happened, for the log
     */
    record Unavailable(Duration retryAfter, String detail) implements TokenAnswer {
        @Override
        public <T> T fold(
                Function<? super Issued, ? extends T> issued,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return unavailable.apply(this);
        }
    }
}
