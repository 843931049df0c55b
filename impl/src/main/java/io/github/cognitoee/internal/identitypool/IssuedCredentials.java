package io.github.cognitoee.internal.identitypool;

import java.time.Instant;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Temporary credentials as the identity pool issued them; {@code toString} shows none of the keys. */
record IssuedCredentials(String identityId, AwsSessionCredentials credentials, Instant expiresAt) {

    @Override
    public String toString() {
        return "IssuedCredentials[identityId=" + identityId + ", expiresAt=" + expiresAt + "]";
    }
}
