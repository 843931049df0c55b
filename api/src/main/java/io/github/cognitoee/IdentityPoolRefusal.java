package io.github.cognitoee;

/** Why an identity pool gives no credentials. The message of the exception names the setting that mends it. */
public enum IdentityPoolRefusal {

    /** The role that was asked for is none of the caller's. */
    ROLE_NOT_HELD,

    /** The caller's groups do not decide a role, or none of the identity pool's rules matches, and it gives none then. */
    AMBIGUOUS_ROLE,

    /** The role does not trust the identity pool, or the pool has none for such callers. */
    ROLE_MISCONFIGURED,

    /** The identity pool takes no guests. */
    NO_GUESTS,

    /**
     * The identity pool does not list the user pool, or lists it under another name or with other app clients; or it does not
     * list another provider, or the developer provider, of a login.
     */
    PROVIDER_UNKNOWN,

    /** The identity pool lists the user pool, and not the app client that the token was issued to. */
    CLIENT_UNKNOWN,

    /** The user pool does not stand by the sign-in any more: the user signed out everywhere, or was disabled or deleted. */
    SIGNED_OUT,

    /** The identity is linked to another user of the same provider. */
    LOGIN_CONFLICT,

    /**
     * The caller has no login for an identity pool, and the application has none for them: a machine, or somebody whom
     * another mechanism vouches for.
     */
    NO_LOGIN,

    /** There is no such identity, or no such developer user. */
    IDENTITY_UNKNOWN,

    /** The application's own AWS credentials do not allow the call, or it has none. */
    APPLICATION_NOT_PERMITTED,

    /** {@link IdentityPoolFlow#CLASSIC} is set, and the identity pool does not allow it. */
    CLASSIC_FLOW_OFF,

    /**
     * STS does not take what is set for {@link IdentityPoolFlow#CLASSIC}: a duration over the role's own, a policy that is
     * malformed or too large, or a region in which the account has STS switched off.
     */
    CLASSIC_MISCONFIGURED,

    /** There is no such identity pool. */
    POOL_UNKNOWN,

    /** Anything else: the message quotes what Cognito said. */
    OTHER
}
