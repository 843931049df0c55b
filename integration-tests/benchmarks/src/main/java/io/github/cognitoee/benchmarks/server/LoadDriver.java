package io.github.cognitoee.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks a server as fast as it answers, from a process of its own, and prints a line {@code <path> <requests per second>}
 * for each round. Every path is warmed up first; then each round visits all paths, every second one backwards.
 */
final class LoadDriver {

    private static final int CONNECTIONS = 8;
    private static final double NANOS_PER_SECOND = 1e9;

    private final int port;
    private final List<String> tokens;

    private LoadDriver(int port, List<String> tokens) {
        this.port = port;
        this.tokens = tokens;
    }

    /** @param args port, file of tokens, seconds of warm-up, rounds, seconds of a round, paths */
    public static void main(String[] args) throws Exception {
        LoadDriver driver = new LoadDriver(Integer.parseInt(args[0]), Files.readAllLines(Path.of(args[1])));
        int warmUpSeconds = Integer.parseInt(args[2]);
        int rounds = Integer.parseInt(args[3]);
        int seconds = Integer.parseInt(args[4]);
        List<String> paths = new ArrayList<>(List.of(args).subList(5, args.length));
        for (String path : paths) {
            driver.requestsPerSecond(path, warmUpSeconds);
        }
        for (int round = 0; round < rounds; round++) {
            for (String path : paths) {
                System.out.println(path + " " + driver.requestsPerSecond(path, seconds));
            }
            Collections.reverse(paths);
        }
    }

    private double requestsPerSecond(String path, int seconds) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long begin = System.nanoTime();
            long end = begin + (long) (seconds * NANOS_PER_SECOND);
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int first = i;
                counts.add(threads.submit(() -> ask(path, first, end)));
            }
            long answered = 0;
            for (Future<Long> count : counts) {
                answered += count.get();
            }
            return answered / ((System.nanoTime() - begin) / NANOS_PER_SECOND);
        } finally {
            threads.shutdownNow();
        }
    }

    private long ask(String path, int first, long end) throws IOException {
        List<byte[]> requests = tokens.stream()
                .map(token -> KeepAliveConnection.request(port, path, token))
                .toList();
        try (KeepAliveConnection connection = new KeepAliveConnection(port)) {
            long answered = 0;
            while (System.nanoTime() < end) {
                int status = connection.ask(requests.get((int) ((first + answered) % requests.size())));
                if (status != 200) {
                    throw new IllegalStateException(path + " answered " + status);
                }
                answered++;
            }
            return answered;
        }
    }
}
