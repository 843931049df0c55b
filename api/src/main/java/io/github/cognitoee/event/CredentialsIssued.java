package io.github.cognitoee.event;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The identity pool issued AWS credentials for a caller: once per exchange, not each time that they are used.
 *
 * @param at when they were issued
 * @param identityPoolId the identity pool
 * @param identityId the caller's identity in it, by which AWS CloudTrail knows the caller too
 * @param issuer {@code iss} of the caller's token; empty where Cognito does not vouch for the caller
 * @param subject {@code sub} of it; the caller's name where Cognito does not vouch for them
 * @param clientId the app client that it was issued to; empty likewise
 * @param requestedRole ARN of the role that was asked for; empty where the identity pool chose
 * @param expiresAt when the credentials expire
 */
public record CredentialsIssued(
        Instant at,
        String identityPoolId,
        String identityId,
        String issuer,
        String subject,
        String clientId,
        Optional<String> requestedRole,
        Instant expiresAt)
        implements CognitoEvent {

    @Override
    public <T> T fold(
            Function<? super TokenAccepted, ? extends T> accepted,
            Function<? super TokenRejected, ? extends T> rejected,
            Function<? super CredentialsIssued, ? extends T> issued,
            Function<? super KeysUnavailable, ? extends T> unavailable) {
        return issued.apply(this);
    }
}
