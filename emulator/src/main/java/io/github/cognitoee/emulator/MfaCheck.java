package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.EmulatorConfig.User;
import io.github.cognitoee.emulator.internal.pool.Mfa;
import io.github.cognitoee.emulator.internal.pool.Totp;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for the second factors of a configured user: each has what it needs. */
final class MfaCheck {

    private static final Set<String> METHODS = Set.of(Mfa.TOTP, Mfa.SMS, Mfa.EMAIL);

    private static final Set<String> USES = Set.of("OFF", "OPTIONAL", "ON");

    private MfaCheck() {}

    static void check(String path, @Nullable String ofPool) {
        ConfigCheck.expect(
                ofPool == null || USES.contains(ofPool),
                path + ".mfa",
                "found \"" + ofPool + "\", expected OFF, OPTIONAL or ON");
    }

    static void check(String path, User user) {
        for (int i = 0; i < user.mfa().size(); i++) {
            String method = user.mfa().get(i);
            ConfigCheck.expect(
                    METHODS.contains(method),
                    path + ".mfa[" + i + "]",
                    "found \"" + method + "\", expected SOFTWARE_TOKEN_MFA, SMS_MFA or EMAIL_OTP");
        }
        String secret = user.totpSecret();
        ConfigCheck.expect(
                secret == null || Totp.isSecret(secret), path + ".totpSecret", "expected 16 to 128 letters of Base32");
        needs(path, user, Mfa.TOTP, secret != null, "totpSecret");
        needs(path, user, Mfa.SMS, user.attributes().containsKey("phone_number"), "the attribute phone_number");
        needs(path, user, Mfa.EMAIL, user.attributes().containsKey("email"), "the attribute email");
    }

    private static void needs(String path, User user, String method, boolean given, String what) {
        ConfigCheck.expect(given || !user.mfa().contains(method), path + ".mfa", method + " needs " + what);
    }
}
