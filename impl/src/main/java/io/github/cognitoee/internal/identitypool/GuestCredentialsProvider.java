package io.github.cognitoee.internal.identitypool;

import jakarta.enterprise.inject.spi.CDI;
import java.io.Serializable;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

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

    @Override
    public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
        return AsyncAnswer.of(callerCredentials::ofGuestAsync);
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
