package io.github.cognitoee.event;

import java.time.Instant;
import java.util.function.Function;

/**
 * Something that happened to a caller or to what their sign-in stands on, for audit and metrics. Observe one case or
 * all:
 *
 * <pre>{@code
 * @ApplicationScoped
 * class Audit {
 *     void refused(@ObservesAsync TokenRejected event) {
 *         System.getLogger("audit").log(System.Logger.Level.INFO, event.reason() + ": " + event.detail());
 *     }
 * }
 * }</pre>
 *
 * <p>Each event goes to {@code @Observes} and to {@code @ObservesAsync} methods; what nobody observes is not even made.
 * Observers watch and do not decide: what they throw is logged and changes nothing, for the caller or for others
 * ({@link io.github.cognitoee.spi.TokenCheck} is what refuses tokens). An {@code @Observes} method of token events runs
 * on the request's thread, before the caller is signed in, and makes the request wait; of {@link KeysUnavailable} on a
 * thread of the library's own, which serves no request. Where {@code @ObservesAsync} methods do not keep up, events that are too many for
 * the queue are dropped for them, and a warning says so.
 *
 * <p>No event holds a token, a key or a secret, nor does its {@code toString}. Cases may be added in minor versions.
 */
public sealed interface CognitoEvent permits TokenAccepted, TokenRejected, CredentialsIssued, KeysUnavailable {

    /** When it happened. */
    Instant at();

    /** Applies the function of the case that this is. */
    <T> T fold(
            Function<? super TokenAccepted, ? extends T> accepted,
            Function<? super TokenRejected, ? extends T> rejected,
            Function<? super CredentialsIssued, ? extends T> issued,
            Function<? super KeysUnavailable, ? extends T> unavailable);
}
