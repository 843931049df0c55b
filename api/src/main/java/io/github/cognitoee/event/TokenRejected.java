package io.github.cognitoee.event;

import java.time.Instant;
import java.util.function.Function;

/**
 * A token was refused: each time that it is presented. Nothing that it says about its bearer is told, since none of it
 * is proved.
 *
 * @param at when it was refused
 * @param reason the first check that failed
 * @param detail what was found and expected, for the log: one line of printable text, no secret, no personal data
 */
public record TokenRejected(Instant at, RejectionReason reason, String detail) implements CognitoEvent {

    @Override
    public <T> T fold(
            Function<? super TokenAccepted, ? extends T> accepted,
            Function<? super TokenRejected, ? extends T> rejected,
            Function<? super CredentialsIssued, ? extends T> issued,
            Function<? super KeysUnavailable, ? extends T> unavailable) {
        return rejected.apply(this);
    }
}
