package io.github.cognitoee.internal.identitypool;

import jakarta.enterprise.inject.spi.CDI;
import java.io.Serializable;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

/** What {@code @CognitoCredentials} injects: no state but the role, so that it may live anywhere and be serialised. */
final class CallerCredentialsProvider implements AwsCredentialsProvider, Serializable {

    private static final long serialVersionUID = 1L;

    private final transient CallerCredentials callerCredentials;
    private final @Nullable String role;

    CallerCredentialsProvider(CallerCredentials callerCredentials, Optional<String> role) {
        this.callerCredentials = callerCredentials;
        this.role = role.orElse(null);
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return callerCredentials.current(Optional.ofNullable(role)).credentials();
    }

    @Override
    public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
        return AsyncAnswer.of(() -> callerCredentials.currentAsync(Optional.ofNullable(role)));
    }

    private Object readResolve() {
        return new CallerCredentialsProvider(
                CDI.current().select(CallerCredentials.class).get(), Optional.ofNullable(role));
    }

    @Override
    public String toString() {
        return "CognitoCredentials" + (role == null ? "" : "[role=" + role + "]");
    }
}
