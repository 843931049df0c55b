package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.IdentityDescription;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeviceType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordHistoryPolicyViolationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RefreshTokenReuseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceServerScopeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

/** What an emulator finds in its file when it starts anew, and what it does to files that are not its own. */
class StateTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFIGURED = "eu-west-1_CognitoEE";
    private static final String CLIENT = "demo0client0of0photo0album";
    private static final String PASSWORD = "Passw0rd!";

    private final MovableClock clock = MovableClock.startingNow();

    @TempDir
    Path directory;

    private Path file;
    private CognitoEmulator emulator;
    private CognitoIdentityProviderClient admin;
    private CognitoIdentityProviderClient anyone;

    @BeforeEach
    void begin() {
        file = directory.resolve("cognito.json");
        start();
    }

    @AfterEach
    void stop() {
        admin.close();
        anyone.close();
        emulator.close();
    }

    private void start() {
        emulator = CognitoEmulator.builder().clock(clock).state(file).start();
        admin = AwsClients.userPools(emulator, clock);
        anyone = AwsClients.userPools(emulator, AnonymousCredentialsProvider.create(), clock);
    }

    private void restart() {
        stop();
        start();
    }

    @Test
    void tokensOfBeforeAreStillGood() throws Exception {
        AuthenticationResultType signIn = signIn(CLIENT, "alice", "Alice-Passw0rd");
        String published =
                Http.get(emulator, "/" + CONFIGURED + "/.well-known/jwks.json").body();

        restart();

        assertThat(Http.get(emulator, "/" + CONFIGURED + "/.well-known/jwks.json")
                        .body())
                .isEqualTo(published);
        assertThat(anyone.getUser(request -> request.accessToken(signIn.accessToken()))
                        .username())
                .isEqualTo("alice");
        assertThat(refresh(CLIENT, signIn.refreshToken()).accessToken()).isNotNull();
    }

    @Test
    void aRotationIsWhereItWas() {
        PoolKeys before = emulator.keys(CONFIGURED);
        before.rotate();
        before.publishNext();
        List<String> published = before.publishedIds();
        String signing = before.signing().idTokenKey().getKeyID();

        restart();

        assertThat(published).hasSize(6);
        assertThat(emulator.keys(CONFIGURED).publishedIds()).isEqualTo(published);
        assertThat(emulator.keys(CONFIGURED).signing().idTokenKey().getKeyID()).isEqualTo(signing);
        emulator.keys(CONFIGURED).signWithNext();
        assertThat(emulator.keys(CONFIGURED).signing().idTokenKey().getKeyID()).isEqualTo(published.get(4));
    }

    @Test
    void whoWasSignedOutInAFutureThatIsGoneCanSignInAfterwards() {
        clock.advance(Duration.ofDays(2));
        admin.adminUserGlobalSignOut(request -> request.userPoolId(CONFIGURED).username("alice"));
        clock.advance(Duration.ofDays(-2));

        restart();
        clock.advance(Duration.ofSeconds(1));

        String minted = emulator.tokens().user("alice").accessToken();
        assertThat(anyone.getUser(request -> request.accessToken(minted)).username())
                .isEqualTo("alice");
    }

    @Test
    void anEmulatorThatDoesNotStartLeavesNoFileBehind() {
        Path other = directory.resolve("other.json");

        assertThatThrownBy(() -> CognitoEmulator.builder()
                        .port(emulator.endpoint().getPort())
                        .state(other)
                        .start())
                .hasMessageContaining("is in use");

        assertThat(other).doesNotExist();
    }

    @Test
    void resettingAfterTheEndDoesNoHarm() {
        CognitoEmulator ended =
                CognitoEmulator.builder().state(directory.resolve("ended.json")).start();
        ended.close();

        assertThatCode(ended::reset).doesNotThrowAnyException();
    }

    @Test
    void revokedSignInsStayRevoked() {
        AuthenticationResultType revoked = signIn(CLIENT, "alice", "Alice-Passw0rd");
        AuthenticationResultType other = signIn(CLIENT, "alice", "Alice-Passw0rd");
        anyone.revokeToken(request -> request.clientId(CLIENT).token(revoked.refreshToken()));

        restart();

        assertThatThrownBy(() -> refresh(CLIENT, revoked.refreshToken()))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Refresh Token has been revoked");
        assertThatThrownBy(() -> anyone.getUser(request -> request.accessToken(revoked.accessToken())))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Access Token has been revoked");
        assertThat(refresh(CLIENT, other.refreshToken()).accessToken()).isNotNull();
    }

    @Test
    void aUserWhoSignedOutEverywhereStaysSignedOut() {
        String minted = emulator.tokens().user("alice").accessToken();
        anyone.globalSignOut(request -> request.accessToken(minted));

        restart();

        assertThatThrownBy(() -> anyone.getUser(request -> request.accessToken(minted)))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Access Token has been revoked");
    }

    @Test
    void aReplacedRefreshTokenStaysReplaced() {
        String pool = newPool();
        String client = admin.createUserPoolClient(request -> request.userPoolId(pool)
                        .clientName("rotating")
                        .explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH)
                        .refreshTokenRotation(rotation -> rotation.feature("ENABLED")))
                .userPoolClient()
                .clientId();
        newUser(pool, "bob");
        String first = signIn(client, "bob", PASSWORD).refreshToken();
        String second = refresh(client, first).refreshToken();

        restart();

        assertThatThrownBy(() -> refresh(client, first)).isInstanceOf(RefreshTokenReuseException.class);
        assertThat(refresh(client, second).accessToken()).isNotNull();
    }

    @Test
    void poolsClientsGroupsServersAndDomainsAreAsTheyWere() {
        String pool = newPool();
        UserPoolClientType client = admin.createUserPoolClient(request -> request.userPoolId(pool)
                        .clientName("web")
                        .generateSecret(true)
                        .callbackURLs("https://app.example/callback")
                        .allowedOAuthFlowsUserPoolClient(true)
                        .allowedOAuthFlowsWithStrings("code")
                        .allowedOAuthScopes("openid"))
                .userPoolClient();
        admin.createGroup(request ->
                request.userPoolId(pool).groupName("staff").precedence(3).description("all of us"));
        admin.createResourceServer(request -> request.userPoolId(pool)
                .identifier("orders")
                .name("Orders")
                .scopes(ResourceServerScopeType.builder()
                        .scopeName("read")
                        .scopeDescription("to read")
                        .build()));
        admin.createUserPoolDomain(request -> request.userPoolId(pool).domain("kept-domain"));
        var description =
                admin.describeUserPool(request -> request.userPoolId(pool)).userPool();
        var group = admin.getGroup(request -> request.userPoolId(pool).groupName("staff"))
                .group();
        var server = admin.describeResourceServer(
                        request -> request.userPoolId(pool).identifier("orders"))
                .resourceServer();

        restart();

        assertThat(admin.describeUserPool(request -> request.userPoolId(pool)).userPool())
                .isEqualTo(description);
        assertThat(admin.describeUserPoolClient(
                                request -> request.userPoolId(pool).clientId(client.clientId()))
                        .userPoolClient())
                .isEqualTo(client);
        assertThat(admin.getGroup(request -> request.userPoolId(pool).groupName("staff"))
                        .group())
                .isEqualTo(group);
        assertThat(admin.describeResourceServer(
                                request -> request.userPoolId(pool).identifier("orders"))
                        .resourceServer())
                .isEqualTo(server);
        assertThat(admin.describeUserPoolDomain(request -> request.domain("kept-domain"))
                        .domainDescription()
                        .userPoolId())
                .isEqualTo(pool);
    }

    @Test
    void usersAreAsTheyWere() {
        String pool = newPool();
        newUser(pool, "bob", "email", "bob@example.com", "custom:team", "blue");
        admin.createGroup(request -> request.userPoolId(pool).groupName("staff"));
        admin.adminAddUserToGroup(
                request -> request.userPoolId(pool).username("bob").groupName("staff"));
        admin.adminCreateUser(request -> request.userPoolId(pool)
                .username("carol")
                .temporaryPassword("Temp0rary!")
                .messageAction("SUPPRESS"));
        admin.adminDisableUser(request -> request.userPoolId(pool).username("carol"));
        var bob = admin.adminGetUser(request -> request.userPoolId(pool).username("bob"));

        restart();

        var again = admin.adminGetUser(request -> request.userPoolId(pool).username("bob"));
        assertThat(again.userAttributes()).isEqualTo(bob.userAttributes());
        assertThat(again.userCreateDate()).isEqualTo(bob.userCreateDate());
        assertThat(again.userStatus()).isEqualTo(UserStatusType.CONFIRMED);
        assertThat(admin.adminListGroupsForUser(
                                request -> request.userPoolId(pool).username("bob"))
                        .groups())
                .hasSize(1);
        var carol = admin.adminGetUser(request -> request.userPoolId(pool).username("carol"));
        assertThat(carol.enabled()).isFalse();
        assertThat(carol.userStatus()).isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
    }

    @Test
    void passwordsAndTheirHistoryAreKnownAgain() throws IOException {
        String pool = newPool();
        newUser(pool, "bob");

        restart();

        assertThatThrownBy(() -> admin.adminSetUserPassword(request -> request.userPoolId(pool)
                        .username("bob")
                        .password(PASSWORD)
                        .permanent(true)))
                .isInstanceOf(PasswordHistoryPolicyViolationException.class);
        assertThat(signIn(CLIENT, "alice", "Alice-Passw0rd").accessToken()).isNotNull();
        assertThatThrownBy(() -> signIn(CLIENT, "alice", PASSWORD)).isInstanceOf(NotAuthorizedException.class);
    }

    @Test
    void neitherPasswordsNorRefreshTokensAreInTheFile() throws IOException {
        String refreshToken = signIn(CLIENT, "alice", "Alice-Passw0rd").refreshToken();
        stop();

        assertThat(Files.readString(file)).contains("alice").doesNotContain("Alice-Passw0rd", refreshToken);
    }

    @Test
    void identitiesKeepTheirIdsAndTheServiceItsKey() throws Exception {
        String keys = Http.get(emulator, "/.well-known/jwks_uri").body();
        String guestPool = identityPool();
        String guest = getId("{\"IdentityPoolId\":\"" + guestPool + "\"}");
        String logins = "{\"cognito-idp.eu-west-1.amazonaws.com/" + CONFIGURED + "\":\""
                + emulator.tokens().user("alice").idToken() + "\"}";
        String request =
                "{\"IdentityPoolId\":\"eu-west-1:c0911170-ee00-4000-8000-000000000001\",\"Logins\":" + logins + "}";
        String alice = getId(request);

        restart();

        assertThat(Http.get(emulator, "/.well-known/jwks_uri").body()).isEqualTo(keys);
        assertThat(getId(request)).isEqualTo(alice);
        try (CognitoIdentityClient identities = AwsClients.identityPools(emulator, clock)) {
            assertThat(identities
                            .listIdentities(
                                    list -> list.identityPoolId(guestPool).maxResults(10))
                            .identities())
                    .extracting(IdentityDescription::identityId)
                    .containsExactly(guest);
        }
    }

    @Test
    void resetPutsBackTheConfigurationInTheFileToo() {
        admin.adminDeleteUser(request -> request.userPoolId(CONFIGURED).username("alice"));
        restart();
        assertThatThrownBy(() -> emulator.tokens().user("alice").accessToken())
                .isInstanceOf(IllegalArgumentException.class);

        emulator.reset();
        restart();

        assertThat(emulator.tokens().user("alice").accessToken()).isNotEmpty();
    }

    @Test
    @Timeout(60)
    void aChangeIsWrittenWithoutBeingAskedFor() throws Exception {
        byte[] before = Files.readAllBytes(file);

        newPool();

        while (Arrays.equals(Files.readAllBytes(file), before)) {
            Thread.onSpinWait();
        }
        assertThat(Files.readString(file)).contains("\"name\":\"kept\"");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itsOwnerAloneMayReadIt() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void nothingIsLeftBesideItButTheLock() throws IOException {
        stop();

        try (var files = Files.list(directory)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("cognito.json", "cognito.json.lock");
        }
    }

    @Test
    void twoEmulatorsCannotHaveOneFile() {
        assertThatThrownBy(() -> CognitoEmulator.builder().state(file).start())
                .isInstanceOf(EmulatorStateException.class)
                .hasMessage("the state file " + file + " is in use by another emulator");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void twoNamesOfOneFileAreOneFile() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), file);

        assertThatThrownBy(() -> CognitoEmulator.builder().state(link).start())
                .isInstanceOf(EmulatorStateException.class)
                .hasMessage("the state file " + file + " is in use by another emulator");
    }

    @Test
    void anEmulatorThatFailsToStartLeavesTheFileToOthers() {
        stop();
        try (CognitoEmulator other = CognitoEmulator.builder().start()) {
            int taken = other.endpoint().getPort();
            assertThatThrownBy(() ->
                            CognitoEmulator.builder().port(taken).state(file).start())
                    .hasRootCauseMessage("port " + taken + " of 127.0.0.1 is in use");
        }

        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "[]", "null", "{\"format\":", "{} {}"})
    void aFileThatIsNoJsonObjectIsRefusedAndLeftAlone(String content) throws IOException {
        assertRefused(content, "is damaged, or no state of this emulator; it was left as it is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"format\":\"another\",\"version\":2}", "{\"name\":\"package\"}"})
    void aForeignFileIsRefusedAndLeftAlone(String content) throws IOException {
        assertRefused(content, "is no state of this emulator; it was left as it is");
    }

    @Test
    void aFileOfTheVersionBeforeIsBroughtUpToDate() throws Exception {
        String refreshToken = signIn(CLIENT, "alice", "Alice-Passw0rd").refreshToken();
        Files.writeString(file, changed(StateTest::asVersion2));

        start();

        assertThat(anyone.initiateAuth(request -> request.authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                                .clientId(CLIENT)
                                .authParameters(Map.of("REFRESH_TOKEN", refreshToken)))
                        .authenticationResult())
                .isNotNull();
        assertThatThrownBy(() -> beginSrp("alice"))
                .hasMessageContaining(
                        "An older version of the emulator kept this user's password without what SRP needs:"
                                + " sign in by USER_PASSWORD_AUTH once, or set the password again.");
        signIn(CLIENT, "alice", "Alice-Passw0rd");
        assertThat(beginSrp("alice").challengeNameAsString()).isEqualTo("PASSWORD_VERIFIER");
    }

    @Test
    void identityPoolsOfVersion3HaveNoSamlProviders() throws IOException {
        Files.writeString(file, changed(StateTest::asVersion3));

        start();

        try (CognitoIdentityClient identities = AwsClients.identityPools(emulator, clock)) {
            String pool = identities
                    .listIdentityPools(list -> list.maxResults(1))
                    .identityPools()
                    .get(0)
                    .identityPoolId();
            assertThat(identities
                            .describeIdentityPool(request -> request.identityPoolId(pool))
                            .samlProviderARNs())
                    .isEmpty();
        }
    }

    private static void asVersion3(ObjectNode root) {
        root.put("version", 3);
        removeSamlProviders(root);
        root.put("sha256", sha256("[3," + root.path("state") + "]"));
    }

    private static void removeSamlProviders(ObjectNode root) {
        assertThat(root.at("/state/identity/pools")).isNotEmpty();
        root.at("/state/identity/pools")
                .forEach(pool -> ((ObjectNode) pool.path("settings")).remove("samlProviderARNs"));
    }

    /** What versions 3 and 4 added is not there, and the digest is over the state alone. */
    private static void asVersion2(ObjectNode root) {
        root.put("version", 2);
        removeSamlProviders(root);
        for (JsonNode pool : root.at("/state/userPools")) {
            ((ObjectNode) pool).remove(List.of("mfaFactors", "devices"));
            ((ObjectNode) pool.path("settings")).remove(List.of("smsConfiguration", "deviceConfiguration"));
            ((ObjectNode) pool.at("/settings/policies")).remove("signInPolicy");
            for (JsonNode account : pool.path("accounts")) {
                ((ObjectNode) account.path("passwords")).remove("verifier");
                ((ObjectNode) account.path("mfa")).remove(List.of("preferred", "totpName"));
            }
            for (JsonNode grant : pool.at("/signIns/grants")) {
                ((ObjectNode) grant).remove("means");
            }
        }
        root.put("sha256", sha256(root.path("state").toString()));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private InitiateAuthResponse beginSrp(String username) {
        return anyone.initiateAuth(request -> request.authFlow(AuthFlowType.USER_SRP_AUTH)
                .clientId(CLIENT)
                .authParameters(
                        Map.of("USERNAME", username, "SRP_A", SrpClient.begin().publicValue())));
    }

    @Test
    void secondFactorsAndDevicesAreKnownAgain() throws IOException {
        String pool = newPool();
        String client = admin.createUserPoolClient(request -> request.userPoolId(pool)
                        .clientName("web")
                        .explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH))
                .userPoolClient()
                .clientId();
        admin.setUserPoolMfaConfig(request -> request.userPoolId(pool)
                .mfaConfiguration("OPTIONAL")
                .softwareTokenMfaConfiguration(app -> app.enabled(true)));
        admin.updateUserPool(request -> request.userPoolId(pool)
                .mfaConfiguration("OPTIONAL")
                .deviceConfiguration(devices -> devices.challengeRequiredOnNewDevice(true)));
        newUser(pool, "bob");
        AuthenticationResultType result = signIn(client, "bob", PASSWORD);
        String device = result.newDeviceMetadata().deviceKey();
        anyone.confirmDevice(request -> request.accessToken(result.accessToken())
                .deviceKey(device)
                .deviceSecretVerifierConfig(config -> config.salt("AQ==").passwordVerifier("AQ==")));
        App app = new App(anyone.associateSoftwareToken(request -> request.accessToken(result.accessToken()))
                .secretCode());
        anyone.verifySoftwareToken(
                request -> request.accessToken(result.accessToken()).userCode(app.codeAt(clock.instant())));
        anyone.setUserMFAPreference(request -> request.accessToken(result.accessToken())
                .softwareTokenMfaSettings(settings -> settings.enabled(true).preferredMfa(true)));

        restart();

        assertThat(admin.adminListDevices(request -> request.userPoolId(pool).username("bob"))
                        .devices())
                .extracting(DeviceType::deviceKey)
                .containsExactly(device);
        assertThat(anyone.initiateAuth(request -> request.authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                                .clientId(client)
                                .authParameters(Map.of("USERNAME", "bob", "PASSWORD", PASSWORD)))
                        .challengeNameAsString())
                .isEqualTo("SOFTWARE_TOKEN_MFA");
    }

    @Test
    void aFileOfANewerVersionIsRefused() throws IOException {
        assertRefused(changed(root -> root.put("version", 5)), "has version 5, this emulator knows 4");
    }

    @Test
    void aChangedFileIsRefused() throws IOException {
        String content = changed(root -> {
            ObjectNode account = (ObjectNode) root.at("/state/userPools/0/accounts/0");
            account.put("enabled", false);
        });

        assertRefused(content, "is damaged, or was changed by hand; it was left as it is");
    }

    @Test
    void everyBitOfItCounts() throws IOException {
        stop();
        byte[] good = Files.readAllBytes(file);
        assertThatCode(() -> StateFormat.read(good, file)).doesNotThrowAnyException();
        for (int i = 0; i < good.length; i += 7) {
            byte[] bad = good.clone();
            bad[i] ^= 1;

            assertThatThrownBy(() -> StateFormat.read(bad, file))
                    .as("byte %d", i)
                    .isInstanceOf(EmulatorStateException.class);
        }
    }

    @Test
    void aTruncatedFileIsRefused() throws IOException {
        stop();
        String good = Files.readString(file);

        assertRefused(
                good.substring(0, good.length() - 1), "is damaged, or no state of this emulator; it was left as it is");
    }

    @Test
    void theStateOfAnotherRegionIsRefused() throws IOException {
        stop();
        byte[] before = Files.readAllBytes(file);
        EmulatorConfig other = EmulatorConfig.parse("{\"region\":\"us-east-1\",\"accountId\":\"123456789012\","
                + "\"userPools\":[{\"id\":\"us-east-1_A\",\"clients\":[{\"id\":\"a\"}]}]}");

        assertThatThrownBy(() ->
                        CognitoEmulator.builder().config(other).state(file).start())
                .isInstanceOf(EmulatorStateException.class)
                .hasMessage("the state file " + file + " is of region eu-west-1 and account 123456789012, the"
                        + " configuration of region us-east-1 and account 123456789012");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void placesWhereNoFileCanBeAreTold() {
        Path nowhere = directory.resolve("none").resolve("state.json");

        assertThatThrownBy(() -> CognitoEmulator.builder().state(nowhere).start())
                .isInstanceOf(EmulatorStateException.class)
                .hasMessage("the state file " + nowhere + " has no directory");
        assertThatThrownBy(() -> CognitoEmulator.builder().state(directory).start())
                .isInstanceOf(EmulatorStateException.class)
                .hasMessage("the state file " + directory + " is no regular file");
    }

    private void assertRefused(String content, String problem) throws IOException {
        stop();
        Files.writeString(file, content);

        assertThatThrownBy(() -> CognitoEmulator.builder().state(file).start())
                .isInstanceOf(EmulatorStateException.class)
                .hasMessage("the state file " + file + " " + problem);
        assertThat(Files.readString(file)).isEqualTo(content);
    }

    private String changed(Consumer<ObjectNode> change) throws IOException {
        stop();
        ObjectNode root = (ObjectNode) JSON.readTree(Files.readAllBytes(file));
        change.accept(root);
        return root.toString();
    }

    private String newPool() {
        return admin.createUserPool(request -> request.poolName("kept")
                        .schema(SchemaAttributeType.builder()
                                .name("team")
                                .attributeDataType("String")
                                .build())
                        .policies(policies -> policies.passwordPolicy(
                                policy -> policy.minimumLength(8).passwordHistorySize(3))))
                .userPool()
                .id();
    }

    private void newUser(String pool, String username, String... attributes) {
        admin.adminCreateUser(request -> request.userPoolId(pool)
                .username(username)
                .messageAction("SUPPRESS")
                .userAttributes(Attributes.of(attributes)));
        admin.adminSetUserPassword(request ->
                request.userPoolId(pool).username(username).password(PASSWORD).permanent(true));
    }

    private AuthenticationResultType signIn(String client, String username, String password) {
        return anyone.initiateAuth(request -> request.authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                        .clientId(client)
                        .authParameters(Map.of("USERNAME", username, "PASSWORD", password)))
                .authenticationResult();
    }

    private AuthenticationResultType refresh(String client, String token) {
        clock.advance(Duration.ofSeconds(1));
        return anyone.getTokensFromRefreshToken(
                        request -> request.clientId(client).refreshToken(token))
                .authenticationResult();
    }

    private String identityPool() throws Exception {
        try (CognitoIdentityClient identities = AwsClients.identityPools(emulator, clock)) {
            return identities
                    .createIdentityPool(
                            request -> request.identityPoolName("guests").allowUnauthenticatedIdentities(true))
                    .identityPoolId();
        }
    }

    private String getId(String body) throws Exception {
        return identity("GetId", body).get("IdentityId").textValue();
    }

    private JsonNode identity(String operation, String body) throws Exception {
        return JSON.readTree(Http.post(emulator, body, "X-Amz-Target", "AWSCognitoIdentityService." + operation)
                .body());
    }
}
