package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.benchmarks.Budget;
import io.github.cognitoee.benchmarks.Options;
import io.github.cognitoee.benchmarks.Report;
import io.github.cognitoee.benchmarks.tokens.CognitoEe;
import io.github.cognitoee.benchmarks.tokens.Workload;
import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What many callers at once cost: calls of the identity pool, counted by the emulator that serves it over HTTP; the waiting of
 * callers who are new when more come than the pool may be asked about; memory, in a process of its own.
 */
public final class ManyCallers {

    private static final String POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000001";
    private static final int CALLERS = 1_000;
    private static final int THREADS = 64;
    private static final int RESOLVES = 100_000;
    private static final int QUOTA_OF_AWS = 25;
    private static final long NANOS_BETWEEN_TURNS = 1_000_000_000 / QUOTA_OF_AWS;
    private static final int NO_HINDRANCE = 2_000;
    private static final String HEAP = "512m";

    private final Options options;
    private final CognitoEmulator emulator;
    private final Report report;

    public ManyCallers(Options options, CognitoEmulator emulator, Report report) {
        this.options = options;
        this.emulator = emulator;
        this.report = report;
    }

    /** All of it. */
    public void measure() throws IOException, InterruptedException, ExecutionException {
        List<CognitoCallerPrincipal> callers = callers();
        atOnce(callers);
        atTheQuota(callers);
        passingThrough(options.choose(3_000, 100_000));
    }

    private List<CognitoCallerPrincipal> callers() throws IOException {
        Path workload = options.directory().resolve("callers");
        Workload.prepareIdTokens(workload, emulator, CALLERS);
        try (Stream<VerifiedJwt> tokens = CognitoEe.idTokens(workload)) {
            return tokens.map(PoolOfCallers::caller).toList();
        }
    }

    private void atOnce(List<CognitoCallerPrincipal> callers) throws InterruptedException, ExecutionException {
        try (AwsIdentityPool aws = new AwsIdentityPool(config(NO_HINDRANCE))) {
            PoolOfCallers pool = new PoolOfCallers(aws, config(NO_HINDRANCE));
            emulator.requests().reset();
            Map<String, Set<String>> keys = new ConcurrentHashMap<>();
            inThreads(thread -> () -> resolveInTurn(pool, callers, thread, keys));
            requireOneKeyEach(keys, callers.size());
            String what = "%,d resolves of %,d callers by %d threads / "
                    .formatted(RESOLVES, CALLERS, THREADS)
                    .replace(",", "");
            exactly(what + "calls of GetId", emulator.requests().count("GetId"));
            exactly(
                    what + "calls of GetCredentialsForIdentity",
                    emulator.requests().count("GetCredentialsForIdentity"));
            for (int threads : new int[] {1, 2, THREADS}) {
                warm(pool, callers, threads);
            }
        }
    }

    private void exactly(String what, long calls) {
        report.add(what, calls, Budget.exactly(CALLERS));
    }

    private static long[] resolveInTurn(
            PoolOfCallers pool, List<CognitoCallerPrincipal> callers, int thread, Map<String, Set<String>> keys) {
        Random order = new Random(thread);
        for (int i = thread; i < RESOLVES; i += THREADS) {
            CognitoCallerPrincipal caller = callers.get(order.nextInt(callers.size()));
            keys.computeIfAbsent(caller.getSubject(), subject -> ConcurrentHashMap.newKeySet())
                    .add(pool.resolve(caller));
        }
        return new long[0];
    }

    private static void requireOneKeyEach(Map<String, Set<String>> keys, int callers) {
        long different =
                keys.values().stream().flatMap(Collection::stream).distinct().count();
        if (keys.size() != callers || different != callers) {
            throw new IllegalStateException(
                    keys.size() + " callers were given " + different + " different access keys");
        }
    }

    /** How long single resolves take of callers who are known, the noise of the machine included. */
    private void warm(PoolOfCallers pool, List<CognitoCallerPrincipal> callers, int threads)
            throws InterruptedException, ExecutionException {
        int each = options.choose(1_000, 1_000_000) / threads;
        List<long[]> times = inThreads(threads, thread -> () -> {
            long[] nanos = new long[each];
            Random order = new Random(thread);
            for (int i = 0; i < each; i++) {
                CognitoCallerPrincipal caller = callers.get(order.nextInt(callers.size()));
                long begin = System.nanoTime();
                pool.resolve(caller);
                nanos[i] = System.nanoTime() - begin;
            }
            return nanos;
        });
        long[] sorted = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        String what = "warm resolve among %d callers / %d thread(s) / nanoseconds at ".formatted(CALLERS, threads);
        report.addMeasurement(what + "p50", sorted[sorted.length / 2], "ns");
        report.addMeasurement(what + "p99", sorted[(int) (sorted.length * 0.99)], "ns");
    }

    /** Everybody comes once, at the same time, and goes away where they are told to come later. */
    private void atTheQuota(List<CognitoCallerPrincipal> callers) throws InterruptedException, ExecutionException {
        try (AwsIdentityPool aws = new AwsIdentityPool(config(QUOTA_OF_AWS))) {
            PoolOfCallers pool = new PoolOfCallers(aws, config(QUOTA_OF_AWS));
            emulator.requests().reset();
            AtomicInteger next = new AtomicInteger();
            List<long[]> times = inThreads(thread -> () -> {
                List<Long> served = new ArrayList<>();
                for (int i = next.getAndIncrement(); i < callers.size(); i = next.getAndIncrement()) {
                    long begin = System.nanoTime();
                    try {
                        pool.resolve(callers.get(i));
                        served.add(System.nanoTime() - begin);
                    } catch (CognitoUnavailableException e) {
                        // sent away: counted by not being among those who were served
                    }
                }
                return served.stream().mapToLong(Long::longValue).toArray();
            });
            long[] served =
                    times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            String what = "%d new callers at once, %d a second allowed / ".formatted(callers.size(), QUOTA_OF_AWS);
            long atOnce = Arrays.stream(served)
                    .filter(nanos -> nanos < NANOS_BETWEEN_TURNS)
                    .count();
            report.addMeasurement(what + "served at once", atOnce, "callers");
            report.addMeasurement(what + "served after a wait", served.length - atOnce, "callers");
            report.addMeasurement(what + "longest wait", served[served.length - 1] / 1e6, "ms");
            report.addMeasurement(what + "sent away by Unavailable", callers.size() - served.length, "callers");
            report.addMeasurement(what + "calls of GetId", emulator.requests().count("GetId"), "calls");
        }
    }

    /** Twice as many as are kept, so that half of them have to give way. */
    private void passingThrough(int kept) throws IOException, InterruptedException {
        Path workload = options.directory().resolve("passing-callers");
        Report.progress("minting the ID tokens of %,d callers".formatted(2 * kept));
        Workload.prepareIdTokens(workload, emulator, 2 * kept);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PassingCallers.class.getName(),
                        workload.toString(),
                        String.valueOf(kept))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy)); // for a run that is interrupted
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("a heap of " + HEAP + " did not hold: " + printed);
        }
        for (String line : printed.lines().toList()) {
            String[] figure = line.split("\t", -1);
            report.addMeasurement("heap of " + HEAP + " / " + figure[0], Double.parseDouble(figure[1]), figure[2]);
        }
    }

    private IdentityPoolConfig config(int newIdentitiesPerSecond) {
        return IdentityPoolConfig.of(POOL, new Region("eu-west-1"))
                .endpoint(Optional.of(emulator.endpoint()))
                .newIdentitiesPerSecond(newIdentitiesPerSecond)
                .build();
    }

    private static List<long[]> inThreads(IntFunction<Callable<long[]>> task)
            throws InterruptedException, ExecutionException {
        return inThreads(THREADS, task);
    }

    private static List<long[]> inThreads(int count, IntFunction<Callable<long[]>> task)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<long[]> results = new ArrayList<>();
            for (Future<long[]> result :
                    threads.invokeAll(IntStream.range(0, count).mapToObj(task).toList())) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
