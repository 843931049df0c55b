package io.github.cognitoee;

/** What becomes of a guest's identity when the guest signs in. */
public enum AfterSignIn {

    /** It is not used any more: the caller has the identity of their login. */
    DROP,

    /**
     * It becomes one with that of the caller's login, when that caller's identity or credentials are first asked for: the
     * identity pool links the login to it, or merges both and says which id remains.
     */
    LINK
}
