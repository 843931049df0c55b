package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.IssuedRole;
import jakarta.enterprise.inject.spi.CDI;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** What {@code @Inject CognitoIdentity} is: stateless but for the role. */
final class InjectedIdentity implements CognitoIdentity, Serializable {

    private static final long serialVersionUID = 1L;

    private final transient CallerCredentials callerCredentials;
    private final @Nullable String role;

    InjectedIdentity(CallerCredentials callerCredentials, Optional<String> role) {
        this.callerCredentials = callerCredentials;
        this.role = role.orElse(null);
    }

    @Override
    public String identityId() {
        return callerCredentials.currentIdentityId();
    }

    @Override
    public Instant expiresAt() {
        return callerCredentials.current(Optional.ofNullable(role)).expiresAt();
    }

    @Override
    public IssuedRole role() {
        return callerCredentials.currentRole(Optional.ofNullable(role));
    }

    @Override
    public Set<String> awsRoles() {
        return captured().awsRoles();
    }

    @Override
    public Optional<String> preferredAwsRole() {
        return captured().preferredAwsRole();
    }

    @Override
    public AwsCredentialsProvider credentials() {
        return new CallerCredentialsProvider(callerCredentials, Optional.ofNullable(role));
    }

    private Object readResolve() {
        return new InjectedIdentity(
                CDI.current().select(CallerCredentials.class).get(), Optional.ofNullable(role));
    }

    @Override
    public CognitoIdentity withRole(String roleArn) {
        return new InjectedIdentity(callerCredentials, Optional.of(roleArn));
    }

    @Override
    public CognitoIdentity captured() {
        return new CapturedIdentity(callerCredentials, callerCredentials.capture(), Optional.ofNullable(role));
    }
}
