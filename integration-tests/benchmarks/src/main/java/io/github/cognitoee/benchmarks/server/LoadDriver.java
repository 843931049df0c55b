package io.github.cognitoee.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks a server as fast as it answers, from a process of its own, and prints a line {@code <path> <requests per second>}
 * for each round. Every path is warmed up first; then each round visits all paths, every second one backwards. Ends at the
 * first answer that is not the expected one.
 */
final class LoadDriver {

    private static final double NANOS_PER_SECOND = 1e9;

    private final int port;
    private final int connections;

    private LoadDriver(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /** @param args port, file of questions, connections, seconds of warm-up, rounds, seconds of a round */
    public static void main(String[] args) throws Exception {
        Map<String, List<Question>> byPath = new LinkedHashMap<>();
        Files.readAllLines(Path.of(args[1])).stream().map(Question::parse).forEach(question -> byPath.computeIfAbsent(
                        question.path(), path -> new ArrayList<>())
                .add(question));
        LoadDriver driver = new LoadDriver(Integer.parseInt(args[0]), Integer.parseInt(args[2]));
        int warmUpSeconds = Integer.parseInt(args[3]);
        int rounds = Integer.parseInt(args[4]);
        int seconds = Integer.parseInt(args[5]);
        for (List<Question> questions : byPath.values()) {
            driver.requestsPerSecond(questions, warmUpSeconds);
        }
        List<String> paths = new ArrayList<>(byPath.keySet());
        for (int round = 0; round < rounds; round++) {
            for (String path : paths) {
                System.out.println(path + " " + driver.requestsPerSecond(byPath.get(path), seconds));
            }
            Collections.reverse(paths);
        }
    }

    private double requestsPerSecond(List<Question> questions, int seconds)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long begin = System.nanoTime();
            long end = begin + (long) (seconds * NANOS_PER_SECOND);
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int first = i;
                counts.add(threads.submit(() -> ask(questions, first, end)));
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

    private long ask(List<Question> questions, int first, long end) throws IOException {
        List<byte[]> requests =
                questions.stream().map(question -> question.request(port)).toList();
        try (KeepAliveConnection connection = new KeepAliveConnection(port)) {
            long answered = 0;
            while (System.nanoTime() < end) {
                int next = (int) ((first + answered) % requests.size());
                connection.ask(requests.get(next)).requireGood(questions.get(next));
                answered++;
            }
            return answered;
        }
    }
}
