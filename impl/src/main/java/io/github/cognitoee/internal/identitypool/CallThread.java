package io.github.cognitoee.internal.identitypool;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Threads of our own: daemons that take nothing over from who starts them. */
final class CallThread {

    private CallThread() {}

    /**
     * What the call gives or throws, made on a thread for this call alone, which has the context class loader of this one. What the
     * call leaves in thread-locals ends with it; on a thread of the server that would keep the application's classes after it is
     * undeployed.
     *
     * @param name of the thread
     * @throws InterruptedException when this thread is interrupted; it does not wait for the call then, whose thread is
     *     interrupted, too
     */
    static <T> T ask(String name, Supplier<T> call) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        FutureTask<T> answer = new FutureTask<>(call::get);
        of(name, Thread.currentThread().getContextClassLoader(), answer).start();
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e);
        }
    }

    /**
     * A daemon thread, not started, that takes nothing over from this one.
     *
     * @param loader its context class loader
     */
    static Thread of(String name, @Nullable ClassLoader loader, Runnable task) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        return thread;
    }
}
