package io.github.cognitoee.thirdparty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server that is not ours, run by Node.js on a free port of the loopback interface until it is closed. */
final class NodeServer implements AutoCloseable {

    private static final int PORTS_TRIED = 5;
    private static final int POLLS = 300;
    private static final long POLL_MILLIS = 200;

    private final int port;
    private final Path log;
    private final Process process;
    private final Thread atExit;

    private NodeServer(int port, Path log, Process process) {
        this.port = port;
        this.log = log;
        this.process = process;
        this.atExit = new Thread(() -> Program.end(process));
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param folder where it runs, for its data and its log
     * @param script below the folder of scripts and packages
     * @param ready the path that it answers when it has started
     * @param environment what it is told beside its {@code PORT}
     * @throws IllegalStateException if it does not start
     */
    static NodeServer start(Path folder, String script, String ready, Map<String, String> environment) {
        try {
            Path log = folder.resolve("log");
            for (int i = 0; i < PORTS_TRIED; i++) {
                int port = freePort();
                ProcessBuilder builder = new ProcessBuilder(
                                "node", NodeFolder.installed().resolve(script).toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
                builder.environment().putAll(environment);
                builder.environment().put("PORT", String.valueOf(port));
                Optional<NodeServer> started = new NodeServer(port, log, builder.start()).whenReady(ready);
                if (started.isPresent()) {
                    return started.get();
                }
            }
            throw new IllegalStateException(script + " does not start, see " + log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As services know it. */
    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** As browsers know it. */
    URI domain() {
        return URI.create("http://localhost:" + port);
    }

    /** What it has written so far. */
    List<String> output() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Program.end(process);
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    /** @return empty if it ended at once, as it does when another program was faster to take the port */
    private Optional<NodeServer> whenReady(String path) {
        for (int i = 0; i < POLLS && process.isAlive(); i++) {
            try {
                HttpURLConnection call =
                        (HttpURLConnection) endpoint().resolve(path).toURL().openConnection();
                if (call.getResponseCode() == HttpURLConnection.HTTP_OK) {
                    return Optional.of(this);
                }
            } catch (IOException notYet) {
                pause();
            }
        }
        close();
        return Optional.empty();
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
