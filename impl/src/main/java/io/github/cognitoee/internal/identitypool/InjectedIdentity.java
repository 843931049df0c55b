package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoIdentity;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** What {@code @Inject CognitoIdentity} is: stateless but for the role. */
final class InjectedIdentity implements CognitoIdentity {

    private final CallerCredentials callerCredentials;
    private final Optional<String> role;

    InjectedIdentity(CallerCredentials callerCredentials, Optional<String> role) {
        this.callerCredentials = callerCredentials;
        this.role = role;
    }

    @Override
    public String identityId() {
        return callerCredentials.currentIdentityId();
    }

    @Override
    public Instant expiresAt() {
        return callerCredentials.current(role).expiresAt();
    }

    @Override
    public AwsCredentialsProvider credentials() {
        return new CallerCredentialsProvider(callerCredentials, role);
    }

    @Override
    public CognitoIdentity withRole(String roleArn) {
        return new InjectedIdentity(callerCredentials, Optional.of(roleArn));
    }
}
