package io.github.cognitoee.it.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the server under test has written to its log files, wherever below the module's target folder they are. */
public final class ServerLog {

    private static final int DEPTH = 4;

    private ServerLog() {}

    /** All of it, as text. */
    public static String read() throws IOException {
        List<Path> logs = new ArrayList<>();
        Path target = Path.of(System.getProperty("cognito.test.target"));
        Files.walkFileTree(target, Set.of(), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isLog(file)) {
                    logs.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            /** A server that ends removes the lock file of its log meanwhile. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        StringBuilder text = new StringBuilder();
        for (Path log : logs) {
            text.append(Files.readString(log, StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    private static boolean isLog(Path file) {
        return file.getFileName().toString().matches("server\\.log|payara-micro\\.log(\\.\\d+)*")
                && Files.isRegularFile(file);
    }
}
