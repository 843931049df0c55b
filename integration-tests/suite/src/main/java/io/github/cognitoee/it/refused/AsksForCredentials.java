package io.github.cognitoee.it.refused;

import io.github.cognitoee.CognitoCredentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Wants the caller's AWS credentials, of which identity pool nobody said. */
@ApplicationScoped
public class AsksForCredentials {

    @Inject
    @CognitoCredentials
    AwsCredentialsProvider credentials;
}
