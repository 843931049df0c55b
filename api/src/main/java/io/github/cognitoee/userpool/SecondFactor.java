package io.github.cognitoee.userpool;

/** What is asked for besides the password. */
public enum SecondFactor {

    /** A code by text message. */
    SMS_MFA,

    /** A code by e-mail. */
    EMAIL_OTP,

    /** A code of an authenticator app. */
    SOFTWARE_TOKEN_MFA
}
