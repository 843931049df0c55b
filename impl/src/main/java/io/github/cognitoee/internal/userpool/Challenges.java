package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.userpool.RefusalReason;

/** Which class has which challenge of the service. */
final class Challenges {

    private Challenges() {}

    /** @throws Refusal for a challenge that the library does not know */
    static Due due(PoolAnswer due, Conversation conversation) {
        return switch (due.challenge()) {
            case "NEW_PASSWORD_REQUIRED" -> NewPasswordDue.of(due);
            case "SMS_MFA", "SMS_OTP", "EMAIL_OTP", "EMAIL_MFA" -> SentCodeDue.of(due);
            case "SOFTWARE_TOKEN_MFA" -> new AuthenticatorCodeDue();
            case "MFA_SETUP" -> AuthenticatorSetUpDue.of(due, conversation);
            case "SELECT_MFA_TYPE" -> SecondFactorChoiceDue.of(due);
            case FirstFactorChoiceDue.NAME -> FirstFactorChoiceDue.of(due);
            case "PASSWORD", "PASSWORD_SRP" -> PasswordDue.of(due);
            case "WEB_AUTHN" -> PasskeyDue.of(due);
            case "CUSTOM_CHALLENGE" -> CustomDue.of(due);
            default -> throw new Refusal(
                    RefusalReason.UNKNOWN_CHALLENGE, "the library does not know the challenge " + due.challenge());
        };
    }
}
