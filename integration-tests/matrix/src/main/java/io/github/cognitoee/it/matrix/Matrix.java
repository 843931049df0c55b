package io.github.cognitoee.it.matrix;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All reports, as tables in Markdown. */
final class Matrix {

    private final Plan plan;
    private final Map<String, Map<String, Report>> byServer = new TreeMap<>();
    private final Map<String, String> modules = new TreeMap<>();

    /** @param plan what there should be reports of */
    Matrix(Collection<Report> reports, Plan plan) {
        this.plan = plan;
        reports.forEach(report -> {
            byServer.computeIfAbsent(report.server(), server -> new TreeMap<>()).put(report.testClass(), report);
            modules.put(report.server(), report.module());
        });
    }

    /** A line for each server. */
    String summary() {
        return row(List.of("server", "passed", "failed", "skipped", "seconds"))
                + row(List.of("---", "---:", "---:", "---:", "---:"))
                + byServer.keySet().stream()
                        .map(server -> row(
                                Stream.concat(Stream.of(server), totals(server)).toList()))
                        .collect(Collectors.joining());
    }

    /** A line for each test class, a column for each server. */
    String classes() {
        return line("", server -> server)
                + line("---", server -> "---:")
                + testClasses().stream()
                        .map(testClass -> line(testClass, server -> cell(testClass, server)))
                        .collect(Collectors.joining());
    }

    /** What should have been run and was not, as {@code ThreadsIT on WildFly}. */
    List<String> missing() {
        Stream<String> servers = plan.modules().stream()
                .filter(module -> !modules.containsValue(module))
                .map(module -> "any test of " + module);
        Stream<String> classes = testClasses().stream().flatMap(testClass -> byServer.keySet().stream()
                .filter(server -> isMissing(testClass, server))
                .map(server -> testClass + " on " + server));
        return Stream.concat(servers, classes).toList();
    }

    /** What failed, in the same words. */
    List<String> failed() {
        return byServer.values().stream()
                .flatMap(reports -> reports.values().stream())
                .filter(report -> report.failed() > 0)
                .map(report -> report.testClass() + " on " + report.server())
                .toList();
    }

    private boolean isMissing(String testClass, String server) {
        return !byServer.get(server).containsKey(testClass) && plan.has(modules.get(server), testClass);
    }

    private TreeSet<String> testClasses() {
        TreeSet<String> testClasses = new TreeSet<>();
        byServer.forEach((server, reports) -> {
            testClasses.addAll(reports.keySet());
            testClasses.addAll(plan.testClasses(modules.get(server)));
        });
        return testClasses;
    }

    /** What was skipped, why, and where. */
    String skipped() {
        Map<String, TreeSet<String>> serversByReason = new TreeMap<>();
        byServer.forEach((server, reports) -> reports.values().stream()
                .flatMap(report -> report.skippedBecause().stream())
                .forEach(reason -> serversByReason
                        .computeIfAbsent(reason, first -> new TreeSet<>())
                        .add(server)));
        return row(List.of("deviation", "servers"))
                + row(List.of("---", "---"))
                + serversByReason.entrySet().stream()
                        .map(entry -> row(List.of(entry.getKey(), String.join("; ", entry.getValue()))))
                        .collect(Collectors.joining());
    }

    private Stream<String> totals(String server) {
        Collection<Report> reports = byServer.get(server).values();
        return Stream.of(
                sum(reports, Report::passed),
                sum(reports, Report::failed),
                sum(reports, report -> report.skippedBecause().size()),
                String.format(
                        Locale.ROOT,
                        "%.0f",
                        reports.stream().mapToDouble(Report::seconds).sum()));
    }

    private static String sum(Collection<Report> reports, Function<Report, Integer> number) {
        return String.valueOf(reports.stream().mapToInt(number::apply).sum());
    }

    private String cell(String testClass, String server) {
        Report report = byServer.get(server).get(testClass);
        if (report == null) {
            return isMissing(testClass, server) ? "**not run**" : "-";
        }
        String failed = report.failed() == 0 ? "" : ", **" + report.failed() + " failed**";
        int skipped = report.skippedBecause().size();
        return report.passed() + failed + (skipped == 0 ? "" : ", " + skipped + " skipped");
    }

    private String line(String first, Function<String, String> cellOfServer) {
        return row(Stream.concat(Stream.of(first), byServer.keySet().stream().map(cellOfServer))
                .toList());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
