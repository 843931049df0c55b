package io.github.cognitoee.emulator;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Temporary AWS credentials that the emulator handed out, and to whom.
 *
 * @param identityId the identity of an identity pool
 * @param sessionName the last part of the caller's ARN
 * @param sessionPolicy the policy that came with the call, which {@link Iam} evaluates; null when there was none
 * @param sessionTags what policies see as {@code aws:PrincipalTag/<key>}
 */
public record IssuedCredentials(
        String accessKeyId,
        String secretAccessKey,
        String sessionToken,
        String identityId,
        String roleArn,
        Instant expiresAt,
        String sessionName,
        @Nullable String sessionPolicy,
        Map<String, String> sessionTags) {

    public IssuedCredentials {
        sessionTags = Map.copyOf(sessionTags);
    }

    /** Tells neither secret nor session token. */
    @Override
    public String toString() {
        return "IssuedCredentials[accessKeyId=" + accessKeyId + ", identityId=" + identityId + ", roleArn=" + roleArn
                + ", sessionName=" + sessionName + ", expiresAt=" + expiresAt + "]";
    }
}
