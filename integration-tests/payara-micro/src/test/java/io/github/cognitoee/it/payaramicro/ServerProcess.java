package io.github.cognitoee.it.payaramicro;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** A Payara Micro in a process of its own, which ends when it is closed or when this JVM ends. Not thread-safe. */
final class ServerProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final int POLL_MILLISECONDS = 100;

    /** What Payara Micro prints when it is; applications that come earlier would meet its own. */
    private static final String READY = " ready in ";

    private final Process process;
    private final Socket connection;
    private final PrintWriter commands;
    private final BufferedReader answers;

    private ServerProcess(Process process, Socket connection) throws IOException {
        this.process = process;
        this.connection = connection;
        this.commands = new PrintWriter(connection.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Returns when the server is ready. */
    static ServerProcess start(PayaraMicroConfiguration configuration) throws IOException, InterruptedException {
        Path printed = configuration.folder().resolve("payara-micro.out");
        Path agent = configuration.folder().resolve("deployment-agent.jar");
        ShrinkWrap.create(JavaArchive.class)
                .addClass(DeploymentAgent.class)
                .setManifest(new StringAsset("Premain-Class: " + DeploymentAgent.class.getName() + "\n"))
                .as(ZipExporter.class)
                .exportTo(agent.toFile(), true);
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout((int) START_LIMIT.toMillis());
            Process process = new ProcessBuilder(configuration.command(agent + "=" + socket.getLocalPort()))
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            try {
                ServerProcess server = new ServerProcess(process, socket.accept());
                server.awaitReady(printed);
                return server;
            } catch (IOException | InterruptedException | RuntimeException e) {
                process.destroyForcibly();
                throw e;
            }
        }
    }

    private void awaitReady(Path printed) throws IOException, InterruptedException {
        Instant latest = Instant.now().plus(START_LIMIT);
        while (!Files.readString(printed, StandardCharsets.ISO_8859_1).contains(READY)) {
            if (process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)
                    || Instant.now().isAfter(latest)) {
                throw new IOException("Payara Micro did not start, see " + printed);
            }
        }
    }

    long pid() {
        return process.pid();
    }

    /** Returns the names of all that is deployed afterwards. */
    Set<String> deploy(Path archive) throws IOException {
        return send("deploy " + archive);
    }

    /** Returns the names of all that is deployed afterwards. */
    Set<String> undeploy(String name) throws IOException {
        return send("undeploy " + name);
    }

    private Set<String> send(String command) throws IOException {
        commands.println(command);
        String answer = answers.readLine();
        if (answer == null || answer.startsWith("failed: ")) {
            throw new IOException(command + ": " + answer);
        }
        return answer.isEmpty() ? Set.of() : Set.of(answer.split(" "));
    }

    @Override
    public void close() throws IOException {
        connection.close();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
