package io.github.cognitoee.emulator.internal.pool;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The factors by which a user signs in besides the password.
 *
 * @param methods the names on the wire, such as {@code SOFTWARE_TOKEN_MFA}; with several, the user chooses
 * @param totpSecret what the user's authenticator app knows, in Base32; null without one
 */
public record Mfa(List<String> methods, @Nullable String totpSecret) {

    public static final String TOTP = "SOFTWARE_TOKEN_MFA";
    public static final String SMS = "SMS_MFA";
    public static final String EMAIL = "EMAIL_OTP";

    static final Mfa NONE = new Mfa(List.of(), null);

    public Mfa {
        methods = List.copyOf(methods);
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "Mfa" + methods;
    }
}
