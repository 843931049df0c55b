package io.github.cognitoee.it.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What redeployments left behind on each server, by the files that {@code RedeploysIT} writes a line into each round. */
final class Redeployments {

    private static final String FILE = "target/redeploys.txt";
    private static final Pattern ROUND = Pattern.compile("(?<war>\\S+) (?<round>\\d+) \\{(?<figures>.*)}");
    private static final Pattern FIGURE = Pattern.compile("(\\w+)=(-?\\d+)");

    /** One round with one WAR. */
    private record Round(String war, int number, Map<String, Integer> figures) {

        int figure(String name) {
            return figures.get(name);
        }
    }

    private Redeployments() {}

    /** A line for each server that has a file. */
    static String table(Path modules) throws IOException {
        Map<String, String> byServer = new TreeMap<>();
        try (Stream<Path> folders = Files.list(modules)) {
            for (Path module :
                    folders.filter(folder -> Files.exists(folder.resolve(FILE))).toList()) {
                byServer.put(server(module), line(rounds(module.resolve(FILE))));
            }
        }
        return """
                | server | applications left | without the library | without, with a mechanism | threads of ours | threads of the server, first and last round | metaspace, MiB |
                |---|---|---|---|---:|---|---|
                """
                + byServer.entrySet().stream()
                        .map(entry -> "| " + entry.getKey() + " | " + entry.getValue() + " |\n")
                        .collect(Collectors.joining());
    }

    /** As the reports of its module have it. */
    private static String server(Path module) throws IOException {
        return Report.in(module).stream()
                .map(Report::server)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no reports beside " + module.resolve(FILE)));
    }

    private static List<Round> rounds(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(ROUND::matcher)
                .filter(Matcher::matches)
                .map(line -> new Round(
                        line.group("war"),
                        Integer.parseInt(line.group("round")),
                        FIGURE.matcher(line.group("figures"))
                                .results()
                                .collect(Collectors.toMap(
                                        figure -> figure.group(1), figure -> Integer.valueOf(figure.group(2))))))
                .toList();
    }

    private static String line(List<Round> rounds) {
        List<Round> ours = rounds.stream()
                .filter(round -> round.war().equals("redeployed"))
                .toList();
        Round first = ours.get(0);
        Round last = ours.get(ours.size() - 1);
        return String.join(
                " | ",
                left(last),
                control(rounds, "control"),
                control(rounds, "control-mechanism"),
                String.valueOf(last.figure("libraryThreads")),
                first.figure("threads") + ", " + last.figure("threads"),
                first.figure("metaspaceKiB") / 1024 + " to " + last.figure("metaspaceKiB") / 1024);
    }

    private static String control(List<Round> rounds, String war) {
        return rounds.stream()
                .filter(round -> round.war().equals(war))
                .reduce((one, next) -> next)
                .map(Redeployments::left)
                .orElse("not counted");
    }

    private static String left(Round last) {
        return last.figure("alive") + " of " + last.number();
    }
}
