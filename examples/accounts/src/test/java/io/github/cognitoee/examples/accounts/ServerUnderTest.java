package io.github.cognitoee.examples.accounts;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The WAR that this build has made, on Payara Micro: a process of its own, at a free port of the loopback interface. The
 * build tells where both are by the system properties {@code war} and {@code payara-micro.jar}.
 */
final class ServerUnderTest implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /** What Payara Micro logs when it is; requests that come earlier may be answered 500. */
    private static final String READY = " ready in ";

    /** What no option says: listen on the loopback interface, and have no data grid, which would listen on all. */
    private static final String LOOPBACK_ONLY =
            """
            set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
            set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
            """;

    private final Process process;
    private final URI address;

    private ServerUnderTest(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Returns when the server calls itself ready and the application answers.
     *
     * @param path of something that the application serves, to whomever: where there is none, the answer is 404
     */
    static ServerUnderTest start(Map<String, String> systemProperties, String path)
            throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "server");
        Path commands = Files.writeString(directory.resolve("pre-boot-commands"), LOOPBACK_ONLY);
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djava.io.tmpdir=" + directory);
        systemProperties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", property("payara-micro.jar")));
        command.addAll(List.of("--nocluster", "--disablephonehome", "--rootdir", directory + "/payara"));
        command.addAll(List.of("--prebootcommandfile", commands.toString(), "--port", String.valueOf(port)));
        command.addAll(List.of("--deploy", property("war"), "--contextroot", "/"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("server.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy)); // where a test is interrupted
        ServerUnderTest server = new ServerUnderTest(process, URI.create("http://127.0.0.1:" + port + "/"));
        try {
            server.awaitAnswer(server.resolve(path), directory.resolve("server.log"));
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    URI resolve(String path) {
        return address.resolve(path);
    }

    private void awaitAnswer(URI served, Path log) throws IOException, InterruptedException {
        Instant latest = Instant.now().plus(START_LIMIT);
        while (!Files.readString(log, StandardCharsets.ISO_8859_1).contains(READY) || !answers(served)) {
            if (process.waitFor(250, TimeUnit.MILLISECONDS) || Instant.now().isAfter(latest)) {
                throw new IOException("the server did not serve " + served + ", see " + log);
            }
        }
    }

    private static boolean answers(URI served) {
        try {
            return ((HttpURLConnection) served.toURL().openConnection()).getResponseCode() != 404;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), "set the system property " + name);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
