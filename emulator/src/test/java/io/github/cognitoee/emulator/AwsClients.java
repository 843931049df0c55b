package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.EmulatorConfig.AccessKey;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.IdentityProviders;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** The AWS SDK's clients, pointed at the emulator and otherwise as users have them. */
final class AwsClients implements AutoCloseable {

    private static final String POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000001";
    private static final String PROVIDER = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_CognitoEE";

    private final URI endpoint;
    private final CognitoIdentityClient identity;

    AwsClients(URI endpoint) {
        this.endpoint = endpoint;
        this.identity = CognitoIdentityClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** For administrators, who hold the default access key; signs at the time of this clock. */
    static CognitoIdentityProviderClient userPools(CognitoEmulator emulator, Clock clock) {
        AccessKey key = AccessKey.DEFAULT;
        return userPools(
                emulator,
                StaticCredentialsProvider.create(AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey())),
                clock);
    }

    static CognitoIdentityProviderClient userPools(
            CognitoEmulator emulator, AwsCredentialsProvider credentials, Clock clock) {
        return CognitoIdentityProviderClient.builder()
                .endpointOverride(emulator.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(settings -> settings.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .putAuthScheme(new FixedTimeScheme(clock))
                .build();
    }

    /** For administrators of identity pools, who hold the default access key; signs at the time of this clock. */
    static CognitoIdentityClient identityPools(CognitoEmulator emulator, Clock clock) {
        AccessKey key = AccessKey.DEFAULT;
        return CognitoIdentityClient.builder()
                .endpointOverride(emulator.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey())))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(settings -> settings.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .putAuthScheme(new FixedTimeScheme(clock))
                .build();
    }

    String getId(String identityPoolId, Map<String, String> logins) {
        return identity.getId(request -> request.identityPoolId(identityPoolId).logins(logins))
                .identityId();
    }

    String identityOf(String token) {
        return getId(POOL, Map.of(PROVIDER, token));
    }

    Credentials credentials(String identityId, String token, String customRoleArn) {
        return identity.getCredentialsForIdentity(request -> request.identityId(identityId)
                        .logins(Map.of(PROVIDER, token))
                        .customRoleArn(customRoleArn))
                .credentials();
    }

    Credentials credentialsOf(String token) {
        return credentialsOf(token, null);
    }

    Credentials credentialsOf(String token, String customRoleArn) {
        return credentials(identityOf(token), token, customRoleArn);
    }

    Credentials credentialsOfGuest() {
        String identityId = getId(POOL, Map.of());
        return identity.getCredentialsForIdentity(request -> request.identityId(identityId))
                .credentials();
    }

    GetCallerIdentityResponse callerIdentity(Keys keys) {
        try (StsClient sts = StsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(keys.provider())
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            return sts.getCallerIdentity();
        }
    }

    /** Signs as if it were another time. */
    GetCallerIdentityResponse callerIdentityAt(Keys keys, Instant time) {
        try (StsClient sts = StsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(keys.provider())
                .httpClient(UrlConnectionHttpClient.create())
                .putAuthScheme(new FixedTimeScheme(Clock.fixed(time, ZoneOffset.UTC)))
                .build()) {
            return sts.getCallerIdentity();
        }
    }

    @Override
    public void close() {
        identity.close();
    }

    record Keys(String accessKeyId, String secret, String sessionToken) {

        static Keys of(Credentials credentials) {
            return new Keys(credentials.accessKeyId(), credentials.secretKey(), credentials.sessionToken());
        }

        Keys withAccessKeyId(String value) {
            return new Keys(value, secret, sessionToken);
        }

        Keys withSecret(String value) {
            return new Keys(accessKeyId, value, sessionToken);
        }

        Keys withSessionToken(String value) {
            return new Keys(accessKeyId, secret, value);
        }

        StaticCredentialsProvider provider() {
            return StaticCredentialsProvider.create(AwsSessionCredentials.create(accessKeyId, secret, sessionToken));
        }
    }

    /** The SDK's own SigV4 scheme with a clock of ours. */
    private record FixedTimeScheme(Clock clock) implements AwsV4AuthScheme {

        @Override
        public String schemeId() {
            return SCHEME_ID;
        }

        @Override
        public IdentityProvider<AwsCredentialsIdentity> identityProvider(IdentityProviders providers) {
            return providers.identityProvider(AwsCredentialsIdentity.class);
        }

        @Override
        public AwsV4HttpSigner signer() {
            return new FixedTimeSigner(AwsV4HttpSigner.create(), clock);
        }
    }

    private record FixedTimeSigner(AwsV4HttpSigner signer, Clock clock) implements AwsV4HttpSigner {

        @Override
        public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> request) {
            return signer.sign(request.copy(changes -> changes.putProperty(HttpSigner.SIGNING_CLOCK, clock)));
        }

        @Override
        public CompletableFuture<AsyncSignedRequest> signAsync(
                AsyncSignRequest<? extends AwsCredentialsIdentity> request) {
            throw new UnsupportedOperationException("the clients here are synchronous");
        }
    }
}
