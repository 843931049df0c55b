package io.github.cognitoee.benchmarks.server;

import io.github.cognitoee.benchmarks.Options;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wildfly.core.launcher.CliCommandBuilder;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/**
 * WildFly with its own standalone.xml, but for two settings: {@code integrated-jaspi} is off, without which the no-op
 * mechanism's caller is answered 500, and its deployment scanner looks twice a second.
 */
final class WildFly implements ApplicationServer {

    private static final String CONFIGURATION = "benchmarks.xml";
    private static final List<String> SETTINGS = List.of(
            "embed-server --server-config=" + CONFIGURATION,
            "/subsystem=undertow/application-security-domain=other:write-attribute(name=integrated-jaspi,value=false)",
            "/subsystem=deployment-scanner/scanner=default:write-attribute(name=scan-interval,value=500)",
            "stop-embedded-server");
    private static final int HTTP = 8080;
    private static final int HTTPS = 8443;
    private static final int MANAGEMENT = 9990;
    private static final Pattern READY = Pattern.compile("WFLYSRV0025: ");
    private static final String TIME = "(\\d\\d:\\d\\d:\\d\\d,\\d{3}) ";
    private static final DateTimeFormatter TIME_FORMAT = DateTimeFormatter.ofPattern("HH:mm:ss,SSS");
    private static final double SECONDS_PER_DAY = 86_400;

    private final ServerProcess process;
    private final Path home;
    private final int port;

    private WildFly(ServerProcess process, Path home, int port) {
        this.process = process;
        this.home = home;
        this.port = port;
    }

    static WildFly start(Options options, URI cognito, List<Path> wars) throws IOException, InterruptedException {
        Path home = options.wildFly();
        configure(home, options.directory());
        clear(home.resolve("standalone/deployments"));
        for (Path war : wars) {
            put(war, home);
        }
        int offset = FreePorts.offset(HTTP, HTTPS, MANAGEMENT);
        List<String> command = StandaloneCommandBuilder.of(home)
                .setServerConfiguration(CONFIGURATION)
                .addJavaOption("-Djboss.socket.binding.port-offset=" + offset)
                .addJavaOption("-Dcognito.endpoint=" + cognito)
                .addJavaOption("-Dcognito.allow-endpoint-override=true")
                .build();
        ServerProcess process = ServerProcess.start(
                command, options.directory(), options.directory().resolve("wildfly.log"));
        return new WildFly(process, home, HTTP + offset);
    }

    private static void configure(Path home, Path directory) throws IOException, InterruptedException {
        Path configurations = home.resolve("standalone/configuration");
        Files.copy(
                configurations.resolve("standalone.xml"),
                configurations.resolve(CONFIGURATION),
                StandardCopyOption.REPLACE_EXISTING);
        Path script = Files.write(directory.resolve("wildfly-settings.cli"), SETTINGS);
        Path log = directory.resolve("wildfly-settings.log");
        List<String> command = CliCommandBuilder.of(home).setScriptFile(script).build();
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        process.environment().put("JBOSS_HOME", home.toString());
        int status = process.start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("WildFly's settings were not taken, see " + log);
        }
    }

    private static void clear(Path deployments) throws IOException {
        try (Stream<Path> files = Files.list(deployments)) {
            for (Path file : files.filter(file -> !file.endsWith("README.txt")).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void put(Path war, Path home) throws IOException {
        Path deployments = home.resolve("standalone/deployments");
        Path hidden = Files.copy(
                war, deployments.resolve(war.getFileName() + ".copying"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(hidden, deployments.resolve(war.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void awaitReady() throws IOException, InterruptedException {
        process.await(READY);
    }

    /** Deploys, undeploys, and returns the seconds between the two lines that the server logs about the deployment. */
    double deploymentSeconds(Path war) throws IOException, InterruptedException {
        int before = process.output().length();
        String name = Pattern.quote("\"" + war.getFileName() + "\"");
        put(war, home);
        LocalTime end = time("WFLYSRV0010: Deployed " + name, before);
        LocalTime begin = time("WFLYSRV0027: Starting deployment of " + name, before);
        Files.delete(home.resolve("standalone/deployments").resolve(war.getFileName()));
        time("WFLYSRV0009: Undeployed " + name, before);
        double seconds = Duration.between(begin, end).toMillis() / 1000.0;
        return seconds < 0 ? seconds + SECONDS_PER_DAY : seconds;
    }

    private LocalTime time(String message, int after) throws IOException, InterruptedException {
        Pattern line = Pattern.compile(TIME + "[^\\n]*" + message);
        return LocalTime.parse(process.await(line, after).group(1), TIME_FORMAT);
    }

    @Override
    public void close() {
        process.close();
    }
}
