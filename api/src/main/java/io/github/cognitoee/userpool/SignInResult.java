package io.github.cognitoee.userpool;

import io.github.cognitoee.SessionTokens;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What came of a sign-in, or of a step of it. More cases may come; {@link #fold} then takes a function more. */
public sealed interface SignInResult {

    /** Applies the function of the case that this is. */
    <T> T fold(
            Function<? super SignedIn, ? extends T> signedIn,
            Function<? super ChallengeRequired, ? extends T> challengeRequired,
            Function<? super Refused, ? extends T> refused,
            Function<? super Unavailable, ? extends T> unavailable);

    /**
     * The person is who they say. {@code toString} shows nothing of the tokens.
     *
     * @param tokens as Cognito gave them
     * @param device a device that the pool has begun to remember; keep it for the next sign-in
     */
    record SignedIn(SessionTokens tokens, Optional<RememberedDevice> device) implements SignInResult {

        public SignedIn {
            Objects.requireNonNull(tokens, "tokens");
            Objects.requireNonNull(device, "device");
        }

        @Override
        public <T> T fold(
                Function<? super SignedIn, ? extends T> signedIn,
                Function<? super ChallengeRequired, ? extends T> challengeRequired,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return signedIn.apply(this);
        }

        @Override
        public String toString() {
            return "SignedIn";
        }
    }

    /**
     * Something more is due. {@code toString} shows nothing of the state.
     *
     * @param challenge what
     * @param state goes to the person's browser, in a hidden field rather than an address, and comes back with the
     *     answer: encrypted, of this user pool, app client and person alone, good for 15 minutes at most and one right
     *     answer; at most 4,096 characters of {@code [A-Za-z0-9_-]}
     */
    record ChallengeRequired(Challenge challenge, String state) implements SignInResult {

        public ChallengeRequired {
            Objects.requireNonNull(challenge, "challenge");
            Objects.requireNonNull(state, "state");
        }

        @Override
        public <T> T fold(
                Function<? super SignedIn, ? extends T> signedIn,
                Function<? super ChallengeRequired, ? extends T> challengeRequired,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return challengeRequired.apply(this);
        }

        @Override
        public String toString() {
            return "ChallengeRequired[" + challenge.getClass().getSimpleName() + "]";
        }
    }

    /**
     * The attempt is refused.
     *
     * @param reason why; tell the person no more than the reason, and of {@link RefusalReason#USER_DISABLED} what
     *     {@link RefusalReason#BAD_CREDENTIALS} tells: that a user exists is nobody's business
     * @param detail more, for the application's log, without secrets
     */
    record Refused(RefusalReason reason, String detail) implements SignInResult {

        public Refused {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public <T> T fold(
                Function<? super SignedIn, ? extends T> signedIn,
                Function<? super ChallengeRequired, ? extends T> challengeRequired,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return refused.apply(this);
        }
    }

    /**
     * Cognito cannot be asked now: unreachable, throttled, failing. It says nothing about the password.
     *
     * @param retryAfter how long to wait before asking again
     * @param detail what happened, without secrets
     */
    record Unavailable(Duration retryAfter, String detail) implements SignInResult {

        public Unavailable {
            Objects.requireNonNull(retryAfter, "retryAfter");
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public <T> T fold(
                Function<? super SignedIn, ? extends T> signedIn,
                Function<? super ChallengeRequired, ? extends T> challengeRequired,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return unavailable.apply(this);
        }
    }
}
