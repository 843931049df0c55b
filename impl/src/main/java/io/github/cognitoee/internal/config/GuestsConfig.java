package io.github.cognitoee.internal.config;

import io.github.cognitoee.AfterSignIn;
import io.github.cognitoee.GuestIdentity;

/**
 * Which identity guests have.
 *
 * @param identity who shares one
 * @param afterSignIn what becomes of it at sign-in; always {@code DROP} where guests of several sessions share it
 */
public record GuestsConfig(GuestIdentity identity, AfterSignIn afterSignIn) {

    static final GuestsConfig DEFAULT = new GuestsConfig(GuestIdentity.PER_SESSION, AfterSignIn.DROP);

    /** Whether the identity of a guest who signs in goes on as the caller's. */
    public boolean areLinked() {
        return afterSignIn == AfterSignIn.LINK;
    }
}
