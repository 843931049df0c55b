package io.github.cognitoee.event;

import java.time.Instant;
import java.util.function.Function;

/**
 * A user pool's keys could not be fetched: at each failed attempt, between which there are growing pauses. Keys that are
 * at hand serve on for a while; tokens that need others are answered 503 until a fetch succeeds.
 *
 * @param at when the fetch had failed
 * @param userPoolId the user pool
 * @param failuresInARow how many fetches have failed since the last that succeeded, this one included
 * @param detail what failed, for the log: one line of printable text
 */
public record KeysUnavailable(Instant at, String userPoolId, int failuresInARow, String detail)
        implements CognitoEvent {

    @Override
    public <T> T fold(
            Function<? super TokenAccepted, ? extends T> accepted,
            Function<? super TokenRejected, ? extends T> rejected,
            Function<? super CredentialsIssued, ? extends T> issued,
            Function<? super KeysUnavailable, ? extends T> unavailable) {
        return unavailable.apply(this);
    }
}
