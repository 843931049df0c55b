package io.github.cognitoee.examples.demo;

import io.github.cognitoee.emulator.EmulatorConfig.AccessKey;
import io.github.cognitoee.emulator.TriggerEvent;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFactorType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;

/** Whom the local Cognito knows besides those of its configuration, and what its user pool asks of them all. */
record LocalPeople(URI cognito) {

    static final String TEMPORARY_PASSWORD = "Temporary-Passw0rd";

    private static final String POOL = "eu-west-1_CognitoEE";
    private static final String SIGNED_UP = "PostConfirmation_ConfirmSignUp";

    /** Invites nora, who has a temporary password, and lets people begin with a code instead of a password. */
    void invite() {
        try (CognitoIdentityProviderClient administrator = administrator()) {
            administrator.adminCreateUser(
                    user -> user.userPoolId(POOL).username("nora").temporaryPassword(TEMPORARY_PASSWORD));
            administrator.adminAddUserToGroup(
                    user -> user.userPoolId(POOL).username("nora").groupName("users"));
        }
        useSecondFactors(UserPoolMfaType.OPTIONAL);
    }

    /** {@code ON} has those set an app up who have no second factor, and nowhere to send a code to. */
    void useSecondFactors(UserPoolMfaType use) {
        try (CognitoIdentityProviderClient administrator = administrator()) {
            administrator.updateUserPool(pool -> pool.userPoolId(POOL)
                    .mfaConfiguration(use)
                    .policies(policies -> policies.signInPolicy(signIn ->
                            signIn.allowedFirstAuthFactors(AuthFactorType.PASSWORD, AuthFactorType.EMAIL_OTP))));
        }
    }

    /** Has who created an account be a member, as a Lambda function would in AWS; who forgot a password is what they were. */
    void admit(TriggerEvent event) {
        if (event.triggerSource().equals(SIGNED_UP)) {
            try (CognitoIdentityProviderClient administrator = administrator()) {
                administrator.adminAddUserToGroup(user -> user.userPoolId(event.userPoolId())
                        .username(event.userName())
                        .groupName("users"));
            }
        }
    }

    private CognitoIdentityProviderClient administrator() {
        return CognitoIdentityProviderClient.builder()
                .endpointOverride(cognito)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        AccessKey.DEFAULT.accessKeyId(), AccessKey.DEFAULT.secretAccessKey())))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
