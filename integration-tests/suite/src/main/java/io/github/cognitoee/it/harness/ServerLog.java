package io.github.cognitoee.it.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the server under test has written to its log files, wherever below the module's target folder they are. */
public final class ServerLog {

    private static final int DEPTH = 4;

    private ServerLog() {}

    /** All of it, as text. */
    public static String read() throws IOException {
        Path target = Path.of(System.getProperty("cognito.test.target"));
        List<Path> logs;
        try (Stream<Path> files = Files.walk(target, DEPTH)) {
            logs = files.filter(ServerLog::isLog).toList();
        }
        StringBuilder text = new StringBuilder();
        for (Path log : logs) {
            text.append(Files.readString(log, StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    private static boolean isLog(Path file) {
        return file.getFileName().toString().matches("server\\.log|payara-micro\\.log(\\.\\d+)?") && Files.isRegularFile(file);
    }
}
