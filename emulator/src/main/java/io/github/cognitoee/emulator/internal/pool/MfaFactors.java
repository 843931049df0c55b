package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.Constraint.OneOf;
import io.github.cognitoee.emulator.internal.pool.PoolSettings.SmsConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The second factors that a user pool has, in the form in which the service describes them. */
public record MfaFactors(
        @Nullable SmsMfa smsMfaConfiguration,
        @Nullable SoftwareTokenMfa softwareTokenMfaConfiguration,
        @Nullable EmailMfa emailMfaConfiguration,
        @Nullable WebAuthn webAuthnConfiguration) {

    static final MfaFactors NONE = new MfaFactors(null, null, null, null);

    static final MfaFactors ALL =
            new MfaFactors(new SmsMfa(null, null), new SoftwareTokenMfa(true), new EmailMfa(null, null), null);

    /** Their names on the wire. */
    public List<String> names() {
        return Stream.of(
                        smsMfaConfiguration == null ? "" : Mfa.SMS,
                        softwareTokenMfaConfiguration != null && softwareTokenMfaConfiguration.isOn() ? Mfa.TOTP : "",
                        emailMfaConfiguration == null ? "" : Mfa.EMAIL)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Passkeys, which are a first factor. */
    public record WebAuthn(
            @Nullable @Length(min = 1, max = 127) String relyingPartyId,
            @Nullable @OneOf({"required", "preferred"}) String userVerification,
            @Nullable @OneOf({"SINGLE_FACTOR", "MULTI_FACTOR_WITH_USER_VERIFICATION"}) String factorConfiguration) {

        public Optional<String> host() {
            return Optional.ofNullable(relyingPartyId);
        }

        /** Whether a passkey, used with verification of the user, is as good as two factors. */
        public boolean standsForTwo() {
            return "MULTI_FACTOR_WITH_USER_VERIFICATION".equals(factorConfiguration);
        }

        public String verification() {
            if (standsForTwo()) {
                return "required";
            }
            return userVerification == null ? "preferred" : userVerification;
        }
    }

    public record SmsMfa(
            @Nullable @Length(min = 6, max = 140) String smsAuthenticationMessage,
            @Nullable SmsConfiguration smsConfiguration) {}

    public record SoftwareTokenMfa(@Nullable Boolean enabled) {

        boolean isOn() {
            return Boolean.TRUE.equals(enabled);
        }
    }

    public record EmailMfa(
            @Nullable @Length(min = 6, max = 20_000) String message,
            @Nullable @Length(min = 1, max = 140) String subject) {}
}
