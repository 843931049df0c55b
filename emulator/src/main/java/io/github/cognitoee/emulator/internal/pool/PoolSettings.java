package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.Constraint.OneOf;
import io.github.cognitoee.emulator.internal.json.Constraint.Range;
import io.github.cognitoee.emulator.internal.pool.Names.Arn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a user pool can be told, and told anew. */
public record PoolSettings(
        @Nullable Policies policies,
        @Nullable @OneOf({"ACTIVE", "INACTIVE"}) String deletionProtection,
        @Nullable List<@OneOf({"phone_number", "email"}) String> autoVerifiedAttributes,
        @Nullable @OneOf({"OFF", "ON", "OPTIONAL"}) String mfaConfiguration,
        @Nullable AdminCreateUserConfig adminCreateUserConfig,
        @Nullable UserAttributeUpdateSettings userAttributeUpdateSettings,
        @Nullable AccountRecoverySetting accountRecoverySetting,
        @Nullable Map<String, String> userPoolTags,
        @Nullable @OneOf({"LITE", "ESSENTIALS", "PLUS"}) String userPoolTier,
        @Nullable SmsConfiguration smsConfiguration,
        @Nullable DeviceConfiguration deviceConfiguration) {

    private static final String NO_MFA = "OFF";
    private static final String LITE = "LITE";

    /**
     * Of a pool of the configuration.
     *
     * @param mfa such as {@code OPTIONAL}
     */
    static PoolSettings configured(String mfa) {
        return new PoolSettings(null, null, List.of("email"), mfa, null, null, null, null, null, null, null);
    }

    /** The same, with another word on second factors. */
    public PoolSettings withMfa(String mfa) {
        return new PoolSettings(
                policies,
                deletionProtection,
                autoVerifiedAttributes,
                mfa,
                adminCreateUserConfig,
                userAttributeUpdateSettings,
                accountRecoverySetting,
                userPoolTags,
                userPoolTier,
                smsConfiguration,
                deviceConfiguration);
    }

    /** These settings, with the service's own where none was given. */
    public PoolSettings completed() {
        return new PoolSettings(
                new Policies(passwordPolicy(), new SignInPolicy(firstFactors())),
                deletionProtection == null ? "INACTIVE" : deletionProtection,
                autoVerifiedAttributes,
                mfaConfiguration == null ? NO_MFA : mfaConfiguration,
                adminCreateUserConfig == null ? new AdminCreateUserConfig(false) : adminCreateUserConfig,
                userAttributeUpdateSettings,
                accountRecoverySetting,
                userPoolTags,
                userPoolTier == null ? "ESSENTIALS" : userPoolTier,
                smsConfiguration,
                deviceConfiguration);
    }

    /** By what users may sign in first; by their password, where nothing was said. */
    public List<String> firstFactors() {
        SignInPolicy policy = policies == null ? null : policies.signInPolicy();
        return policy == null || policy.allowedFirstAuthFactors() == null
                ? List.of("PASSWORD")
                : policy.allowedFirstAuthFactors();
    }

    /** Whether the pool's plan is the smallest. */
    public boolean isLite() {
        return LITE.equals(userPoolTier);
    }

    /** Whether the pool knows its users' devices again. */
    public boolean tracksDevices() {
        return deviceConfiguration != null;
    }

    PasswordPolicy passwordPolicy() {
        return policies == null || policies.passwordPolicy() == null
                ? PasswordPolicy.DEFAULT
                : policies.passwordPolicy();
    }

    boolean isProtected() {
        return "ACTIVE".equals(deletionProtection);
    }

    /** Whether users may register themselves. */
    boolean allowsSignUp() {
        return adminCreateUserConfig == null || !Boolean.TRUE.equals(adminCreateUserConfig.allowAdminCreateUserOnly());
    }

    /** Whether users who have a second factor are asked for it. */
    public boolean usesMfa() {
        return mfaConfiguration != null && !mfaConfiguration.equals(NO_MFA);
    }

    /** Whether nobody signs in without a second factor. */
    public boolean requiresMfa() {
        return "ON".equals(mfaConfiguration);
    }

    boolean verifies(String attribute) {
        return autoVerifiedAttributes != null && autoVerifiedAttributes.contains(attribute);
    }

    /** Whether the old value stays until the new one is verified. */
    boolean keepsUntilVerified(String attribute) {
        return userAttributeUpdateSettings != null
                && userAttributeUpdateSettings.attributesRequireVerificationBeforeUpdate() != null
                && userAttributeUpdateSettings
                        .attributesRequireVerificationBeforeUpdate()
                        .contains(attribute);
    }

    public record Policies(@Nullable PasswordPolicy passwordPolicy, @Nullable SignInPolicy signInPolicy) {}

    public record SignInPolicy(
            @Nullable @Length(min = 1, max = 4)
                    List<@OneOf({"PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN"}) String> allowedFirstAuthFactors) {}

    /** By whom messages would be sent. The emulator puts them into its outbox. */
    public record SmsConfiguration(@Arn String snsCallerArn, @Nullable String externalId, @Nullable String snsRegion) {}

    public record DeviceConfiguration(
            @Nullable Boolean challengeRequiredOnNewDevice, @Nullable Boolean deviceOnlyRememberedOnUserPrompt) {

        /** Whether a device that is remembered takes the place of a second factor. */
        public boolean replacesSecondFactor() {
            return Boolean.TRUE.equals(challengeRequiredOnNewDevice);
        }

        /** Whether users are asked before a device is remembered. */
        public boolean asksUser() {
            return Boolean.TRUE.equals(deviceOnlyRememberedOnUserPrompt);
        }
    }

    public record AdminCreateUserConfig(@Nullable Boolean allowAdminCreateUserOnly) {}

    public record UserAttributeUpdateSettings(
            @Nullable List<@OneOf({"phone_number", "email"}) String> attributesRequireVerificationBeforeUpdate) {}

    public record AccountRecoverySetting(@Nullable @Length(min = 1, max = 2) List<RecoveryOption> recoveryMechanisms) {}

    public record RecoveryOption(
            @Range(min = 1, max = 2) Integer priority,
            @OneOf({"verified_email", "verified_phone_number", "admin_only"}) String name) {}
}
