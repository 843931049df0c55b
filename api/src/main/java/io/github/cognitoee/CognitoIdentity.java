package io.github.cognitoee;

import java.time.Instant;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * The caller's identity in the identity pool. Inject it anywhere; like {@link CognitoCredentials} it answers for the
 * caller of the current thread's request, asks the identity pool only when a method needs the answer, and throws the
 * same exceptions.
 */
public interface CognitoIdentity {

    /** The caller's identity id, {@code <region>:<guid>}: stable for this caller in this identity pool. */
    String identityId();

    /** When the credentials that {@link #credentials()} resolves now will expire. */
    Instant expiresAt();

    /** A stateless provider of the current caller's credentials in this identity's role. */
    AwsCredentialsProvider credentials();

    /**
     * The same identity in another role.
     *
     * @param roleArn ARN of one of the caller's {@code cognito:roles}; the identity pool refuses others
     */
    CognitoIdentity withRole(String roleArn);
}
