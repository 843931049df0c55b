package io.github.cognitoee.thirdparty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cognitoee.thirdparty.Program.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;

/**
 * A script of {@code node:test}, each of whose tests becomes one of JUnit. The script finds what it has to know as JSON,
 * by {@code fixture.mjs}; what it finds out comes back from {@code reporter.mjs}, a line of JSON for each test.
 */
final class Scenario {

    private static final JsonMapper JSON = new JsonMapper();

    private Scenario() {}

    /**
     * Runs the script to its end.
     *
     * @throws AssertionError if it ends badly without telling which test failed, or runs none
     */
    static Stream<DynamicTest> run(String script, Map<String, ?> fixture) {
        Path folder = NodeFolder.installed();
        Path report = folder.resolve(script + ".report");
        try {
            Path facts = folder.resolve(script + ".fixture.json");
            Files.write(facts, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(fixture));
            Files.deleteIfExists(report);
            Result result = Program.of(
                            "node", "--test-reporter=./reporter.mjs", "--test-reporter-destination=" + report, script)
                    .in(folder)
                    .with(Map.of("FIXTURE", facts.toString()))
                    .run();
            return verdicts(script, result, Files.exists(report) ? Files.readAllLines(report) : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<DynamicTest> verdicts(String script, Result result, List<String> lines) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        boolean failed = false;
        for (String line : lines) {
            JsonNode verdict = JSON.readTree(line);
            String name = verdict.get("name").asText();
            boolean passed = verdict.get("passed").asBoolean();
            failed |= !passed;
            tests.add(DynamicTest.dynamicTest(name, () -> {
                if (!passed) {
                    throw new AssertionFailedError(verdict.get("reason").asText());
                }
            }));
        }
        if (tests.isEmpty() || failed != (result.status() != 0)) {
            throw new AssertionError(script + " ended with " + result.status() + " after " + tests.size() + " tests: "
                    + result.errors() + result.output());
        }
        return tests.stream();
    }
}
