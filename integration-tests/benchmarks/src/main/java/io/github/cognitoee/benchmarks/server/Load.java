package io.github.cognitoee.benchmarks.server;

import io.github.cognitoee.benchmarks.Options;
import io.github.cognitoee.benchmarks.Report;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a server under load by a process of its own, the {@link LoadDriver}. */
record Load(Options options, int connections) {

    /** @param questions of all paths; those of one path are asked by turns */
    Rates drive(int port, List<Question> questions) throws IOException, InterruptedException {
        Path file = Files.write(
                options.directory().resolve("questions"),
                questions.stream().map(Question::format).toList());
        Process driver = new ProcessBuilder(command(port, file))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = driver.inputReader()) {
            Map<String, List<Double>> rates = new LinkedHashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                double rate = Double.parseDouble(words[1]);
                Report.progress("%s: %.0f requests/s".formatted(words[0], rate));
                rates.computeIfAbsent(words[0], path -> new ArrayList<>()).add(rate);
            }
            if (driver.waitFor() != 0) {
                throw new IllegalStateException("the load driver ended with " + driver.exitValue());
            }
            return new Rates(rates);
        } finally {
            driver.destroy();
        }
    }

    private List<String> command(int port, Path questions) {
        return List.of(
                ServerProcess.java(),
                "-Xmx256m",
                "-classpath",
                System.getProperty("java.class.path"),
                LoadDriver.class.getName(),
                String.valueOf(port),
                questions.toString(),
                String.valueOf(connections),
                String.valueOf(options.choose(2, 10)),
                String.valueOf(options.choose(2, 7)),
                String.valueOf(options.choose(1, 3)));
    }
}
