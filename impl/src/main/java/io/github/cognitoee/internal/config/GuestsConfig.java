package io.github.cognitoee.internal.config;

import io.github.cognitoee.AfterSignIn;
import io.github.cognitoee.GuestIdentity;

/**
 * Which identity guests have.
 *
 * @param identity who shares one
 * @param afterSignIn what becomes of it at sign-in; always {@code DROP} where guests of several sessions share it
 * @param newIdentitiesPerSecond how many guests may be given one in a second
 */
public record GuestsConfig(GuestIdentity identity, AfterSignIn afterSignIn, int newIdentitiesPerSecond) {

    /** A fifth of what AWS gives an account in a region: anybody can be a guest, and is to keep nobody from signing in. */
    static final int NEW_IDENTITIES_PER_SECOND = 5;

    static final GuestsConfig DEFAULT =
            new GuestsConfig(GuestIdentity.PER_SESSION, AfterSignIn.DROP, NEW_IDENTITIES_PER_SECOND);

    /** Whether the identity of a guest who signs in goes on as the caller's. */
    public boolean areLinked() {
        return afterSignIn == AfterSignIn.LINK;
    }
}
