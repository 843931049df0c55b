package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityException;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.cognitoidentity.model.ExternalServiceException;
import software.amazon.awssdk.services.cognitoidentity.model.GetCredentialsForIdentityResponse;
import software.amazon.awssdk.services.cognitoidentity.model.InternalErrorException;
import software.amazon.awssdk.services.cognitoidentity.model.InvalidIdentityPoolConfigurationException;
import software.amazon.awssdk.services.cognitoidentity.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentity.model.TooManyRequestsException;

/** The identity pool as AWS serves it, asked by the AWS SDK without credentials of our own. Thread-safe. */
final class AwsIdentityPool implements IdentityPool, AutoCloseable {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final CognitoIdentityClient client;
    private final IdentityPoolConfig config;

    AwsIdentityPool(IdentityPoolConfig config) {
        this.config = config;
        this.client = ClientSettings.client(
                CognitoIdentityClient.builder(),
                config.region(),
                config.endpoint()
                        .orElseGet(() -> URI.create("https://cognito-identity." + config.region() + "."
                                + config.region().dnsSuffix())));
    }

    @Override
    public String identityId(IdToken token) {
        try {
            return client.getId(request -> request.identityPoolId(config.id()).logins(logins(token)))
                    .identityId();
        } catch (SdkException e) {
            throw translated("GetId", e);
        }
    }

    @Override
    public Optional<IssuedCredentials> credentials(String identityId, IdToken token, Optional<String> requestedRole) {
        try {
            return Optional.of(issued(client.getCredentialsForIdentity(request ->
                    request.identityId(identityId).logins(logins(token)).customRoleArn(requestedRole.orElse(null)))));
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw translated("GetCredentialsForIdentity", e);
        }
    }

    private Map<String, String> logins(IdToken token) {
        return Map.of(LoginsKey.of(config, token), token.text());
    }

    private static IssuedCredentials issued(GetCredentialsForIdentityResponse response) {
        Credentials credentials = response.credentials();
        return new IssuedCredentials(
                response.identityId(),
                AwsSessionCredentials.builder()
                        .accessKeyId(credentials.accessKeyId())
                        .secretAccessKey(credentials.secretKey())
                        .sessionToken(credentials.sessionToken())
                        .expirationTime(credentials.expiration())
                        .build(),
                credentials.expiration());
    }

    /** What AWS answered goes on only as a cleaned line, without the exception that quotes it whole. */
    private CognitoException translated(String operation, SdkException e) {
        if (!(e instanceof CognitoIdentityException answered)) {
            return new CognitoUnavailableException(
                    "Identity pool " + config.id() + " cannot be reached for " + operation + ": "
                            + e.getClass().getSimpleName(),
                    RETRY_AFTER,
                    e);
        }
        String said = ServiceText.ofAnswer(answered);
        return isTemporary(answered)
                ? new CognitoUnavailableException(
                        "Identity pool " + config.id() + " cannot answer " + operation + " now: " + said, RETRY_AFTER)
                : new IdentityPoolRefusedException(
                        IdentityPoolRefusal.OTHER,
                        "Identity pool " + config.id() + " refused " + operation + ": " + said + hint(answered));
    }

    private static boolean isTemporary(CognitoIdentityException e) {
        return e instanceof TooManyRequestsException
                || e instanceof LimitExceededException
                || e instanceof ExternalServiceException
                || e instanceof InternalErrorException
                || e.statusCode() >= 500;
    }

    /** What to look at, for the mistakes that are made most. */
    private String hint(CognitoIdentityException e) {
        String message = String.valueOf(e.awsErrorDetails().errorMessage());
        if (message.startsWith("Token is not from a supported provider")) {
            return " Add the user pool and the app client to the identity pool's authentication providers"
                    + " (CognitoIdentityProviders: ProviderName, ClientId).";
        }
        if (e instanceof InvalidIdentityPoolConfigurationException) {
            return " The role's trust policy must name this identity pool in"
                    + " cognito-identity.amazonaws.com:aud and authenticated in cognito-identity.amazonaws.com:amr.";
        }
        if (e instanceof ResourceNotFoundException) {
            return " Check cognito.identity-pool.id and its region.";
        }
        return "";
    }

    @Override
    public void close() {
        client.close();
    }
}
