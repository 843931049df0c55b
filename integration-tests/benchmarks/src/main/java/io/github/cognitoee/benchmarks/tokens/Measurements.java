package io.github.cognitoee.benchmarks.tokens;

import io.github.cognitoee.benchmarks.Median;
import io.github.cognitoee.benchmarks.Options;
import io.github.cognitoee.benchmarks.Report;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs JMH, one process for each combination of parameters, and keeps what it measured. A benchmark that is run in several
 * rounds counts with its median.
 */
final class Measurements {

    private static final String CLASS_PATH = "java.class.path";

    private final Options options;
    private final Report report;
    private final Map<String, List<Measurement>> rounds = new LinkedHashMap<>();

    Measurements(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    Path workload() {
        return options.directory().resolve("workload");
    }

    void run(Class<?> benchmark, int threads) throws RunnerException {
        run(benchmark, threads, "", options(benchmark, threads));
    }

    void run(Class<?> benchmark, int threads, String parameter, String... values) throws RunnerException {
        run(benchmark, threads, "", options(benchmark, threads).param(parameter, values));
    }

    /** The same, in a process that has Amazon Corretto Crypto Provider on its class path. */
    void runWithAccp(Class<?> benchmark, int threads, String parameter, String value) throws RunnerException {
        String classPath = System.getProperty(CLASS_PATH);
        System.setProperty(CLASS_PATH, classPath + File.pathSeparator + options.accp()); // JMH's processes inherit it
        try {
            run(benchmark, threads, " with ACCP", options(benchmark, threads).param(parameter, value));
        } finally {
            System.setProperty(CLASS_PATH, classPath);
        }
    }

    /** @param name the benchmark's class and its parameters, such as {@code BareRsa JDK} */
    Measurement of(String name, int threads) {
        List<Measurement> found = rounds.get(key(name, threads));
        if (found == null) {
            throw new IllegalStateException("not measured: " + key(name, threads) + ", but " + rounds.keySet());
        }
        return new Measurement(
                Median.of(found.stream().map(Measurement::time).toList()),
                Median.of(found.stream().map(Measurement::allocated).toList()));
    }

    private ChainedOptionsBuilder options(Class<?> benchmark, int threads) {
        return new OptionsBuilder()
                .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
                .threads(threads)
                .forks(1)
                .warmupIterations(options.choose(1, 2))
                .warmupTime(TimeValue.milliseconds(options.choose(400, 1_000)))
                .measurementIterations(options.choose(1, 3))
                .measurementTime(TimeValue.milliseconds(options.choose(400, 1_000)))
                .addProfiler(GCProfiler.class)
                .jvmArgs("-Xms2g", "-Xmx2g", "-Dbench.workload=" + workload())
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    private void run(Class<?> benchmark, int threads, String suffix, ChainedOptionsBuilder jmh) throws RunnerException {
        for (RunResult result : new Runner(jmh.build()).run()) {
            String name = benchmark.getSimpleName() + parameters(result.getParams()) + suffix;
            Measurement measurement =
                    new Measurement(result.getPrimaryResult().getScore(), allocated(result.getSecondaryResults()));
            rounds.computeIfAbsent(key(name, threads), key -> new ArrayList<>()).add(measurement);
            String unit = result.getPrimaryResult().getScoreUnit();
            report.addMeasurement(key(name, threads), measurement.time(), unit);
            report.addMeasurement(key(name, threads), measurement.allocated(), "B/op");
            Report.progress("%s: %.3f %s, %.0f B/op"
                    .formatted(key(name, threads), measurement.time(), unit, measurement.allocated()));
        }
    }

    private static String parameters(BenchmarkParams parameters) {
        return parameters.getParamsKeys().stream()
                .sorted()
                .map(parameter -> " " + parameters.getParam(parameter))
                .collect(Collectors.joining());
    }

    @SuppressWarnings("rawtypes") // as JMH declares it
    private static double allocated(Map<String, Result> secondary) {
        return secondary.entrySet().stream()
                .filter(result -> result.getKey().endsWith("gc.alloc.rate.norm"))
                .mapToDouble(result -> result.getValue().getScore())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("JMH reports no allocation, but " + secondary.keySet()));
    }

    private static String key(String name, int threads) {
        return name + " x" + threads;
    }
}
