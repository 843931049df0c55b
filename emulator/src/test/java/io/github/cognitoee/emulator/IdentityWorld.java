package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.AwsClients.Keys;
import io.github.cognitoee.emulator.EmulatorConfig.AccessKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * An emulator with the pools and roles of {@code identity-config.json}, and the AWS SDK's clients for it: that of an
 * administrator, and those of anyone.
 */
final class IdentityWorld implements AutoCloseable {

    static final String POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000001";
    static final String CHECKED_POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000002";
    static final String MAPPED_POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000003";
    static final String NO_POOL = "eu-west-1:00000000-0000-4000-8000-000000000000";
    static final String USER_POOL = "eu-west-1_CognitoEE";
    static final String PROVIDER = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_CognitoEE";
    static final String PARTNERS = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Partners";
    static final String DEVELOPER = "login.example.com";
    static final String OWN = "cognito-identity.amazonaws.com";
    static final String USERS = "arn:aws:iam::123456789012:role/Users";
    static final String GUESTS = "arn:aws:iam::123456789012:role/Guests";

    private final Deque<SdkAutoCloseable> open = new ArrayDeque<>();

    final MovableClock clock = MovableClock.startingNow();
    final CognitoEmulator emulator;
    final CognitoIdentityClient admin;
    final CognitoIdentityClient anyone;
    final CognitoIdentityProviderClient userPools;
    final StsClient sts;

    IdentityWorld() {
        this(config());
    }

    IdentityWorld(EmulatorConfig config) {
        emulator = CognitoEmulator.builder().clock(clock).config(config).start();
        admin = identity(administrator());
        anyone = identity(AnonymousCredentialsProvider.create());
        userPools = opened(CognitoIdentityProviderClient.builder()
                .endpointOverride(emulator.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(administrator())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build());
        sts = sts(AnonymousCredentialsProvider.create());
    }

    static StaticCredentialsProvider administrator() {
        return administratorWithSecret(AccessKey.DEFAULT.secretAccessKey());
    }

    static StaticCredentialsProvider administratorWithSecret(String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(AccessKey.DEFAULT.accessKeyId(), secret));
    }

    static EmulatorConfig config() {
        try (InputStream in = IdentityWorld.class.getResourceAsStream("identity-config.json")) {
            return EmulatorConfig.parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CognitoIdentityClient identity(AwsCredentialsProvider credentials) {
        return opened(CognitoIdentityClient.builder()
                .endpointOverride(emulator.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build());
    }

    StsClient sts(AwsCredentialsProvider credentials) {
        return opened(StsClient.builder()
                .endpointOverride(emulator.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build());
    }

    GetCallerIdentityResponse callerIdentity(Keys keys) {
        return sts(keys.provider()).getCallerIdentity();
    }

    TokenRecipe alice() {
        return emulator.tokens().user("alice");
    }

    TokenRecipe bob() {
        return emulator.tokens().user("bob");
    }

    Map<String, String> login(TokenRecipe user) {
        return Map.of(PROVIDER, user.idToken());
    }

    Map<String, String> partner() {
        return Map.of(
                PARTNERS,
                emulator.tokens().user("alice").pool("eu-west-1_Partners").idToken());
    }

    String getId(String poolId, Map<String, String> logins) {
        return anyone.getId(request -> request.identityPoolId(poolId).logins(logins))
                .identityId();
    }

    String guest() {
        return getId(POOL, Map.of());
    }

    Credentials credentials(String identityId, Map<String, String> logins) {
        return anyone.getCredentialsForIdentity(
                        request -> request.identityId(identityId).logins(logins))
                .credentials();
    }

    String openIdToken(String identityId, Map<String, String> logins) {
        return anyone.getOpenIdToken(request -> request.identityId(identityId).logins(logins))
                .token();
    }

    IssuedCredentials issued(String accessKeyId) {
        return emulator.credentials(accessKeyId).orElseThrow();
    }

    private <T extends SdkAutoCloseable> T opened(T client) {
        open.push(client);
        return client;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().close();
        }
        emulator.close();
    }
}
