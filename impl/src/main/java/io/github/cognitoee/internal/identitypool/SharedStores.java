package io.github.cognitoee.internal.identitypool;

/** The two caches that nodes share. Thread-safe; see {@link SharedStore} for what it may throw. */
interface SharedStores extends AutoCloseable {

    SharedStore logins();

    SharedStore credentials();

    /** Whether they answer nobody any more, whoever closed them. */
    boolean isClosed();

    @Override
    void close();
}
