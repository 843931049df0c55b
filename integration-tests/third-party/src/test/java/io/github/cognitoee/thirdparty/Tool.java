package io.github.cognitoee.thirdparty;

import io.github.cognitoee.thirdparty.Program.Result;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** A program of others that the machine has to bring along. */
enum Tool {
    NODE("Node.js 18 or newer with npm", "node", "npm") {
        @Override
        Optional<String> obstacle() {
            return super.obstacle().or(Tool::oldNode);
        }
    },
    AWS("The AWS command line", "aws");

    private static final int OLDEST_NODE = 18;

    private final String description;
    private final List<String> commands;

    Tool(String description, String... commands) {
        this.description = description;
        this.commands = List.of(commands);
    }

    /** What keeps the tool from being used; empty if nothing does. */
    Optional<String> obstacle() {
        return commands.stream()
                .filter(command -> version(command).isEmpty())
                .findFirst()
                .map(command -> description + " is needed, but '" + command + " --version' does not run");
    }

    private static Optional<String> oldNode() {
        return version("node")
                .filter(version -> Integer.parseInt(version.replaceAll("^v(\\d+)\\..*$", "$1")) < OLDEST_NODE)
                .map(version -> NODE.description + " is needed, but this is Node.js " + version);
    }

    private static Optional<String> version(String command) {
        try {
            Result result = Program.of(command, "--version").run();
            return result.status() == 0 ? Optional.of(result.output().strip()) : Optional.empty();
        } catch (UncheckedIOException notThere) {
            return Optional.empty();
        }
    }
}
