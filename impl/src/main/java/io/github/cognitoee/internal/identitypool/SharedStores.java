package io.github.cognitoee.internal.identitypool;

/** The two caches that nodes share. Thread-safe; see {@link SharedStore} for what it may throw. */
interface SharedStores extends AutoCloseable {

    SharedStore logins();

    SharedStore credentials();

    @Override
    void close();
}
