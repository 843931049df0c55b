package io.github.cognitoee.thirdparty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** cognito-local, a server that is not ours, on a free port of the loopback interface. Its data go with the folder. */
final class CognitoLocal implements AutoCloseable {

    private static final int PORTS_TRIED = 5;
    private static final int POLLS = 300;
    private static final long POLL_MILLIS = 200;

    private final URI endpoint;
    private final Process process;
    private final Thread atExit;

    private CognitoLocal(URI endpoint, Process process) {
        this.endpoint = endpoint;
        this.process = process;
        this.atExit = new Thread(() -> Program.end(process));
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param folder for its data and its log
     * @throws IllegalStateException if it does not start
     */
    static CognitoLocal start(Path folder) {
        try {
            Path config = Files.createDirectories(folder.resolve(".cognito")).resolve("config.json");
            Files.writeString(config, "{\"UserPoolDefaults\":{\"UsernameAttributes\":[]}}");
            for (int i = 0; i < PORTS_TRIED; i++) {
                Optional<CognitoLocal> started = start(folder, freePort());
                if (started.isPresent()) {
                    return started.get();
                }
            }
            throw new IllegalStateException("cognito-local does not start, see " + folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        Program.end(process);
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    /** @return empty if it ended at once, as it does when another program was faster to take the port */
    private static Optional<CognitoLocal> start(Path folder, int port) throws IOException {
        Path script = NodeFolder.installed().resolve("node_modules/cognito-local/lib/bin/start.js");
        ProcessBuilder builder = new ProcessBuilder("node", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(Map.of("HOST", "127.0.0.1", "PORT", String.valueOf(port), "CODE", "123456"));
        CognitoLocal local = new CognitoLocal(URI.create("http://127.0.0.1:" + port), builder.start());
        if (local.answers()) {
            return Optional.of(local);
        }
        local.close();
        return Optional.empty();
    }

    private boolean answers() {
        for (int i = 0; i < POLLS && process.isAlive(); i++) {
            try {
                HttpURLConnection call =
                        (HttpURLConnection) endpoint.resolve("/health").toURL().openConnection();
                if (call.getResponseCode() == HttpURLConnection.HTTP_OK) {
                    return true;
                }
            } catch (IOException notYet) {
                pause();
            }
        }
        return false;
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
