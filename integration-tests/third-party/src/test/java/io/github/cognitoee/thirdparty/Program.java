package io.github.cognitoee.thirdparty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program to run; when the call returns, however it does, neither it nor a child of it is left. */
final class Program {

    private static final int PATIENCE_MINUTES = 5;

    private final ProcessBuilder builder;

    private Program(List<String> command) {
        builder = new ProcessBuilder(command);
    }

    static Program of(String... command) {
        return of(List.of(command));
    }

    static Program of(List<String> command) {
        return new Program(command);
    }

    Program in(Path folder) {
        builder.directory(folder.toFile());
        return this;
    }

    Program with(Map<String, String> environment) {
        builder.environment().putAll(environment);
        return this;
    }

    /**
     * Waits for its end.
     *
     * @throws IllegalStateException if it hangs
     */
    Result run() {
        try {
            Path output = Files.createTempFile("third-party", ".out");
            Path errors = Files.createTempFile("third-party", ".err");
            try {
                int status = status(builder.redirectOutput(output.toFile())
                        .redirectError(errors.toFile())
                        .start());
                return new Result(status, Files.readString(output), Files.readString(errors));
            } finally {
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int status(Process process) {
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException(name() + " hangs");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + name() + " ran", e);
        } finally {
            end(process);
        }
    }

    /** Ends a program and its children at once. */
    static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private String name() {
        return String.join(" ", builder.command());
    }

    /** How a program ended, and what it wrote. */
    record Result(int status, String output, String errors) {

        /**
         * The output of a program that went well.
         *
         * @throws AssertionError if it did not
         */
        String ok() {
            if (status != 0) {
                throw new AssertionError("ended with " + status + ": " + errors + output);
            }
            return output;
        }
    }
}
