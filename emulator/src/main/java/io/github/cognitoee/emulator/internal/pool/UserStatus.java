package io.github.cognitoee.emulator.internal.pool;

/** The states of an account, under their names on the wire. Being enabled is another matter. */
public enum UserStatus {
    UNCONFIRMED,
    CONFIRMED,
    FORCE_CHANGE_PASSWORD,
    RESET_REQUIRED,
    /** The account is at another provider, and has no password here. */
    EXTERNAL_PROVIDER
}
