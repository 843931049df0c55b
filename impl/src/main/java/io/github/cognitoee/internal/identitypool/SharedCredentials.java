package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.identitypool.CredentialsKey.LoginKey;
import java.util.Optional;

/**
 * What the nodes of an application tell each other of the answers of an identity pool. It may forget anything at any time, and
 * is silent where it fails. Thread-safe; waits briefly at most, and throws nothing.
 */
interface SharedCredentials extends AutoCloseable {

    /** Of nodes that tell each other nothing. */
    SharedCredentials NONE = new SharedCredentials() {

        @Override
        public Optional<IssuedCredentials> find(CredentialsKey key) {
            return Optional.empty();
        }

        @Override
        public Optional<String> identityId(LoginKey login) {
            return Optional.empty();
        }

        @Override
        public void put(CredentialsKey key, IssuedCredentials issued) {}

        @Override
        public void put(LoginKey login, String identityId) {}

        @Override
        public void forget(LoginKey login) {}

        @Override
        public void close() {}
    };

    /** Credentials that were issued to any node, and are not due for renewal yet. */
    Optional<IssuedCredentials> find(CredentialsKey key);

    Optional<String> identityId(LoginKey login);

    void put(CredentialsKey key, IssuedCredentials issued);

    void put(LoginKey login, String identityId);

    /** Has no node find credentials of this login that were put here before. Its identity id stays. */
    void forget(LoginKey login);

    @Override
    void close();
}
