package io.github.cognitoee.userpool;

/**
 * How a sign-in is put to Cognito. The app client allows each by a setting of its own ({@code ALLOW_...}).
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html">Cognito:
 *     authentication flows</a>
 */
public enum SignInFlow {

    /** Secure Remote Password: Cognito is shown that the password is known, and never the password. The default. */
    USER_SRP_AUTH,

    /** The password is sent to Cognito, by TLS: what a user-migration trigger needs. */
    USER_PASSWORD_AUTH,

    /**
     * The person chooses, or {@link SignInRequest#preferredFactor} does: password, code, passkey. With a password and
     * no preference, the password by SRP.
     */
    USER_AUTH,

    /** The pool's own challenges, by its triggers. */
    CUSTOM_AUTH,

    /** The pool's own challenges, after the password by SRP. */
    CUSTOM_AUTH_AFTER_SRP,

    /**
     * The password, sent in the application's own name, which takes AWS credentials, and a setting for that flow alone.
     */
    ADMIN_USER_PASSWORD_AUTH
}
