package io.github.cognitoee.examples.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How to run the demo.
 *
 * @param port the application's port; 0 for a free one
 * @param emulatorPort the port of the local Cognito; 0 for a free one
 * @param server the directory with {@code payara-micro.jar} and the WARs of the examples
 * @param directory where the server may write; emptied at each start
 */
record DemoOptions(int port, int emulatorPort, Path server, Path directory) {

    static final int DEFAULT_PORT = 8080;
    static final int DEFAULT_EMULATOR_PORT = 9339;

    DemoOptions {
        checkPort("demo.port", port);
        checkPort("emulator.port", emulatorPort);
    }

    /** @throws DemoFailure if it is not there */
    Path serverFile(String name) {
        Path file = server.resolve(name).toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw new DemoFailure(file + " is missing; run mvn -Pdemo in the root directory");
        }
        return file;
    }

    /** Without what an earlier start left in it. */
    Path emptiedDirectory() {
        Path absolute = directory.toAbsolutePath();
        try {
            if (Files.exists(absolute)) {
                try (Stream<Path> found = Files.walk(absolute)) {
                    for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            return Files.createDirectories(absolute);
        } catch (IOException e) {
            throw new DemoFailure("cannot empty " + absolute + ": " + e.getMessage(), e);
        }
    }

    /** What {@code -Ddemo.port=}, {@code -Demulator.port=} and the build say. */
    static DemoOptions ofSystemProperties() {
        return new DemoOptions(
                portOf("demo.port", DEFAULT_PORT),
                portOf("emulator.port", DEFAULT_EMULATOR_PORT),
                Path.of(System.getProperty("demo.server", "target/server")),
                Path.of(System.getProperty("demo.directory", "target/demo")));
    }

    private static int portOf(String property, int defaultPort) {
        String value = System.getProperty(property);
        try {
            return value == null ? defaultPort : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new DemoFailure("-D%s=%s is no port number".formatted(property, value));
        }
    }

    private static void checkPort(String property, int port) {
        if (port < 0 || port > 65_535) {
            throw new DemoFailure("-D%s=%d is no port number, expected 0 to 65535".formatted(property, port));
        }
    }
}
