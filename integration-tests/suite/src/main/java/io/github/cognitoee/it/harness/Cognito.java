package io.github.cognitoee.it.harness;

import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.EmulatorConfig;
import io.github.cognitoee.emulator.EmulatorConfig.AccessKey;
import io.github.cognitoee.emulator.EmulatorConfig.Client;
import io.github.cognitoee.emulator.EmulatorConfig.Group;
import io.github.cognitoee.emulator.EmulatorConfig.IdentityPool;
import io.github.cognitoee.emulator.EmulatorConfig.Provider;
import io.github.cognitoee.emulator.EmulatorConfig.Role;
import io.github.cognitoee.emulator.EmulatorConfig.User;
import io.github.cognitoee.emulator.EmulatorConfig.UserPool;
import io.github.cognitoee.emulator.RequestCounts;
import io.github.cognitoee.emulator.TokenRecipe;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;

/**
 * The emulated Cognito of this test JVM: pool {@code eu-west-1_CognitoEE}, {@code alice} in {@code users}, {@code admin}
 * in {@code users} and {@code admins}; and another pool with an {@code alice} of its own.
 */
public final class Cognito {

    public static final String ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_CognitoEE";
    public static final String OTHER_CLIENT = "demo0client0of0other0app00";

    private static final String OTHER_POOL = "eu-west-1_OtherPool";
    private static final String OTHER_POOL_CLIENT = "other0pool0client";
    private static final String OTHER_IDENTITY_POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000002";
    private static final String OTHER_ROLE = "arn:aws:iam::123456789012:role/OtherPoolUsers";

    private static CognitoEmulator emulator;

    private Cognito() {}

    static synchronized URI start() {
        emulator = CognitoEmulator.builder()
                .port(0)
                .config(withOtherPool(EmulatorConfig.defaults()))
                .start();
        return emulator.endpoint();
    }

    private static EmulatorConfig withOtherPool(EmulatorConfig defaults) {
        Group users = new Group("users", 1, OTHER_ROLE);
        UserPool pool = new UserPool(
                OTHER_POOL,
                List.of(new Client(OTHER_POOL_CLIENT)),
                List.of(users),
                List.of(new User("alice", null, List.of("users"), Map.of())));
        IdentityPool identityPool = new IdentityPool(
                OTHER_IDENTITY_POOL,
                List.of(new Provider(OTHER_POOL, OTHER_POOL_CLIENT, null, false)),
                OTHER_ROLE,
                null,
                null,
                false,
                null,
                null);
        return new EmulatorConfig(
                defaults.region(),
                defaults.accountId(),
                with(defaults.userPools(), pool),
                with(defaults.identityPools(), identityPool),
                defaults.accessKeys(),
                with(defaults.roles(), new Role(OTHER_ROLE, trusting(OTHER_IDENTITY_POOL), null)));
    }

    private static Map<String, Object> trusting(String identityPool) {
        Map<String, Object> condition = Map.of(
                "StringEquals", Map.of("cognito-identity.amazonaws.com:aud", identityPool),
                "ForAnyValue:StringLike", Map.of("cognito-identity.amazonaws.com:amr", "authenticated"));
        Map<String, Object> statement = Map.of(
                "Effect",
                "Allow",
                "Principal",
                Map.of("Federated", "cognito-identity.amazonaws.com"),
                "Action",
                List.of("sts:AssumeRoleWithWebIdentity", "sts:TagSession"),
                "Condition",
                condition);
        return Map.of("Version", "2012-10-17", "Statement", List.of(statement));
    }

    private static <T> List<T> with(List<T> list, T other) {
        return Stream.concat(list.stream(), Stream.of(other)).toList();
    }

    static synchronized void stop() {
        if (emulator != null) {
            emulator.close();
            emulator = null;
        }
    }

    /** Where managed login is. */
    public static URI domain() {
        return running().domain();
    }

    /** Has managed login send people back to a WAR, whose port is not known before it is deployed. */
    public static void letReturnTo(URI root) {
        try (CognitoIdentityProviderClient administration = CognitoIdentityProviderClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(running().endpoint())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        AccessKey.DEFAULT.accessKeyId(), AccessKey.DEFAULT.secretAccessKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            administration.updateUserPoolClient(request -> request.userPoolId("eu-west-1_CognitoEE")
                    .clientId("demo0client0of0photo0album")
                    .allowedOAuthFlowsUserPoolClient(true)
                    .allowedOAuthFlows(OAuthFlowType.CODE)
                    .allowedOAuthScopes("openid", "email", "profile", "aws.cognito.signin.user.admin")
                    .supportedIdentityProviders("COGNITO")
                    .callbackURLs(root + "callback")
                    .logoutURLs(root.toString()));
        }
    }

    /** Tokens of a member of {@code users}. */
    public static TokenRecipe alice() {
        return running().tokens().user("alice");
    }

    /** Tokens of a member of {@code users} and {@code admins}. */
    public static TokenRecipe admin() {
        return running().tokens().user("admin");
    }

    /** Tokens of a member of {@code users} in another pool, whose name is alice too. */
    public static TokenRecipe aliceOfTheOtherPool() {
        return running().tokens().user("alice").pool(OTHER_POOL).client(OTHER_POOL_CLIENT);
    }

    /** Access tokens of the demo's app client itself, as {@code client_credentials} gives them. */
    public static TokenRecipe machine() {
        return running().tokens().machine("demo0client0of0photo0album");
    }

    /** What a forger would write into the header's {@code jwk}: the key of {@code signedWithForeignKey()}. */
    public static Map<String, Object> foreignJwk() {
        return running().tokens().foreignJwk();
    }

    public static RequestCounts requests() {
        return running().requests();
    }

    private static synchronized CognitoEmulator running() {
        if (emulator == null) {
            throw new IllegalStateException("the emulator is not running: TestEnvironment starts it with the session");
        }
        return emulator;
    }
}
