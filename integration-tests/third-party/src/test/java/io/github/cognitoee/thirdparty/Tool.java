package io.github.cognitoee.thirdparty;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of others that the machine has to bring along. */
enum Tool {
    NODE("Node.js 20 or newer with npm", "node", "npm"),
    AWS("The AWS command line", "aws");

    private static final int OLDEST_NODE = 20;

    private final String description;
    private final List<String> commands;

    Tool(String description, String... commands) {
        this.description = description;
        this.commands = List.of(commands);
    }

    /** What keeps the tool from being used; empty if nothing does. */
    Optional<String> obstacle() {
        Optional<String> missing = commands.stream()
                .filter(command -> !isOnPath(command))
                .findFirst()
                .map(command -> description + " is needed, but there is no '" + command + "' on the PATH");
        return missing.isPresent() || this != NODE ? missing : oldNode();
    }

    private static Optional<String> oldNode() {
        String version = Program.of("node", "--version").run().output().strip();
        int major = Integer.parseInt(version.replaceAll("^v(\\d+)\\..*$", "$1"));
        return major < OLDEST_NODE
                ? Optional.of(NODE.description + " is needed, but 'node' on the PATH is " + version)
                : Optional.empty();
    }

    private static boolean isOnPath(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, command))
                .anyMatch(Files::isExecutable);
    }
}
