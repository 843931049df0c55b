package io.github.cognitoee.it.harness;

import io.github.cognitoee.emulator.CallFault;
import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.EmulatorConfig.AccessKey;
import io.github.cognitoee.emulator.IssuedCredentials;
import io.github.cognitoee.emulator.LoginProviders;
import io.github.cognitoee.emulator.MovableClock;
import io.github.cognitoee.emulator.RequestCounts;
import io.github.cognitoee.emulator.SamlLogin;
import io.github.cognitoee.emulator.TokenRecipe;
import io.github.cognitoee.emulator.Triggers;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityProvider;
import software.amazon.awssdk.services.cognitoidentity.model.DescribeIdentityPoolResponse;
import software.amazon.awssdk.services.cognitoidentity.model.UpdateIdentityPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/**
 * The emulated Cognito of this test JVM: pool {@code eu-west-1_CognitoEE}, {@code alice} in {@code users}, {@code admin}
 * in {@code users} and {@code admins}, {@code tess} with an authenticator app, {@code fred} who forgets and {@code lena},
 * all in {@code users}, and {@code dora}, who is disabled; another pool with an {@code alice} of its own; and a third one, where {@code lee} has an account by which
 * to sign in at the first.
 */
public final class Cognito {

    public static final String ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_CognitoEE";
    public static final String OTHER_CLIENT = "demo0client0of0other0app00";

    /** How {@code lee}, whose account is elsewhere, is called here. */
    public static final String LEE = EmulatedAccount.PROVIDER + "_" + EmulatedAccount.LEE;

    private static final String POOL = EmulatedAccount.POOL;
    private static final String ALBUM = EmulatedAccount.CLIENT;
    private static final String PASSWORD = "Newcomers-Passw0rd";
    private static final String APPLICATION = "the-application-there";
    private static final String ISSUER_ELSEWHERE = "id.suite.example";

    /** What an identity pool that failed is not asked for by the library, and some more. */
    private static final Duration LEFT_ALONE = Duration.ofMillis(1_200);

    private static final MovableClock CLOCK = MovableClock.running();

    /** Of the code that was asked for last. */
    private static long lastStep;

    private static CognitoEmulator emulator;

    private Cognito() {}

    static synchronized URI start() {
        emulator = CognitoEmulator.builder()
                .port(0)
                .config(EmulatedAccount.config())
                .clock(CLOCK)
                .start();
        try (CognitoIdentityProviderClient administration = administration()) {
            administration.adminDisableUser(request -> request.userPoolId(POOL).username("dora"));
        }
        takeOtherLogins();
        return emulator.endpoint();
    }

    /** The configuration cannot say so. */
    private static void takeOtherLogins() {
        running().loginProviders().addSamlProvider(EmulatedAccount.SAML_PROVIDER, EmulatedAccount.SAML_ISSUER);
        running().loginProviders().addOpenIdConnectProvider("https://" + ISSUER_ELSEWHERE, APPLICATION);
        try (CognitoIdentityClient administration = identityAdministration()) {
            DescribeIdentityPoolResponse pool = administration.describeIdentityPool(
                    request -> request.identityPoolId(EmulatedAccount.DEVELOPERS_POOL));
            administration.updateIdentityPool(request -> request.identityPoolId(pool.identityPoolId())
                    .identityPoolName(pool.identityPoolName()) // an update sets everything back that it does not name
                    .allowUnauthenticatedIdentities(pool.allowUnauthenticatedIdentities())
                    .allowClassicFlow(pool.allowClassicFlow())
                    .developerProviderName(pool.developerProviderName())
                    .cognitoIdentityProviders(pool.cognitoIdentityProviders())
                    .samlProviderARNs(EmulatedAccount.SAML_PROVIDER)
                    .openIdConnectProviderARNs("arn:aws:iam::123456789012:oidc-provider/" + ISSUER_ELSEWHERE)
                    .supportedLoginProviders(Map.of(
                            "accounts.google.com", APPLICATION,
                            "appleid.apple.com", APPLICATION,
                            "graph.facebook.com", APPLICATION,
                            "www.amazon.com", APPLICATION)));
        }
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
        try (CognitoIdentityProviderClient administration = administration()) {
            administration.updateUserPoolClient(request -> request.userPoolId(POOL)
                    .clientId(ALBUM)
                    .explicitAuthFlows(
                            ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                            ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH,
                            ExplicitAuthFlowsType.ALLOW_CUSTOM_AUTH,
                            ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH)
                    .allowedOAuthFlowsUserPoolClient(true)
                    .allowedOAuthFlows(OAuthFlowType.CODE)
                    .allowedOAuthScopes("openid", "email", "profile", "aws.cognito.signin.user.admin")
                    .supportedIdentityProviders("COGNITO", EmulatedAccount.PROVIDER)
                    .callbackURLs(root + "callback")
                    .logoutURLs(root.toString()));
        }
    }

    /** Makes somebody a member of a group, as an administrator does; also those who have their account elsewhere. */
    public static void addToGroup(String username, String group) {
        try (CognitoIdentityProviderClient administration = administration()) {
            administration.adminAddUserToGroup(
                    request -> request.userPoolId(POOL).username(username).groupName(group));
        }
    }

    /** And out of it. */
    public static void removeFromGroup(String username, String group) {
        try (CognitoIdentityProviderClient administration = administration()) {
            administration.adminRemoveUserFromGroup(
                    request -> request.userPoolId(POOL).username(username).groupName(group));
        }
    }

    /**
     * A new user, who is in these groups.
     *
     * @return the user name
     */
    public static String newUser(String... groups) {
        String username = "user-" + UUID.randomUUID();
        try (CognitoIdentityProviderClient administration = administration()) {
            administration.adminCreateUser(
                    request -> request.userPoolId(POOL).username(username).messageAction(MessageActionType.SUPPRESS));
            administration.adminSetUserPassword(request -> request.userPoolId(POOL)
                    .username(username)
                    .password(PASSWORD)
                    .permanent(true));
        }
        for (String group : groups) {
            addToGroup(username, group);
        }
        return username;
    }

    /**
     * Signs a {@link #newUser} in.
     *
     * @return their ID token, of which the user pool knows
     */
    public static String signIn(String username) {
        try (CognitoIdentityProviderClient client = administration()) {
            return client.initiateAuth(request -> request.clientId(ALBUM)
                            .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                            .authParameters(Map.of("USERNAME", username, "PASSWORD", PASSWORD)))
                    .authenticationResult()
                    .idToken();
        }
    }

    /** Signs somebody out everywhere, as an administrator does. */
    public static void signOutEverywhere(String username) {
        try (CognitoIdentityProviderClient administration = administration()) {
            administration.adminUserGlobalSignOut(
                    request -> request.userPoolId(POOL).username(username));
        }
    }

    static CognitoIdentityProviderClient administration() {
        return CognitoIdentityProviderClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(running().endpoint())
                .credentialsProvider(administrator())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static CognitoIdentityClient identityAdministration() {
        return CognitoIdentityClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(running().endpoint())
                .credentialsProvider(administrator())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static StaticCredentialsProvider administrator() {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(AccessKey.DEFAULT.accessKeyId(), AccessKey.DEFAULT.secretAccessKey()));
    }

    /** The code that was sent to somebody last. */
    public static String codeSentTo(String username) {
        return running().outbox().latestTo(username).secret();
    }

    /** What the authenticator app of {@code tess} shows, a moment ago or soon: each code is taken once. */
    public static synchronized String codeOfApp() {
        lastStep = Math.max(AuthenticatorApp.stepAt(CLOCK.instant()) - 1, lastStep + 1);
        Duration early = Duration.between(CLOCK.instant(), AuthenticatorApp.beginOf(lastStep - 1));
        if (!early.isNegative()) {
            LockSupport.parkNanos(early.toNanos());
        }
        return EmulatedAccount.APP.codeOf(lastStep);
    }

    /** What an app shows that was given this key, so many half minutes from now; one of them is taken early. */
    public static String codeOfApp(String key, int halfMinutes) {
        return AuthenticatorApp.withKey(key).codeOf(AuthenticatorApp.stepAt(CLOCK.instant()) + halfMinutes);
    }

    /**
     * Does something a while ago, by the clock of Cognito alone: the servers under test have their own, and what is issued
     * meanwhile is that old to them.
     */
    public static void earlier(Duration howLong, Runnable something) {
        CLOCK.advance(howLong.negated());
        try {
            something.run();
        } finally {
            CLOCK.advance(howLong);
        }
    }

    /** Does something while Cognito answers each attempt to sign in with an error of its own. */
    public static <T> T whileSignInsFail(Supplier<T> something) {
        running().faults().calls("InitiateAuth", CallFault.internalError());
        try {
            return something.get();
        } finally {
            running().faults().clear();
        }
    }

    /** Has Cognito throttle an operation while something is done, and waits until applications ask it again. */
    public static <T> T whileThrottled(String operation, Supplier<T> something) {
        running().faults().calls(operation, CallFault.of("TooManyRequestsException", "Rate exceeded"));
        try {
            return something.get();
        } finally {
            running().faults().clear();
            LockSupport.parkNanos(LEFT_ALONE.toNanos());
        }
    }

    /** Lets a role call methods of APIs behind API Gateway, and no others. */
    public static void letInvoke(String roleArn, String... methods) {
        running()
                .iam()
                .putRolePolicy(
                        roleArn,
                        "Invoke",
                        "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\":"
                                + " \"execute-api:Invoke\", \"Resource\": [\""
                                + String.join("\", \"", methods) + "\"]}}");
    }

    /** Deletes an identity of an identity pool, as an administrator does. */
    public static void deleteIdentity(String identityId) {
        try (CognitoIdentityClient administration = identityAdministration()) {
            administration.deleteIdentities(request -> request.identityIdsToDelete(identityId));
        }
    }

    /** Makes two developer users one in an identity pool, as another part of their application does. */
    public static void mergeDeveloperUsers(String identityPool, String user, String into) {
        try (CognitoIdentityClient application = identityAdministration()) {
            application.mergeDeveloperIdentities(request -> request.identityPoolId(identityPool)
                    .developerProviderName(EmulatedAccount.DEVELOPERS)
                    .sourceUserIdentifier(user)
                    .destinationUserIdentifier(into));
        }
    }

    /** The identity that an identity pool knows a developer user by. */
    public static String identityOfDeveloperUser(String identityPool, String user) {
        try (CognitoIdentityClient application = identityAdministration()) {
            return application
                    .lookupDeveloperIdentity(
                            request -> request.identityPoolId(identityPool).developerUserIdentifier(user))
                    .identityId();
        }
    }

    /** Has an identity pool make session tags of claims of the user pool's tokens. */
    public static void tagSessions(String identityPool, Map<String, String> claimsByTag) {
        try (CognitoIdentityClient administration = identityAdministration()) {
            administration.setPrincipalTagAttributeMap(request -> request.identityPoolId(identityPool)
                    .identityProviderName(providerOf(POOL))
                    .useDefaults(false)
                    .principalTags(claimsByTag));
        }
    }

    /** Does something while an identity pool lists the other user pool, too. */
    public static <T> T whileTheOtherPoolIsListed(String identityPool, Supplier<T> something) {
        try (CognitoIdentityClient administration = identityAdministration()) {
            DescribeIdentityPoolResponse pool =
                    administration.describeIdentityPool(request -> request.identityPoolId(identityPool));
            CognitoIdentityProvider other = CognitoIdentityProvider.builder()
                    .providerName(providerOf(EmulatedAccount.OTHER_POOL))
                    .clientId(EmulatedAccount.OTHER_POOL_CLIENT)
                    .build();
            Consumer<UpdateIdentityPoolRequest.Builder> asItIs = request -> request.identityPoolId(identityPool)
                    .identityPoolName(pool.identityPoolName())
                    .allowUnauthenticatedIdentities(pool.allowUnauthenticatedIdentities())
                    .cognitoIdentityProviders(pool.cognitoIdentityProviders());
            administration.updateIdentityPool(asItIs.andThen(request -> request.cognitoIdentityProviders(
                    Stream.concat(pool.cognitoIdentityProviders().stream(), Stream.of(other))
                            .toList())));
            try {
                return something.get();
            } finally {
                administration.updateIdentityPool(asItIs);
            }
        }
    }

    /** What an identity pool itself says of the holders of these ID tokens: the identity id by the token. */
    public static Map<String, String> identityIds(String identityPool, Collection<String> idTokens) {
        try (CognitoIdentityClient client = identityAdministration()) {
            return idTokens.stream().distinct().collect(Collectors.toMap(token -> token, token -> client.getId(
                            request -> request.identityPoolId(identityPool).logins(Map.of(providerOf(POOL), token)))
                    .identityId()));
        }
    }

    private static String providerOf(String userPool) {
        return "cognito-idp.eu-west-1.amazonaws.com/" + userPool;
    }

    /** Does something while the user pool remembers devices, and takes one that it knows for a second factor. */
    public static void whileDevicesAreRemembered(Runnable something) {
        try (CognitoIdentityProviderClient administration = administration()) {
            UserPoolType pool = administration
                    .describeUserPool(request -> request.userPoolId(POOL))
                    .userPool();
            Consumer<UpdateUserPoolRequest.Builder> asItIs = request -> request.userPoolId(POOL)
                    .policies(pool.policies()) // an update sets everything back that it does not name
                    .mfaConfiguration(pool.mfaConfiguration())
                    .adminCreateUserConfig(pool.adminCreateUserConfig());
            administration.updateUserPool(asItIs.andThen(
                    request -> request.deviceConfiguration(devices -> devices.challengeRequiredOnNewDevice(true))));
            try {
                something.run();
            } finally {
                administration.updateUserPool(asItIs);
            }
        }
    }

    /** Tokens of a member of {@code users}. */
    public static TokenRecipe alice() {
        return running().tokens().user("alice");
    }

    /** The same for somebody whom no identity pool has seen. */
    public static TokenRecipe newcomer() {
        return alice().withClaim("sub", UUID.randomUUID().toString());
    }

    /** Tokens of a member of {@code users} and {@code admins}. */
    public static TokenRecipe admin() {
        return running().tokens().user("admin");
    }

    /** Tokens of {@code lena}. */
    public static TokenRecipe lena() {
        return running().tokens().user("lena");
    }

    /** Tokens of {@code fred}. */
    public static TokenRecipe fred() {
        return running().tokens().user("fred");
    }

    /** Tokens of {@code dora}, who was disabled since. */
    public static TokenRecipe dora() {
        return running().tokens().user("dora");
    }

    /** Tokens of a member of {@code users} in another pool, whose name is alice too. */
    public static TokenRecipe aliceOfTheOtherPool() {
        return running()
                .tokens()
                .user("alice")
                .pool(EmulatedAccount.OTHER_POOL)
                .client(EmulatedAccount.OTHER_POOL_CLIENT);
    }

    /** A token of somebody's at a provider that the pool with developer identities takes, by its name in {@code Logins}. */
    public static String loginAt(String provider, String user) {
        LoginProviders providers = running().loginProviders();
        return switch (provider) {
            case "accounts.google.com" -> providers.google(APPLICATION, user).idToken();
            case "appleid.apple.com" -> providers.apple(APPLICATION, user).idToken();
            case "graph.facebook.com" -> providers.facebook(APPLICATION, user);
            case "www.amazon.com" -> providers.amazon(APPLICATION, user);
            case ISSUER_ELSEWHERE -> providers
                    .openIdConnect("https://" + ISSUER_ELSEWHERE, APPLICATION, user)
                    .idToken();
            default -> throw new IllegalArgumentException(provider);
        };
    }

    /** Responses about somebody at the SAML provider of the account. */
    public static SamlLogin samlLogin(String user) {
        return running().loginProviders().saml(EmulatedAccount.SAML_PROVIDER, user);
    }

    /** Access tokens of the demo's app client itself, as {@code client_credentials} gives them. */
    public static TokenRecipe machine() {
        return running().tokens().machine(ALBUM);
    }

    /** What a forger would write into the header's {@code jwk}: the key of {@code signedWithForeignKey()}. */
    public static Map<String, Object> foreignJwk() {
        return running().tokens().foreignJwk();
    }

    /** Credentials that the identity service or STS gave out. */
    public static IssuedCredentials issued(String accessKeyId) {
        return running().credentials(accessKeyId).orElseThrow();
    }

    /** Whether the holder of an access key may do this to a resource, by the policies of AWS. */
    public static boolean allows(String accessKeyId, String action, String resource) {
        return running().iam().decide(accessKeyId, action, resource).isAllowed();
    }

    static Triggers triggers() {
        return running().triggers();
    }

    static URI endpoint() {
        return running().endpoint();
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
