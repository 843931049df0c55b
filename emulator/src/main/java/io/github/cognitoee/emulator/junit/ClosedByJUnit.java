package io.github.cognitoee.emulator.junit;

import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** What JUnit closes with the context that it is stored in: from JUnit 5.13 on by the newer of the two interfaces. */
@SuppressWarnings("deprecation") // the only one that JUnit before 5.13 closes
interface ClosedByJUnit extends CloseableResource, AutoCloseable {

    @Override
    void close();
}
