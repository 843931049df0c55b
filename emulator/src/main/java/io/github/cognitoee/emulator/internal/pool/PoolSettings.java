package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.Constraint.OneOf;
import io.github.cognitoee.emulator.internal.json.Constraint.Range;
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
        @Nullable @OneOf({"LITE", "ESSENTIALS", "PLUS"}) String userPoolTier) {

    /** Of a pool of the configuration. */
    static PoolSettings configured(boolean mfa) {
        return new PoolSettings(null, null, List.of("email"), mfa ? "OPTIONAL" : "OFF", null, null, null, null, null);
    }

    /** These settings, with the service's own where none was given. */
    public PoolSettings completed() {
        return new PoolSettings(
                new Policies(passwordPolicy()),
                deletionProtection == null ? "INACTIVE" : deletionProtection,
                autoVerifiedAttributes,
                mfaConfiguration == null ? "OFF" : mfaConfiguration,
                adminCreateUserConfig == null ? new AdminCreateUserConfig(false) : adminCreateUserConfig,
                userAttributeUpdateSettings,
                accountRecoverySetting,
                userPoolTags,
                userPoolTier == null ? "ESSENTIALS" : userPoolTier);
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
        return mfaConfiguration != null && !mfaConfiguration.equals("OFF");
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

    public record Policies(@Nullable PasswordPolicy passwordPolicy) {}

    public record AdminCreateUserConfig(@Nullable Boolean allowAdminCreateUserOnly) {}

    public record UserAttributeUpdateSettings(
            @Nullable List<@OneOf({"phone_number", "email"}) String> attributesRequireVerificationBeforeUpdate) {}

    public record AccountRecoverySetting(@Nullable @Length(min = 1, max = 2) List<RecoveryOption> recoveryMechanisms) {}

    public record RecoveryOption(
            @Range(min = 1, max = 2) Integer priority,
            @OneOf({"verified_email", "verified_phone_number", "admin_only"}) String name) {}
}
