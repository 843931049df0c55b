package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.config.ClassicConfig;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.identitypool.OpenIdTokens.OpenIdToken;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** STS in the identity pool's region, as AWS serves it. Its client is made when it is first needed. Thread-safe. */
final class AwsSts implements Sts, WebIdentityRoles, AutoCloseable {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final IdentityPoolConfig config;
    private @Nullable StsClient client;
    private boolean closed;

    AwsSts(IdentityPoolConfig config) {
        this.config = config;
    }

    @Override
    public String callerArn(AwsSessionCredentials credentials) {
        return ask("GetCallerIdentity", "", () -> client().getCallerIdentity(request -> request.overrideConfiguration(
                        with -> with.credentialsProvider(StaticCredentialsProvider.create(credentials))))
                .arn());
    }

    @Override
    public IssuedCredentials assume(String roleArn, OpenIdToken token) {
        ClassicConfig classic = config.classic().orElseThrow();
        return ask("AssumeRoleWithWebIdentity", " of role " + roleArn, () -> {
            Credentials issued = client().assumeRoleWithWebIdentity(request -> request.roleArn(roleArn)
                            .roleSessionName(token.identityId().replace(':', '.')) // a colon is not allowed
                            .webIdentityToken(token.token())
                            .durationSeconds((int) classic.duration().toSeconds())
                            .policy(classic.policy().orElse(null)))
                    .credentials();
            return new IssuedCredentials(
                    token.identityId(),
                    AwsSessionCredentials.builder()
                            .accessKeyId(issued.accessKeyId())
                            .secretAccessKey(issued.secretAccessKey())
                            .sessionToken(issued.sessionToken())
                            .expirationTime(issued.expiration())
                            .build(),
                    issued.expiration());
        });
    }

    private <T> T ask(String operation, String about, Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException e) {
            PoolError error = PoolError.of(operation, e);
            if (e.isThrottlingException() || e.statusCode() >= 500) {
                throw new CognitoUnavailableException(
                        "STS cannot answer " + operation + " now: " + error.text(), RETRY_AFTER);
            }
            String said = "STS refused " + operation + about + ": " + error.text();
            throw error.code().equals("AccessDenied")
                    ? new IdentityPoolRefusedException(IdentityPoolRefusal.ROLE_MISCONFIGURED, said + trust())
                    : new IdentityPoolRefusedException(IdentityPoolRefusal.OTHER, said);
        } catch (SdkException e) {
            throw new CognitoUnavailableException(
                    "STS cannot be reached for " + operation + ": "
                            + e.getClass().getSimpleName(),
                    RETRY_AFTER);
        }
    }

    private String trust() {
        return " The role's trust policy must allow sts:AssumeRoleWithWebIdentity to cognito-identity.amazonaws.com"
                + " with "
                + config.id()
                + " in cognito-identity.amazonaws.com:aud and authenticated, or unauthenticated for guests,"
                + " in cognito-identity.amazonaws.com:amr.";
    }

    private synchronized StsClient client() {
        if (closed) {
            throw new IllegalStateException("the application is being undeployed");
        }
        if (client == null) {
            client = ClientSettings.client(
                    StsClient.builder(),
                    AnonymousCredentialsProvider.create(),
                    config.region(),
                    config.stsEndpoint().orElseGet(this::endpointOfAws));
        }
        return client;
    }

    private URI endpointOfAws() {
        return URI.create(
                "https://sts." + config.region() + "." + config.region().dnsSuffix());
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.close();
        }
    }
}
