package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;

/** STS in the identity pool's region, as AWS serves it. Its client is made when it is first needed. Thread-safe. */
final class AwsSts implements Sts, AutoCloseable {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final IdentityPoolConfig config;
    private @Nullable StsClient client;
    private boolean closed;

    AwsSts(IdentityPoolConfig config) {
        this.config = config;
    }

    @Override
    public String callerArn(AwsSessionCredentials credentials) {
        try {
            return client().getCallerIdentity(request -> request.overrideConfiguration(
                            with -> with.credentialsProvider(StaticCredentialsProvider.create(credentials))))
                    .arn();
        } catch (AwsServiceException e) {
            String said = PoolError.of("GetCallerIdentity", e).text();
            if (e.isThrottlingException() || e.statusCode() >= 500) {
                throw new CognitoUnavailableException("STS cannot answer GetCallerIdentity now: " + said, RETRY_AFTER);
            }
            throw new IdentityPoolRefusedException(IdentityPoolRefusal.OTHER, "STS refused GetCallerIdentity: " + said);
        } catch (SdkException e) {
            throw new CognitoUnavailableException(
                    "STS cannot be reached for GetCallerIdentity: "
                            + e.getClass().getSimpleName(),
                    RETRY_AFTER);
        }
    }

    private synchronized StsClient client() {
        if (closed) {
            throw new IllegalStateException("the application is being undeployed");
        }
        if (client == null) {
            client = ClientSettings.client(
                    StsClient.builder(), config.region(), config.stsEndpoint().orElseGet(this::endpointOfAws));
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
