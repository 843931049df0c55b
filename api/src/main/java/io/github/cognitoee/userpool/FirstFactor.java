package io.github.cognitoee.userpool;

/** What a person may begin with, in {@link SignInFlow#USER_AUTH}. */
public enum FirstFactor {

    /** The password, sent to Cognito by TLS. */
    PASSWORD,

    /** The password, by SRP. */
    PASSWORD_SRP,

    /** A code by e-mail. */
    EMAIL_OTP,

    /** A code by text message. */
    SMS_OTP,

    /** A passkey. */
    WEB_AUTHN
}
