package io.github.cognitoee.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The figures so far. Each is on disk as soon as it is added, in {@code ratios.csv} for programs and {@code ratios.md} for
 * people, so that a run that is cut short has not been for nothing.
 */
public final class Report {

    private final Path directory;
    private final String circumstances;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> measurements = new ArrayList<>();

    private record Row(String name, double figure, Budget budget) {

        String toCsv() {
            return "%s,%s,%s,%s".formatted(name, number(figure), budget, budget.verdict(figure));
        }

        String toMarkdown() {
            String verdict =
                    switch (budget.verdict(figure)) {
                        case "true" -> "met";
                        case "false" -> "**missed**";
                        default -> "";
                    };
            return "| %s | %s | %s | %s |".formatted(name, number(figure), budget, verdict);
        }
    }

    public Report(Path directory, boolean quick) {
        this.directory = directory;
        this.circumstances = "%s, %s, Java %s, %d processors of %s%s."
                .formatted(
                        Instant.now().truncatedTo(ChronoUnit.MINUTES),
                        System.getProperty("os.name"),
                        System.getProperty("java.runtime.version"),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.arch"),
                        quick ? "; **a quick run, whose figures mean nothing**" : "");
    }

    /** Adds a ratio, or a difference whose unit stands in its name; a name has no comma. */
    public void add(String name, double figure, Budget budget) {
        Row row = new Row(name, figure, budget);
        rows.add(row);
        write();
        progress(row.toCsv());
    }

    /** Adds a figure that ratios are made of, with its unit, for {@code ratios.md}. */
    public void addMeasurement(String what, double figure, String unit) {
        measurements.add("| %s | %s | %s |".formatted(what, number(figure), unit));
        write();
    }

    /** Adds how far apart the figures of the single rounds lie, of which a ratio is the one in the middle or near it. */
    public void addSpread(String what, List<Double> figures) {
        addMeasurement(what + " / lowest of " + figures.size() + " rounds", Collections.min(figures), "");
        addMeasurement(what + " / highest of " + figures.size() + " rounds", Collections.max(figures), "");
    }

    /** Says what is going on. */
    public static void progress(String line) {
        System.out.println("[bench " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "] " + line);
    }

    private void write() {
        List<String> csv = new ArrayList<>(List.of("name,ratio,budget,ok"));
        rows.forEach(row -> csv.add(row.toCsv()));
        List<String> markdown = new ArrayList<>(List.of("# Ratios", "", circumstances, ""));
        markdown.addAll(List.of("| what | figure | budget | |", "|---|---:|---|---|"));
        rows.forEach(row -> markdown.add(row.toMarkdown()));
        markdown.addAll(List.of("", "## What they are made of", "", "| what | figure | unit |", "|---|---:|---|"));
        markdown.addAll(measurements);
        try {
            Files.write(directory.resolve("ratios.csv"), csv);
            Files.write(directory.resolve("ratios.md"), markdown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, Math.abs(figure) >= 100 ? "%.0f" : "%.3f", figure);
    }
}
