package io.github.cognitoee.emulator;

import java.time.Instant;

/** Temporary AWS credentials that the emulator's identity pool handed out, and to whom. */
public record IssuedCredentials(
        String accessKeyId,
        String secretAccessKey,
        String sessionToken,
        String identityId,
        String roleArn,
        Instant expiresAt) {

    /** Tells neither secret nor session token. */
    @Override
    public String toString() {
        return "IssuedCredentials[accessKeyId=" + accessKeyId + ", identityId=" + identityId + ", roleArn=" + roleArn
                + ", expiresAt=" + expiresAt + "]";
    }
}
