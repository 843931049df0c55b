package io.github.cognitoee.it.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sockets of this process, as Linux tells them below {@code /proc}. */
final class Sockets {

    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int INODE = 9;
    /** Established, and closed by the other side alone: what nobody closes here stays so. */
    private static final Set<String> OPEN = Set.of("01", "08");

    private Sockets() {}

    /** Open connections to a port of whatever host; -1 where there is no telling. */
    static long connectedTo(int port) throws IOException {
        if (!Files.isDirectory(Path.of("/proc/self/fd"))) {
            return -1;
        }
        Set<String> own = ownInodes();
        long connections = 0;
        for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
            connections += Files.readAllLines(Path.of(table)).stream()
                    .skip(1)
                    .map(line -> line.trim().split("\\s+"))
                    .filter(socket -> socket[REMOTE].endsWith(":%04X".formatted(port)))
                    .filter(socket -> OPEN.contains(socket[STATE]))
                    .filter(socket -> own.contains("socket:[" + socket[INODE] + "]"))
                    .count();
        }
        return connections;
    }

    private static Set<String> ownInodes() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.map(Sockets::target).collect(Collectors.toSet());
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
