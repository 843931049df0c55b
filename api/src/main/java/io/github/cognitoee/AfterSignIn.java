package io.github.cognitoee;

/** What becomes of a guest's identity when the guest signs in. */
public enum AfterSignIn {

    /** It is dropped: the caller has the identity of their login, and who is a guest there afterwards is another. */
    DROP,

    /**
     * It becomes one with that of the caller's login, when that caller's identity or credentials are first asked for: the
     * identity pool links the login to it, or merges both and says which id remains.
     */
    LINK
}
