package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeviceKeyExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeviceType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NewDeviceMetadataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

/** Devices that are known again. */
class DevicesTest extends UserPoolFixture {

    private static final String DEVICE_PASSWORD = "the random text that a client makes for its device";
    private static final BigInteger SALT = new BigInteger("f0e1d2c3b4a5968778695a4b3c2d1e0f", 16);
    private static final String GONE = "Device does not exist.";

    private final SrpClient srp = SrpClient.begin();

    @BeforeEach
    void trackDevices() {
        track(true, false);
        newUser("alice", "phone_number", "+821012345678");
    }

    @Test
    void aSignInWithoutDeviceGetsTheKeyForOne() {
        AuthenticationResultType result = signIn("alice");

        NewDeviceMetadataType device = result.newDeviceMetadata();
        assertThat(device.deviceKey()).matches("eu-west-1_[0-9a-f-]{36}");
        assertThat(device.deviceGroupKey()).startsWith("-");
        assertThat(TokenText.claimsOf(result.accessToken())).containsEntry("device_key", device.deviceKey());
        assertThat(TokenText.claimsOf(result.idToken())).doesNotContainKey("device_key");
    }

    @Test
    void aPoolThatKnowsNoDevicesGivesNone() {
        pool = newPool(request -> {});
        client = newClient(request -> {}).clientId();
        newUser("alice");

        AuthenticationResultType result = signIn("alice");

        assertThat(result.newDeviceMetadata()).isNull();
        assertThat(TokenText.claimsOf(result.accessToken())).doesNotContainKey("device_key");
    }

    @Test
    void aDeviceProvesThatItIsTheSame() {
        AuthenticationResultType first = confirmed();

        InitiateAuthResponse asked = signInFrom(first);
        assertThat(asked.challengeNameAsString()).isEqualTo("DEVICE_SRP_AUTH");
        RespondToAuthChallengeResponse challenge = begin(first, asked.session());
        assertThat(challenge.challengeNameAsString()).isEqualTo("DEVICE_PASSWORD_VERIFIER");
        assertThat(challenge.challengeParameters())
                .containsOnlyKeys("SALT", "SRP_B", "SECRET_BLOCK", "DEVICE_KEY", "USERNAME");
        AuthenticationResultType second =
                prove(first, challenge, DEVICE_PASSWORD).authenticationResult();

        assertThat(second.newDeviceMetadata()).isNull();
        assertThat(TokenText.claimsOf(second.accessToken())).containsEntry("device_key", keyOf(first));
    }

    @Test
    void aWrongProofOfADeviceIsRefused() {
        AuthenticationResultType first = confirmed();
        RespondToAuthChallengeResponse challenge =
                begin(first, signInFrom(first).session());

        assertRefused(
                NotAuthorizedException.class,
                "Incorrect username or password.",
                () -> prove(first, challenge, "another"));
        assertRefused(
                NotAuthorizedException.class,
                "Invalid session for the user.",
                () -> prove(first, challenge, DEVICE_PASSWORD));
    }

    @Test
    void aRememberedDeviceTakesThePlaceOfTheSecondFactor() {
        AuthenticationResultType first = confirmed();
        useSms();

        assertThat(signInAnswer("alice", PASSWORD).challengeNameAsString()).isEqualTo("SMS_MFA");
        assertThat(signInFrom(first).challengeNameAsString()).isEqualTo("DEVICE_SRP_AUTH");

        anyone.updateDeviceStatus(request -> request.accessToken(first.accessToken())
                .deviceKey(keyOf(first))
                .deviceRememberedStatus("not_remembered"));
        assertThat(signInFrom(first).challengeNameAsString()).isEqualTo("SMS_MFA");
    }

    @Test
    void whereDevicesReplaceNothingTheCodeComesFirst() {
        AuthenticationResultType first = confirmed();
        admin.updateUserPool(request ->
                request.userPoolId(pool).deviceConfiguration(devices -> devices.challengeRequiredOnNewDevice(false)));
        useSms();

        InitiateAuthResponse asked = signInFrom(first);
        assertThat(asked.challengeNameAsString()).isEqualTo("SMS_MFA");
        RespondToAuthChallengeResponse next = respond(
                "SMS_MFA",
                asked.session(),
                Map.of("SMS_MFA_CODE", emulator.outbox().latestTo("alice").secret()));

        assertThat(next.challengeNameAsString()).isEqualTo("DEVICE_SRP_AUTH");
        assertThat(prove(first, begin(first, next.session()), DEVICE_PASSWORD).authenticationResult())
                .isNotNull();
    }

    @Test
    void whereUsersAreAskedADeviceIsNotRememberedBeforeTheySaySo() {
        admin.updateUserPool(request -> request.userPoolId(pool)
                .deviceConfiguration(
                        devices -> devices.challengeRequiredOnNewDevice(true).deviceOnlyRememberedOnUserPrompt(true)));
        AuthenticationResultType first = signIn("alice");

        assertThat(confirm(first)).isTrue();
        useSms();
        assertThat(signInFrom(first).challengeNameAsString()).isEqualTo("SMS_MFA");
        admin.adminUpdateDeviceStatus(request -> request.userPoolId(pool)
                .username("alice")
                .deviceKey(keyOf(first))
                .deviceRememberedStatus("remembered"));
        assertThat(signInFrom(first).challengeNameAsString()).isEqualTo("DEVICE_SRP_AUTH");
    }

    @Test
    void aDeviceIsConfirmedOnceAndByItsOwnSignIn() {
        AuthenticationResultType first = signIn("alice");
        AuthenticationResultType other = signIn("alice");

        assertThat(confirm(first)).isFalse();
        assertRefused(DeviceKeyExistsException.class, "Device already exists.", () -> confirm(first));
        assertRefused(
                ResourceNotFoundException.class,
                GONE,
                () -> anyone.confirmDevice(request -> request.accessToken(other.accessToken())
                        .deviceKey(keyOf(first))
                        .deviceSecretVerifierConfig(
                                config -> config.salt("AQ==").passwordVerifier("AQ=="))));
    }

    @Test
    void aVerifierIsBase64() {
        AuthenticationResultType first = signIn("alice");

        assertRefused(
                InvalidParameterException.class,
                "Salt of DeviceSecretVerifierConfig must be Base64",
                () -> anyone.confirmDevice(request -> request.accessToken(first.accessToken())
                        .deviceKey(keyOf(first))
                        .deviceSecretVerifierConfig(config -> config.salt("***").passwordVerifier("AQ=="))));
    }

    @Test
    void aDeviceThatIsGoneIsToldSoThatTheClientTriesWithout() {
        AuthenticationResultType first = confirmed();
        anyone.forgetDevice(request -> request.accessToken(first.accessToken()).deviceKey(keyOf(first)));

        assertRefused(ResourceNotFoundException.class, GONE, () -> signInFrom(first));
    }

    @Test
    void aRefreshComesFromTheSameDevice() {
        AuthenticationResultType first = confirmed();

        assertRefused(NotAuthorizedException.class, "Invalid Refresh Token", () -> refresh(first, null));
        assertRefused(
                NotAuthorizedException.class,
                "Invalid Refresh Token",
                () -> refresh(first, "eu-west-1_" + "0".repeat(36)));
        AuthenticationResultType second = refresh(first, keyOf(first)).authenticationResult();
        assertThat(TokenText.claimsOf(second.accessToken())).containsEntry("device_key", keyOf(first));
        assertThat(anyone.getTokensFromRefreshToken(request -> request.clientId(client)
                                .refreshToken(first.refreshToken())
                                .deviceKey(keyOf(first)))
                        .authenticationResult())
                .isNotNull();
    }

    @Test
    void usersSeeTheirDevices() {
        AuthenticationResultType first = confirmed();
        signIn("alice");

        List<DeviceType> devices = anyone.listDevices(request -> request.accessToken(first.accessToken()))
                .devices();

        assertThat(devices).extracting(DeviceType::deviceKey).containsExactly(keyOf(first));
        assertThat(devices.get(0).deviceCreateDate()).isEqualTo(clock.instant());
        assertThat(Attributes.map(devices.get(0).deviceAttributes()))
                .containsEntry("device_name", "laptop")
                .containsEntry("dev:device_remembered_status", "remembered");
        assertThat(anyone.getDevice(request ->
                                request.accessToken(first.accessToken()).deviceKey(keyOf(first)))
                        .device())
                .isEqualTo(devices.get(0));
    }

    @Test
    void administratorsSeeAndForgetThemToo() {
        AuthenticationResultType first = confirmed();

        assertThat(admin.adminListDevices(request -> request.userPoolId(pool).username("alice"))
                        .devices())
                .extracting(DeviceType::deviceKey)
                .containsExactly(keyOf(first));
        assertThat(admin.adminGetDevice(request ->
                                request.userPoolId(pool).username("alice").deviceKey(keyOf(first)))
                        .device()
                        .deviceKey())
                .isEqualTo(keyOf(first));
        admin.adminForgetDevice(
                request -> request.userPoolId(pool).username("alice").deviceKey(keyOf(first)));
        assertRefused(
                ResourceNotFoundException.class,
                GONE,
                () -> admin.adminGetDevice(
                        request -> request.userPoolId(pool).username("alice").deviceKey(keyOf(first))));
    }

    @Test
    void nobodySeesTheDevicesOfOthers() {
        AuthenticationResultType first = confirmed();
        newUser("bob");
        String token = signIn("bob").accessToken();

        assertRefused(
                ResourceNotFoundException.class,
                GONE,
                () -> anyone.getDevice(request -> request.accessToken(token).deviceKey(keyOf(first))));
        assertThat(anyone.listDevices(request -> request.accessToken(token)).devices())
                .isEmpty();
    }

    private void track(boolean replacing, boolean asking) {
        pool = newPool(request -> request.deviceConfiguration(
                devices -> devices.challengeRequiredOnNewDevice(replacing).deviceOnlyRememberedOnUserPrompt(asking)));
        client = newClient(request -> {}).clientId();
    }

    private void useSms() {
        admin.setUserPoolMfaConfig(request -> request.userPoolId(pool)
                .mfaConfiguration("ON")
                .smsMfaConfiguration(sms ->
                        sms.smsConfiguration(sender -> sender.snsCallerArn("arn:aws:iam::123456789012:role/Sms"))));
    }

    private AuthenticationResultType confirmed() {
        AuthenticationResultType result = signIn("alice");
        confirm(result);
        return result;
    }

    private boolean confirm(AuthenticationResultType result) {
        NewDeviceMetadataType device = result.newDeviceMetadata();
        BigInteger verifier = SrpClient.verifier(SALT, device.deviceGroupKey(), device.deviceKey(), DEVICE_PASSWORD);
        return anyone.confirmDevice(request -> request.accessToken(result.accessToken())
                        .deviceKey(device.deviceKey())
                        .deviceName("laptop")
                        .deviceSecretVerifierConfig(
                                config -> config.salt(base64(SALT)).passwordVerifier(base64(verifier))))
                .userConfirmationNecessary();
    }

    private InitiateAuthResponse signInFrom(AuthenticationResultType first) {
        return signIn(client, Map.of("USERNAME", "alice", "PASSWORD", PASSWORD, "DEVICE_KEY", keyOf(first)));
    }

    private RespondToAuthChallengeResponse begin(AuthenticationResultType first, String session) {
        return respond("DEVICE_SRP_AUTH", session, Map.of("DEVICE_KEY", keyOf(first), "SRP_A", srp.publicValue()));
    }

    private RespondToAuthChallengeResponse prove(
            AuthenticationResultType first, RespondToAuthChallengeResponse challenge, String password) {
        NewDeviceMetadataType device = first.newDeviceMetadata();
        Map<String, String> answer = srp.answer(
                challenge.challengeParameters(),
                device.deviceGroupKey(),
                device.deviceKey(),
                password,
                clock.instant());
        answer.put("DEVICE_KEY", device.deviceKey());
        return respond("DEVICE_PASSWORD_VERIFIER", challenge.session(), answer);
    }

    private RespondToAuthChallengeResponse respond(String challenge, String session, Map<String, String> more) {
        Map<String, String> responses = new HashMap<>(more);
        responses.put("USERNAME", "alice");
        return anyone.respondToAuthChallenge(request -> request.clientId(client)
                .challengeName(challenge)
                .session(session)
                .challengeResponses(responses));
    }

    private InitiateAuthResponse refresh(AuthenticationResultType result, String deviceKey) {
        Map<String, String> parameters = new HashMap<>(Map.of("REFRESH_TOKEN", result.refreshToken()));
        if (deviceKey != null) {
            parameters.put("DEVICE_KEY", deviceKey);
        }
        return anyone.initiateAuth(request -> request.authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                .clientId(client)
                .authParameters(parameters));
    }

    private static String keyOf(AuthenticationResultType result) {
        return result.newDeviceMetadata().deviceKey();
    }

    private static String base64(BigInteger number) {
        return Base64.getEncoder().encodeToString(number.toByteArray());
    }
}
