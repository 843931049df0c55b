package io.github.cognitoee.emulator.internal.pool;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The factors by which a user signs in besides the password. Immutable.
 *
 * @param methods the names on the wire, such as {@code SOFTWARE_TOKEN_MFA}, of those that are switched on
 * @param preferred the one that is asked for; null where the user chooses
 * @param totpSecret what the user's authenticator app knows, in Base32; null without one
 * @param totpName how the user calls that app
 */
public record Mfa(
        List<String> methods, @Nullable String preferred, @Nullable String totpSecret, @Nullable String totpName) {

    public static final String TOTP = "SOFTWARE_TOKEN_MFA";
    public static final String SMS = "SMS_MFA";
    public static final String EMAIL = "EMAIL_OTP";

    static final Mfa NONE = new Mfa(List.of(), null, null, null);

    public Mfa {
        methods = List.copyOf(methods);
    }

    /** The factor by the name that it has in the claim {@code amr}. */
    public static String claimOf(String factor) {
        return switch (factor) {
            case TOTP -> "otp";
            case SMS -> "sms";
            default -> "email_otp";
        };
    }

    /** The attribute to whose value the codes of this factor are sent. */
    public static String contactOf(String factor) {
        return factor.equals(EMAIL) ? "email" : "phone_number";
    }

    /** With this app in place of another. It is not switched on by that. */
    public Mfa withApp(String secret, @Nullable String name) {
        return new Mfa(methods, preferred, secret, name);
    }

    /** Without an app. */
    public Mfa withoutApp() {
        Mfa off = without(TOTP);
        return new Mfa(off.methods, off.preferred, null, null);
    }

    /** With this factor switched on. */
    public Mfa with(String factor) {
        List<String> more =
                Stream.concat(methods.stream(), Stream.of(factor)).distinct().toList();
        return new Mfa(more, preferred, totpSecret, totpName);
    }

    /** With this factor switched off. */
    public Mfa without(String factor) {
        List<String> rest =
                methods.stream().filter(name -> !name.equals(factor)).toList();
        return new Mfa(rest, factor.equals(preferred) ? null : preferred, totpSecret, totpName);
    }

    /** @param factor null where the user is to choose */
    public Mfa preferring(@Nullable String factor) {
        return new Mfa(methods, factor, totpSecret, totpName);
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "Mfa" + methods;
    }
}
