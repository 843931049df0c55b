package io.github.cognitoee.benchmarks.server;

import io.github.cognitoee.benchmarks.Options;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Payara Micro with its defaults, but on loopback and without a data grid. */
final class PayaraMicro implements ApplicationServer {

    /** What no option says, read before anything listens. */
    private static final String LOOPBACK_ONLY =
            """
            set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
            set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
            """;

    private static final Pattern READY = Pattern.compile("Payara Micro .* ready in");
    private static final Pattern DEPLOYED = Pattern.compile("successfully deployed in ([\\d.,]+) milliseconds");

    private final ServerProcess process;
    private final int port;

    private PayaraMicro(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    static PayaraMicro start(Options options, URI cognito, List<Path> wars) throws IOException {
        Path directory = options.directory().resolve("payara-micro");
        Path temporary = Files.createDirectories(directory.resolve("tmp"));
        Path commands = Files.writeString(directory.resolve("pre-boot-commands"), LOOPBACK_ONLY);
        int port = FreePorts.any();
        List<String> command = new ArrayList<>(List.of(
                ServerProcess.java(),
                "-Djava.io.tmpdir=" + temporary,
                "-Dcognito.endpoint=" + cognito,
                "-Dcognito.allow-endpoint-override=true",
                "-jar",
                options.payaraMicro().toString()));
        command.addAll(List.of("--nocluster", "--disablephonehome"));
        command.addAll(List.of("--rootdir", directory.resolve("root").toString()));
        command.addAll(List.of("--prebootcommandfile", commands.toString()));
        command.addAll(List.of("--port", String.valueOf(port)));
        wars.forEach(war -> command.addAll(List.of("--deploy", war.toString())));
        return new PayaraMicro(ServerProcess.start(command, directory, directory.resolve("server.log")), port);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void awaitReady() throws IOException, InterruptedException {
        process.await(READY);
    }

    /** How long the server says that its one deployment took, in seconds. */
    double deploymentSeconds() throws IOException, InterruptedException {
        String milliseconds = process.await(DEPLOYED).group(1).replaceAll("[.,]", "");
        return Integer.parseInt(milliseconds) / 1000.0;
    }

    @Override
    public void close() {
        process.close();
    }
}
