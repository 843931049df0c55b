package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.config.ClassicConfig;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.identitypool.OpenIdTokens.OpenIdToken;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * STS in the identity pool's region, as AWS serves it. Its client is made when it is first needed. It is asked on threads that end
 * with the answer: STS speaks XML, and the SDK's parser leaves each thread an object that holds on to the application's class
 * loader. Thread-safe.
 */
final class AwsSts implements Sts, WebIdentityRoles, AutoCloseable {

    private final IdentityPoolConfig config;
    private final StsErrors errors;
    private @Nullable StsClient client;
    private boolean closed;

    AwsSts(IdentityPoolConfig config) {
        this.config = config;
        this.errors = new StsErrors(config);
    }

    @Override
    public String callerArn(AwsSessionCredentials credentials) {
        return ask("GetCallerIdentity", Optional.empty(), credentials.sessionToken(), () -> client().getCallerIdentity(
                        request -> request.overrideConfiguration(
                                with -> with.credentialsProvider(StaticCredentialsProvider.create(credentials))))
                .arn());
    }

    @Override
    public IssuedCredentials assume(String roleArn, OpenIdToken token) {
        ClassicConfig classic = config.classic().orElseThrow();
        return ask(
                "AssumeRoleWithWebIdentity",
                Optional.of(roleArn),
                token.token(),
                () -> IssuedCredentials.of(
                        token.identityId(),
                        client().assumeRoleWithWebIdentity(request -> request.roleArn(roleArn)
                                        .roleSessionName(token.identityId().replace(':', '.')) // a colon is not allowed
                                        .webIdentityToken(token.token())
                                        .durationSeconds(
                                                (int) classic.duration().toSeconds())
                                        .policy(classic.policy().orElse(null)))
                                .credentials()));
    }

    /**
     * What STS answered goes on only as a cleaned line, without the exception that quotes it whole.
     *
     * @param sent the token of the request
     */
    private <T> T ask(String operation, Optional<String> role, String sent, Supplier<T> call) {
        try {
            return CallThread.ask("cognito-ee-sts", call);
        } catch (AwsServiceException e) {
            PoolError error = PoolError.of(operation, e, List.of(sent));
            throw e.isThrottlingException() ? errors.unavailable(error) : errors.of(error, role);
        } catch (SdkException | InterruptedException e) {
            throw errors.unreachable(operation, e);
        }
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
