package io.github.cognitoee.examples.photoalbum;

import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.IssuedRole;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** A caller of whom the identity id alone is known. */
record IdentityOf(String identityId) implements CognitoIdentity {

    @Override
    public Instant expiresAt() {
        throw new UnsupportedOperationException();
    }

    @Override
    public IssuedRole role() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> awsRoles() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> preferredAwsRole() {
        throw new UnsupportedOperationException();
    }

    @Override
    public AwsCredentialsProvider credentials() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CognitoIdentity withRole(String roleArn) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CognitoIdentity captured() {
        throw new UnsupportedOperationException();
    }
}
