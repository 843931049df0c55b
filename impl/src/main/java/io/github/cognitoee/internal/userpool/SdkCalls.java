package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.userpool.RefusalReason;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Calls of a user pool's API by the AWS SDK, whose exceptions end here. Thread-safe. */
final class SdkCalls implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    /** Once more after a throttled or a failed call, no oftener: people wait, and the quotas are shared. */
    private static final int MOST_ATTEMPTS = 2;

    /** What may be done twice without harm. All else uses a session, a code or a refresh token up. */
    private static final Set<String> HARMLESS =
            Set.of("InitiateAuth", "AdminInitiateAuth", "RevokeToken", "GlobalSignOut");

    private final SdkHttpClient http;
    private final CognitoIdentityProviderClient once;
    private final CognitoIdentityProviderClient again;

    /**
     * @param endpoint where the API is: always given, lest settings of the SDK send passwords elsewhere
     * @param credentials that sign the calls; anonymous ones leave them unsigned
     * @param timeout how long an answer may take
     */
    SdkCalls(String region, URI endpoint, AwsCredentialsProvider credentials, Duration timeout) {
        this.http = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_TIMEOUT)
                .socketTimeout(timeout)
                .build();
        this.once = client(region, endpoint, credentials, SdkCalls::wasNotServed);
        this.again = client(region, endpoint, credentials, thrown -> wasNotServed(thrown) || failed(thrown));
    }

    /** The SDK's own opinion of what to repeat is left out: it repeats what may have been served, too. */
    private CognitoIdentityProviderClient client(
            String region, URI endpoint, AwsCredentialsProvider credentials, Predicate<Throwable> repeated) {
        return CognitoIdentityProviderClient.builder()
                .region(Region.of(region))
                .endpointOverride(endpoint)
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(override -> override.retryStrategy(StandardRetryStrategy.builder()
                        .useClientDefaults(false)
                        .maxAttempts(MOST_ATTEMPTS)
                        .retryOnException(repeated)
                        .treatAsThrottling(SdkCalls::wasThrottled)
                        .build()))
                .build();
    }

    /**
     * Whether it is certain that the call did nothing. One whose answer is lost may have done: repeated, it would answer a
     * challenge, or use a refresh token, a second time, and be refused for that.
     */
    private static boolean wasNotServed(Throwable thrown) {
        return wasThrottled(thrown)
                || (thrown instanceof AwsServiceException answered && answered.isClockSkewException())
                || thrown.getCause() instanceof ConnectException;
    }

    private static boolean wasThrottled(Throwable thrown) {
        return thrown instanceof AwsServiceException answered && answered.isThrottlingException();
    }

    /** Whether the service tells that it failed: how far it got, it does not. */
    private static boolean failed(Throwable thrown) {
        return thrown instanceof AwsServiceException answered && answered.statusCode() >= 500;
    }

    /** @throws CognitoException a {@link Refusal}, or that the pool cannot be asked now; without a cause, which may quote secrets */
    <T> T call(String operation, Function<CognitoIdentityProviderClient, T> call) {
        try {
            return call.apply(HARMLESS.contains(operation) ? again : once);
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
        once.close();
        again.close();
        http.close();
    }
}
