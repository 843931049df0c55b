package io.github.cognitoee.event;

import java.time.Instant;
import java.util.function.Function;

/**
 * A token was verified anew and passed every check of verification: the first time that it was seen, not each time that it
 * is presented again. The caller is named after that, so that a bearer token without the claim that names callers is told
 * of by {@link TokenRejected} as well, and nobody is signed in. Several requests that present a new token at once may each verify it; so does a request for a token that was
 * dropped from the cache of seen tokens, and every request where that cache is switched off.
 *
 * @param at when it was verified
 * @param userPoolId the user pool that issued it
 * @param issuer {@code iss}; with {@code subject} what identifies the caller
 * @param subject {@code sub}
 * @param clientId the app client that it was issued to
 * @param idToken whether it is an ID token; else it is an access token
 */
public record TokenAccepted(
        Instant at, String userPoolId, String issuer, String subject, String clientId, boolean idToken)
        implements CognitoEvent {

    @Override
    public <T> T fold(
            Function<? super TokenAccepted, ? extends T> accepted,
            Function<? super TokenRejected, ? extends T> rejected,
            Function<? super CredentialsIssued, ? extends T> issued,
            Function<? super KeysUnavailable, ? extends T> unavailable) {
        return accepted.apply(this);
    }
}
