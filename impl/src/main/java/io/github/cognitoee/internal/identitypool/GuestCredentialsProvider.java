package io.github.cognitoee.internal.identitypool;

import jakarta.enterprise.inject.spi.CDI;
import java.io.Serializable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** What {@code @CognitoGuestCredentials} injects: no state at all. */
final class GuestCredentialsProvider implements AwsCredentialsProvider, Serializable {

    private static final long serialVersionUID = 1L;

    private final transient CallerCredentials callerCredentials;

    GuestCredentialsProvider(CallerCredentials callerCredentials) {
        this.callerCredentials = callerCredentials;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return callerCredentials.ofGuest().credentials();
    }

    private Object readResolve() {
        return new GuestCredentialsProvider(
                CDI.current().select(CallerCredentials.class).get());
    }

    @Override
    public String toString() {
        return "CognitoGuestCredentials";
    }
}
