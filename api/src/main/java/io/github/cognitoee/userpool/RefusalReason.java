package io.github.cognitoee.userpool;

/** Why a sign-in, or a step of one, was refused. */
public enum RefusalReason {

    /** No such user, or another password. */
    BAD_CREDENTIALS,

    /** The user is disabled. People are best told what {@link #BAD_CREDENTIALS} tells them. */
    USER_DISABLED,

    /** The user has not confirmed the sign-up. */
    USER_NOT_CONFIRMED,

    /**
     * The user must choose a new password, by the code of the forgotten password; or an administrator must set one,
     * where a temporary password has expired.
     */
    PASSWORD_RESET_REQUIRED,

    /** Too many attempts at this user; to be tried later. */
    TOO_MANY_ATTEMPTS,

    /** Not the code that was sent, or not the app's; the challenge goes on. */
    WRONG_CODE,

    /** The code is too old; to be begun anew. */
    CODE_EXPIRED,

    /** Answered before, too old, of another application, or the state was changed. To be begun anew. */
    CHALLENGE_OVER,

    /** An answer to another challenge than the one that is due; the challenge goes on. */
    OTHER_CHALLENGE_DUE,

    /** The new password is too weak for the pool's policy; the challenge goes on. */
    PASSWORD_TOO_WEAK,

    /** The new password was in use before; the challenge goes on. */
    PASSWORD_USED_BEFORE,

    /** Threat protection knows the password from a breach. */
    COMPROMISED_CREDENTIALS,

    /** Threat protection holds this attempt for somebody else's. */
    RISK_BLOCKED,

    /** A trigger of the pool, or a firewall before it, refused. */
    REFUSED_BY_POOL,

    /** What was given is no valid input: an empty name, no password, an attribute that the pool does not take. */
    INVALID_INPUT,

    /** The challenge is one that this library does not know. */
    UNKNOWN_CHALLENGE,

    /** Cognito issues no new tokens: the refresh token expired, was revoked, or was used before. */
    SESSION_ENDED,

    /** The pool or the app client is not set up for this; the log says what to change. */
    MISCONFIGURED
}
