package io.github.cognitoee.benchmarks.server;

import java.io.IOException;

/** A running server that listens on the loopback interface and ends with {@link #close()}. */
interface ApplicationServer extends AutoCloseable {

    int port();

    /** Returns when all WARs that it was started with answer requests. */
    void awaitReady() throws IOException, InterruptedException;

    @Override
    void close();
}
