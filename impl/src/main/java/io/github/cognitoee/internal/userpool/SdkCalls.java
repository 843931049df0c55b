package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.userpool.RefusalReason;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Calls of a user pool's API by the AWS SDK, whose exceptions end here. Thread-safe. */
final class SdkCalls implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    /** Once more after a throttled or a failed call, no oftener: people wait, and the quotas are shared. */
    private static final int MOST_ATTEMPTS = 2;

    private final CognitoIdentityProviderClient client;

    /**
     * @param endpoint where the API is: always given, lest settings of the SDK send passwords elsewhere
     * @param credentials that sign the calls; anonymous ones leave them unsigned
     * @param timeout how long an answer may take
     */
    SdkCalls(String region, URI endpoint, AwsCredentialsProvider credentials, Duration timeout) {
        this.client = CognitoIdentityProviderClient.builder()
                .region(Region.of(region))
                .endpointOverride(endpoint)
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(timeout))
                .overrideConfiguration(override -> override.retryStrategy(StandardRetryStrategy.builder()
                        .maxAttempts(MOST_ATTEMPTS)
                        .retryOnException(SdkCalls::wasNotServed)
                        .build()))
                .build();
    }

    /**
     * Whether it is certain that the call did nothing. One whose answer is lost may have done: repeated, it would answer a
     * challenge, or use a refresh token, a second time, and be refused for that.
     */
    private static boolean wasNotServed(Throwable thrown) {
        return thrown instanceof AwsServiceException answered
                ? answered.isThrottlingException() || answered.statusCode() >= 500
                : thrown.getCause() instanceof ConnectException;
    }

    /** @throws CognitoException a {@link Refusal}, or that the pool cannot be asked now; without a cause, which may quote secrets */
    <T> T call(String operation, Function<CognitoIdentityProviderClient, T> call) {
        try {
            return call.apply(client);
        } catch (AwsServiceException e) {
            throw error(operation, e).exception();
        } catch (SdkException e) {
            throw unreachable(operation, e);
        }
    }

    private static ServiceError error(String operation, AwsServiceException e) {
        AwsErrorDetails details = e.awsErrorDetails();
        return new ServiceError(
                operation,
                details == null || details.errorCode() == null ? "" : details.errorCode(),
                details == null || details.errorMessage() == null ? "" : details.errorMessage(),
                e.statusCode());
    }

    private static CognitoException unreachable(String operation, SdkException e) {
        return String.valueOf(e.getMessage()).startsWith("Unable to load credentials")
                ? new Refusal(
                        RefusalReason.MISCONFIGURED,
                        operation + ": the server has no AWS credentials, which sign this call")
                : new CognitoUnavailableException(
                        operation + " failed: " + e.getClass().getSimpleName(), ServiceError.RETRY_AFTER);
    }

    @Override
    public void close() {
        client.close();
    }
}
