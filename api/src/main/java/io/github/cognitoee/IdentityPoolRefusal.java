package io.github.cognitoee;

/** Why an identity pool gives no credentials. */
public enum IdentityPoolRefusal {

    /** The role that was asked for is none of the caller's. */
    ROLE_NOT_HELD,

    /** Anything else: the message quotes what Cognito said. */
    OTHER
}
