package io.github.cognitoee;

/** How credentials are had of an identity pool. */
public enum IdentityPoolFlow {

    /** The pool chooses the role and asks STS itself. Credentials live an hour. */
    ENHANCED,

    /**
     * The pool says who the caller is, and the application asks STS for a role of its own choice, for as long and with as
     * little as {@link ClassicFlow} says. Only of pools that allow it and map no roles.
     */
    CLASSIC
}
