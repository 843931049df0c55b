package io.github.cognitoee.benchmarks.server;

import io.github.cognitoee.benchmarks.Median;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Requests per second: for each path a figure of each round, in which all paths were visited. */
record Rates(Map<String, List<Double>> byPath) {

    double median(String path) {
        return Median.of(of(path));
    }

    /** How the medians of two paths compare. */
    double ratio(String path, String other) {
        return median(path) / median(other);
    }

    /** How two paths compare in each of the rounds. */
    List<Double> ratios(String path, String other) {
        List<Double> these = of(path);
        List<Double> those = of(other);
        return IntStream.range(0, these.size())
                .mapToObj(round -> these.get(round) / those.get(round))
                .toList();
    }

    private List<Double> of(String path) {
        List<Double> figures = byPath.get(path);
        if (figures == null) {
            throw new IllegalStateException("not measured: " + path + ", but " + byPath.keySet());
        }
        return figures;
    }
}
