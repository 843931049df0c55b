package io.github.cognitoee;

/** Which guests share an identity in the identity pool. */
public enum GuestIdentity {

    /**
     * Each session of the container has one, which is made when it is first asked for, with the session where there is none.
     * What a guest keeps under it on AWS is theirs alone. Only in requests.
     */
    PER_SESSION,

    /** All guests of this instance of the application share one, on every thread: for what is open to all alike. */
    PER_NODE
}
