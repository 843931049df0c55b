package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Mail.Purpose;
import io.github.cognitoee.emulator.internal.trigger.CustomMessage.Source;

/** What messages say where no function has other words. */
record Wording(Purpose purpose, String subject, String template) {

    private static final String VERIFICATION = "Your verification code";
    private static final String CODE = "Your confirmation code is {####}";

    static Wording of(Source source) {
        return switch (source) {
            case SIGN_UP, RESENT -> new Wording(Purpose.SIGN_UP, VERIFICATION, CODE);
            case INVITATION -> new Wording(
                    Purpose.INVITATION,
                    "Your temporary password",
                    "Your username is {username} and temporary password is {####}");
            case FORGOT_PASSWORD -> new Wording(
                    Purpose.FORGOT_PASSWORD, VERIFICATION, "Your password reset code is {####}");
            case CHANGED_ATTRIBUTE, ATTRIBUTE -> new Wording(Purpose.ATTRIBUTE, VERIFICATION, CODE);
            case SIGN_IN -> new Wording(Purpose.MFA, "Your authentication code", "Your authentication code is {####}");
        };
    }

    String text(String username, String secret) {
        return template.replace("{username}", username).replace("{####}", secret);
    }
}
