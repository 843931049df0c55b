package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.IssuedRole;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

/** What {@link CognitoIdentity#captured()} gives: one caller's, on every thread. Immutable; prints nothing of the caller. */
final class CapturedIdentity implements CognitoIdentity {

    private final CallerCredentials callerCredentials;
    private final CapturedCaller captured;
    private final Optional<String> role;

    CapturedIdentity(CallerCredentials callerCredentials, CapturedCaller captured, Optional<String> role) {
        this.callerCredentials = callerCredentials;
        this.captured = captured;
        this.role = role;
    }

    @Override
    public String identityId() {
        return callerCredentials.identityId(captured);
    }

    @Override
    public Instant expiresAt() {
        return issued().expiresAt();
    }

    @Override
    public IssuedRole role() {
        return callerCredentials.role(captured, role);
    }

    @Override
    public Set<String> awsRoles() {
        return Collections.unmodifiableSet(
                new LinkedHashSet<>(captured.applicant().awsRoles()));
    }

    @Override
    public Optional<String> preferredAwsRole() {
        return captured.applicant().preferredAwsRole();
    }

    @Override
    public AwsCredentialsProvider credentials() {
        return new Provider(this);
    }

    @Override
    public CognitoIdentity withRole(String roleArn) {
        return new CapturedIdentity(callerCredentials, captured, Optional.of(roleArn));
    }

    @Override
    public CognitoIdentity captured() {
        captured.applicant();
        return this;
    }

    private IssuedCredentials issued() {
        return callerCredentials.of(captured, role);
    }

    @Override
    public String toString() {
        return "CognitoIdentity[captured]";
    }

    private record Provider(CapturedIdentity identity) implements AwsCredentialsProvider {

        @Override
        public AwsCredentials resolveCredentials() {
            return identity.issued().credentials();
        }

        @Override
        public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
            return AsyncAnswer.of(() -> identity.callerCredentials.async(identity.captured, identity.role));
        }

        @Override
        public String toString() {
            return "CognitoCredentials[captured]";
        }
    }
}
