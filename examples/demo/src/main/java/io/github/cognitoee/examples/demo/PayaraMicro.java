package io.github.cognitoee.examples.demo;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Payara Micro with one application at {@code /}, a process of its own that listens on 127.0.0.1 alone. */
final class PayaraMicro implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    /**
     * What no option says, read before anything listens: the HTTP port is the loopback interface's, and there is no data
     * grid, which would listen on all interfaces even without a cluster.
     */
    private static final String LOOPBACK_ONLY =
            """
            set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
            set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
            """;

    /** The last line of a start, with or without the application. */
    private static final Pattern READY = Pattern.compile("Payara Micro .* ready in");

    private final Process process;
    private final int port;
    private final Path war;
    private final Path log;

    private PayaraMicro(Process process, int port, Path war, Path log) {
        this.process = process;
        this.port = port;
        this.war = war;
        this.log = log;
    }

    /**
     * Starts the process; {@link #awaitReady()} waits until it answers.
     *
     * @param settings system properties, told in a file: on a command line everybody on the machine could read the secrets
     * @param directory where everything is written that the server writes, its log included
     */
    static PayaraMicro start(Path jar, Path war, int port, Map<String, String> settings, Path directory) {
        try {
            Path temporary = Files.createDirectories(directory.resolve("tmp"));
            Path commands = Files.writeString(directory.resolve("pre-boot-commands"), LOOPBACK_ONLY);
            Path properties = written(settings, directory.resolve("settings.properties"));
            Path log = directory.resolve("server.log");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("-Djava.io.tmpdir=" + temporary);
            command.addAll(List.of("-jar", jar.toString()));
            command.addAll(List.of("--nocluster", "--disablephonehome"));
            command.addAll(List.of("--rootdir", directory.resolve("payara").toString()));
            command.addAll(List.of("--prebootcommandfile", commands.toString()));
            command.addAll(List.of("--systemproperties", properties.toString()));
            command.addAll(List.of("--port", String.valueOf(port)));
            command.addAll(List.of("--deploy", war.toString(), "--contextroot", "/"));
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new PayaraMicro(process, port, war, log);
        } catch (IOException e) {
            throw new DemoFailure("Payara Micro did not start: " + e.getMessage(), e);
        }
    }

    /** For its owner alone to read, where the file system can tell. */
    private static Path written(Map<String, String> settings, Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        File created = Files.createFile(file).toFile();
        created.setReadable(false, false);
        created.setReadable(true, true);
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        return file;
    }

    Path log() {
        return log;
    }

    /** @throws DemoFailure if the server ends instead, or takes too long */
    void awaitReady() throws InterruptedException {
        Instant latest = Instant.now().plus(START_LIMIT);
        while (!answers()) {
            if (process.waitFor(250, TimeUnit.MILLISECONDS)) {
                awaitEnd();
            }
            if (hasGivenUp()) {
                throw new DemoFailure("%s could not be deployed, see %s".formatted(war.getFileName(), log));
            }
            if (Instant.now().isAfter(latest)) {
                throw new DemoFailure("%s did not answer within %d minutes, see %s"
                        .formatted(war.getFileName(), START_LIMIT.toMinutes(), log));
            }
        }
    }

    /** @throws DemoFailure when the server has ended */
    void awaitEnd() throws InterruptedException {
        throw new DemoFailure("Payara Micro ended with status %d, see %s".formatted(process.waitFor(), log));
    }

    /** Without the application the server runs on, and says so only in its log. */
    private boolean hasGivenUp() {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
            return lines.anyMatch(line -> READY.matcher(line).find()) && !answers();
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private boolean answers() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
