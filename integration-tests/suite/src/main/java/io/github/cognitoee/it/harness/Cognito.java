package io.github.cognitoee.it.harness;

import io.github.cognitoee.emulator.CallFault;
import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.EmulatorConfig.AccessKey;
import io.github.cognitoee.emulator.MovableClock;
import io.github.cognitoee.emulator.RequestCounts;
import io.github.cognitoee.emulator.TokenRecipe;
import io.github.cognitoee.emulator.Triggers;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
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
 * all in {@code users}, and {@code dora}, who is disabled; another pool with an {@code alice} of its own; and a third one,
 * where {@code lee} has an account by which to sign in at the first. Identity pools are in {@link IdentityPools}.
 */
public final class Cognito {

    public static final String ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_CognitoEE";
    public static final String OTHER_CLIENT = "demo0client0of0other0app00";

    /** How {@code lee}, whose account is elsewhere, is called here. */
    public static final String LEE = EmulatedAccount.PROVIDER + "_" + EmulatedAccount.LEE;

    private static final String POOL = EmulatedAccount.POOL;
    private static final String ALBUM = EmulatedAccount.CLIENT;
    private static final String PASSWORD = "Newcomers-Passw0rd";

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
        IdentityPools.takeOtherLogins();
        return emulator.endpoint();
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

    static StaticCredentialsProvider administrator() {
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

    /** Access tokens of the demo's app client itself, as {@code client_credentials} gives them. */
    public static TokenRecipe machine() {
        return running().tokens().machine(ALBUM);
    }

    /** What a forger would write into the header's {@code jwk}: the key of {@code signedWithForeignKey()}. */
    public static Map<String, Object> foreignJwk() {
        return running().tokens().foreignJwk();
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

    static synchronized CognitoEmulator running() {
        if (emulator == null) {
            throw new IllegalStateException("the emulator is not running: TestEnvironment starts it with the session");
        }
        return emulator;
    }
}
