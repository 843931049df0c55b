package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CallerRequiredException;
import java.util.Optional;

/** Tells which guest is served on a thread. Thread-safe. */
interface GuestBook {

    /**
     * The guest of this thread; empty for one of whom nothing is kept anywhere yet.
     *
     * @throws CallerRequiredException when guests are told apart by sessions, and there can be none here
     */
    Optional<Guest> current();

    /**
     * The same, of whom something is kept from now on.
     *
     * @throws CallerRequiredException also when it is too late to begin a session
     */
    Guest begin();

    /** Whom the signed-in caller of this thread was until they signed in, if they were given an identity then. */
    Optional<Guest> before();
}
