package io.github.cognitoee.it.payaramicro;

import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.payaramicro.SharedCacheIT.Node;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** One newcomer after another, each of whom asks one node and then the next, on sixteen threads until it is ended. */
final class Load implements AutoCloseable {

    /** What somebody was answered. */
    record Served(String token, Answer answer) {}

    private static final int THREADS = 16;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private final List<Node> nodes;
    private final Queue<Served> served = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<Future<?>> work;
    private volatile boolean ended;

    private Load(List<Node> nodes) {
        this.nodes = nodes;
        this.work = IntStream.range(0, THREADS)
                .<Future<?>>mapToObj(i -> threads.submit(this::ask))
                .toList();
    }

    static Load on(Node... nodes) {
        return new Load(List.of(nodes));
    }

    private void ask() {
        while (!ended) {
            String token = Cognito.newcomer().idToken();
            for (Node node : nodes) {
                served.add(new Served(token, node.get("key", token)));
            }
        }
    }

    /** Until this many more answers are there; then some of them were asked for in the meantime, if they are more than the threads. */
    void awaitAnswers(int more) {
        int goal = served.size() + more;
        long deadline = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (served.size() < goal) {
            if (work.stream().anyMatch(Future::isDone)) {
                end(); // tells why
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "expected " + goal + " answers in " + LONG_ENOUGH + ", found " + served.size());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** All answers, when those under way have come. */
    List<Served> end() {
        close();
        try {
            for (Future<?> one : work) {
                one.get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("a caller was not served", e);
        }
        return List.copyOf(served);
    }

    @Override
    public void close() {
        ended = true;
        threads.shutdown();
    }
}
