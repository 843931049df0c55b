package io.github.cognitoee.internal.jwt;

/** Threads that fetch keys: seconds once in an hour, and no pool to outlive the application. */
final class KeyThreads {

    private KeyThreads() {}

    /**
     * Runs the task on a daemon thread, which takes nothing over from the thread that starts it. It has the application's
     * class loader: observers are told of keys here, and GlassFish runs their beans for no other.
     */
    static void start(String name, Runnable task) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(KeyThreads.class.getClassLoader());
        thread.start();
    }
}
