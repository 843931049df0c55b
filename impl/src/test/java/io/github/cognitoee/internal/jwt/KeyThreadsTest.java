package io.github.cognitoee.internal.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyThreadsTest {

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @AfterEach
    void putBack() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void threadBelongsToTheApplicationOfTheLibraryWhoeverStartsIt() throws Exception {
        CompletableFuture<ClassLoader> found = new CompletableFuture<>();
        Thread.currentThread().setContextClassLoader(new URLClassLoader(new URL[0], before));

        KeyThreads.start("keys", () -> found.complete(Thread.currentThread().getContextClassLoader()));

        assertThat(found.get()).isSameAs(KeyThreads.class.getClassLoader());
    }

    @Test
    void threadKeepsNoJvmAlive() throws Exception {
        CompletableFuture<Boolean> daemon = new CompletableFuture<>();

        KeyThreads.start("keys", () -> daemon.complete(Thread.currentThread().isDaemon()));

        assertThat(daemon.get()).isTrue();
    }
}
