package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusedException;
import java.util.List;
import java.util.Optional;

/**
 * Which developer user has which identity, as the identity pool keeps it: a port. Thread-safe. Its methods throw {@link
 * IdentityPoolRefusedException} for what the pool refuses, and {@link CognitoUnavailableException} when it cannot be asked
 * now.
 */
interface DeveloperDirectory {

    /** Empty for a user whom the pool does not know. */
    Optional<String> identityIdOf(String user);

    /** @param page what the page before names as the next; empty for the first */
    Users usersOf(String identityId, Optional<String> page);

    /** @return the identity id of both */
    String merge(String user, String into);

    void unlink(String identityId, String user);

    /** One page of the users of an identity. */
    record Users(List<String> names, Optional<String> nextPage) {

        public Users {
            names = List.copyOf(names);
        }
    }
}
