package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.identitypool.CredentialsKey.LoginKey;
import io.github.cognitoee.internal.identitypool.CredentialsKey.PersonKey;
import java.util.Optional;
import java.util.Set;

/**
 * What the nodes of an application tell each other of the answers of an identity pool. It may forget anything at any time, and
 * is silent where it fails. Thread-safe; waits briefly at most, and throws nothing.
 */
interface SharedCredentials extends AutoCloseable {

    /** Of nodes that tell each other nothing. */
    SharedCredentials NONE = new SharedCredentials() {

        @Override
        public Sighting find(CredentialsKey key) {
            return Sighting.NONE;
        }

        @Override
        public Optional<String> identityId(LoginKey login) {
            return Optional.empty();
        }

        @Override
        public void put(CredentialsKey key, IssuedCredentials issued, Sighting seen) {}

        @Override
        public void put(LoginKey login, String identityId) {}

        @Override
        public void forget(PersonKey person, Set<LoginKey> logins) {}

        @Override
        public void close() {}
    };

    /** Credentials that were issued to any node; to be asked before they are exchanged. */
    Sighting find(CredentialsKey key);

    Optional<String> identityId(LoginKey login);

    /**
     * Shares credentials, unless the person was forgotten since.
     *
     * @param seen before they were exchanged
     */
    void put(CredentialsKey key, IssuedCredentials issued, Sighting seen);

    void put(LoginKey login, String identityId);

    /**
     * Has no node find credentials of this person, in whatever role and by whatever login, whose exchange began before.
     *
     * @param logins whose identity ids go as well; those of others stay
     */
    void forget(PersonKey person, Set<LoginKey> logins);

    @Override
    void close();
}
