package io.github.cognitoee.benchmarks.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A process of its own whose output goes to a file that can be read while it is written. Ends with {@link #close()}. */
final class ServerProcess implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Process process;
    private final Path log;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static ServerProcess start(List<String> command, Path directory, Path log) throws IOException {
        Files.deleteIfExists(log);
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy)); // for a run that is interrupted
        return new ServerProcess(process, log);
    }

    /** Where the JVM's launcher is that runs this code. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The first match in what has been written so far, waited for. */
    MatchResult await(Pattern line) throws InterruptedException, IOException {
        return await(line, 0);
    }

    /** The first match in what was written after that many characters, waited for. */
    MatchResult await(Pattern line, int after) throws InterruptedException, IOException {
        Instant latest = Instant.now().plus(LONGEST_WAIT);
        while (true) {
            Optional<MatchResult> found =
                    line.matcher(output().substring(after)).results().findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("ended with " + process.exitValue() + ", see " + log);
            }
            if (Instant.now().isAfter(latest)) {
                throw new IllegalStateException("waited in vain for '" + line + "', see " + log);
            }
        }
    }

    String output() throws IOException {
        return new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1);
    }

    Path log() {
        return log;
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
