package io.github.cognitoee.internal.identitypool;

import java.time.Instant;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Temporary credentials as the identity pool, or STS for it, issued them; {@code toString} shows none of the keys. */
record IssuedCredentials(String identityId, AwsSessionCredentials credentials, Instant expiresAt) {

    /** What an identity pool answered. */
    static IssuedCredentials of(
            String identityId, software.amazon.awssdk.services.cognitoidentity.model.Credentials answered) {
        return of(
                identityId,
                AwsSessionCredentials.builder()
                        .accessKeyId(answered.accessKeyId())
                        .secretAccessKey(answered.secretKey())
                        .sessionToken(answered.sessionToken()),
                answered.expiration());
    }

    /** What STS answered. */
    static IssuedCredentials of(String identityId, software.amazon.awssdk.services.sts.model.Credentials answered) {
        return of(
                identityId,
                AwsSessionCredentials.builder()
                        .accessKeyId(answered.accessKeyId())
                        .secretAccessKey(answered.secretAccessKey())
                        .sessionToken(answered.sessionToken()),
                answered.expiration());
    }

    private static IssuedCredentials of(String identityId, AwsSessionCredentials.Builder keys, Instant expiresAt) {
        return new IssuedCredentials(identityId, keys.expirationTime(expiresAt).build(), expiresAt);
    }

    @Override
    public String toString() {
        return "IssuedCredentials[identityId=" + identityId + ", expiresAt=" + expiresAt + "]";
    }
}
