package io.github.cognitoee.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the server under test has written to its log: to the file that the system property {@code cognito.test.server-log}
 * names, and to those beside it whose names begin alike, into which servers divide their logs.
 */
public final class ServerLog {

    /** Servers may write their logs a little later than they act. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private ServerLog() {}

    /** All of it once it is as expected; what it was when patience ended, where it never is. */
    public static String readOnce(Predicate<String> expected) throws IOException {
        Instant patience = Instant.now().plus(PATIENCE);
        String log = read();
        while (!expected.test(log) && Instant.now().isBefore(patience)) {
            LockSupport.parkNanos(PAUSE.toNanos());
            log = read();
        }
        return log;
    }

    /** All of it, as text. */
    public static String read() throws IOException {
        Path log = Path.of(System.getProperty("cognito.test.server-log"));
        if (!Files.isDirectory(log.getParent())) {
            return "";
        }
        try (Stream<Path> beside = Files.list(log.getParent())) {
            List<Path> parts =
                    beside.filter(file -> isPartOf(log, file)).sorted().toList();
            return parts.stream().map(ServerLog::text).collect(Collectors.joining());
        }
    }

    private static boolean isPartOf(Path log, Path file) {
        String stem = log.getFileName().toString().replaceFirst("[.]log$", "");
        String name = file.getFileName().toString();
        return name.startsWith(stem) && name.contains(".log") && !name.endsWith(".lck");
    }

    private static String text(Path part) {
        try {
            return Files.readString(part, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException removedMeanwhile) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
