package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminSetUserMfaPreferenceRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeatureUnavailableInTierException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserPoolMfaConfigResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;

/** Second factors as pools and users have them set. */
class MfaSettingsTest extends UserPoolFixture {

    private static final String PHONE = "+821012345678";

    @Test
    void aPoolHasNoSecondFactorsByDefault() {
        GetUserPoolMfaConfigResponse config = admin.getUserPoolMfaConfig(request -> request.userPoolId(pool));

        assertThat(config.mfaConfigurationAsString()).isEqualTo("OFF");
        assertThat(config.softwareTokenMfaConfiguration()).isNull();
    }

    @Test
    void aPoolTellsWhatItWasTold() {
        admin.setUserPoolMfaConfig(request -> request.userPoolId(pool)
                .mfaConfiguration("OPTIONAL")
                .softwareTokenMfaConfiguration(app -> app.enabled(true))
                .emailMfaConfiguration(
                        mail -> mail.message("Your code is {####}").subject("Code")));

        GetUserPoolMfaConfigResponse config = admin.getUserPoolMfaConfig(request -> request.userPoolId(pool));

        assertThat(config.mfaConfigurationAsString()).isEqualTo("OPTIONAL");
        assertThat(config.softwareTokenMfaConfiguration().enabled()).isTrue();
        assertThat(config.emailMfaConfiguration().subject()).isEqualTo("Code");
        assertThat(config.smsMfaConfiguration()).isNull();
        assertThat(admin.describeUserPool(request -> request.userPoolId(pool))
                        .userPool()
                        .mfaConfigurationAsString())
                .isEqualTo("OPTIONAL");
    }

    @Test
    void aPoolCannotAskForWhatItDoesNotHave() {
        assertRefused(
                InvalidParameterException.class,
                "Invalid MFA configuration given, MFA is to be ON and there is no factor.",
                () -> admin.setUserPoolMfaConfig(
                        request -> request.userPoolId(pool).mfaConfiguration("ON")));
        assertRefused(
                InvalidParameterException.class,
                "SMS configuration and Auto verification for phone_number are required when MFA is"
                        + " required/optional",
                () -> newPool(request -> request.mfaConfiguration("OPTIONAL")));
    }

    @Test
    void aPoolIsMadeWithMessagesToTelephones() {
        pool = newPool(request -> request.mfaConfiguration("ON")
                .smsConfiguration(sender -> sender.snsCallerArn("arn:aws:iam::123456789012:role/Sms")));
        client = newClient(request -> {}).clientId();
        newUser("alice", "phone_number", PHONE);

        assertThat(signInAnswer("alice", PASSWORD).challengeNameAsString()).isEqualTo("SMS_MFA");
    }

    @Test
    void theSmallestPlanHasNoCodesByMail() {
        pool = newPool(request -> request.userPoolTier("LITE"));

        assertRefused(
                FeatureUnavailableInTierException.class,
                "MFA by e-mail is not available in the Lite plan: UserPoolTier must be ESSENTIALS or PLUS.",
                () -> admin.setUserPoolMfaConfig(request -> request.userPoolId(pool)
                        .mfaConfiguration("ON")
                        .emailMfaConfiguration(mail -> mail.subject("code"))));
    }

    @Test
    void usersSwitchFactorsOnAndOffAndPreferOne() {
        newUser("alice", "phone_number", PHONE, "email", "alice@example.com");
        String token = signIn("alice").accessToken();
        anyone.setUserMFAPreference(request -> request.accessToken(token)
                .smsMfaSettings(sms -> sms.enabled(true))
                .emailMfaSettings(mail -> mail.enabled(true).preferredMfa(true)));

        GetUserResponse user = anyone.getUser(request -> request.accessToken(token));
        assertThat(user.userMFASettingList()).containsExactly("SMS_MFA", "EMAIL_OTP");
        assertThat(user.preferredMfaSetting()).isEqualTo("EMAIL_OTP");

        anyone.setUserMFAPreference(
                request -> request.accessToken(token).emailMfaSettings(mail -> mail.enabled(false)));

        AdminGetUserResponse seen =
                admin.adminGetUser(request -> request.userPoolId(pool).username("alice"));
        assertThat(seen.userMFASettingList()).containsExactly("SMS_MFA");
        assertThat(seen.preferredMfaSetting()).isNull();
    }

    @Test
    void whatDoesNotFitTheUserIsRefused() {
        newUser("alice", "email", "alice@example.com", "phone_number", PHONE);
        newUser("bob");

        assertRefused(
                InvalidParameterException.class,
                "User does not have delivery config set to turn on SMS_MFA",
                () -> prefer("bob", request -> request.smsMfaSettings(sms -> sms.enabled(true))));
        assertRefused(
                InvalidParameterException.class,
                "User has not verified software token mfa",
                () -> prefer("alice", request -> request.softwareTokenMfaSettings(app -> app.enabled(true))));
        assertRefused(
                InvalidParameterException.class,
                "Only one MFA method can be preferred.",
                () -> prefer("alice", request -> request.smsMfaSettings(
                                sms -> sms.enabled(true).preferredMfa(true))
                        .emailMfaSettings(mail -> mail.enabled(true).preferredMfa(true))));
        assertRefused(
                InvalidParameterException.class,
                "SMS_MFA is preferred, but not enabled.",
                () -> prefer("alice", request -> request.smsMfaSettings(sms -> sms.preferredMfa(true))));
    }

    @Test
    void usersAndAdministratorsSeeByWhatTheySignIn() {
        pool = newPool(request -> request.policies(policies -> policies.signInPolicy(
                policy -> policy.allowedFirstAuthFactorsWithStrings("PASSWORD", "EMAIL_OTP", "SMS_OTP"))));
        client = newClient(request -> {}).clientId();
        newUser("alice", "email", "alice@example.com", "email_verified", "true", "phone_number", PHONE);
        String token = signIn("alice").accessToken();

        assertThat(anyone.getUserAuthFactors(request -> request.accessToken(token))
                        .configuredUserAuthFactorsAsStrings())
                .containsExactly("PASSWORD", "EMAIL_OTP");
        assertThat(admin.adminGetUserAuthFactors(
                                request -> request.userPoolId(pool).username("alice"))
                        .configuredUserAuthFactorsAsStrings())
                .containsExactly("PASSWORD", "EMAIL_OTP");
    }

    @ParameterizedTest
    @CsvSource({"ON, MFA_SETUP", "OPTIONAL, ", "OFF, "})
    void aConfiguredPoolSaysWhetherSecondFactorsAreAskedFor(String mfa, String challenge) {
        try (CognitoEmulator configured = CognitoEmulator.builder()
                .config(EmulatorConfig.parse(
                        """
                        {"region": "eu-west-1", "accountId": "123456789012", "userPools": [{
                          "id": "eu-west-1_Mfa", "mfa": "%s", "clients": [{"id": "web"}],
                          "users": [{"username": "alice", "password": "Passw0rd!"}]}]}
                        """
                                .formatted(mfa)))
                .start()) {
            assertThat(AwsClients.userPools(configured, clock)
                            .initiateAuth(request -> request.clientId("web")
                                    .authFlow("USER_PASSWORD_AUTH")
                                    .authParameters(Map.of("USERNAME", "alice", "PASSWORD", PASSWORD)))
                            .challengeNameAsString())
                    .isEqualTo(challenge);
        }
    }

    @Test
    void aConfiguredPoolKnowsThreeWords() {
        assertThatThrownBy(
                        () -> EmulatorConfig.parse(
                                """
                        {"region": "eu-west-1", "accountId": "123456789012", "userPools": [{
                          "id": "eu-west-1_Mfa", "mfa": "maybe", "clients": [{"id": "web"}]}]}
                        """))
                .hasMessageStartingWith("$.userPools[0].mfa: found \"maybe\", expected OFF, OPTIONAL or ON");
    }

    private void prefer(String username, Consumer<AdminSetUserMfaPreferenceRequest.Builder> settings) {
        admin.adminSetUserMFAPreference(request -> {
            request.userPoolId(pool).username(username);
            settings.accept(request);
        });
    }
}
