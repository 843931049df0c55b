package io.github.cognitoee.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCatalogueTest {

    private static final Pattern ID = Pattern.compile("COG-\\d+");

    @Test
    void theDocumentSaysWhatTheCodeSays() throws IOException {
        StringBuilder text = new StringBuilder(GeneratedDocument.head("Errors", Problem.class))
                .append("Everything that stops a deployment, and everything logged at WARNING and above, carries an"
                        + " id.\n\n| id | | |\n|---|---|---|\n");
        List<Problem> problems = Stream.of(Problem.values())
                .sorted(Comparator.comparing(Problem::id))
                .toList();
        problems.forEach(problem -> text.append("| [%s](#%s) | %s | %s |\n"
                .formatted(
                        problem.id(),
                        problem.id().toLowerCase(),
                        problem.severity().effect(),
                        problem.title())));
        problems.forEach(problem -> text.append("\n## %s\n\n**%s** (%s)\n\n%s\n\n**What to do:** %s\n"
                .formatted(
                        problem.id(),
                        problem.title(),
                        problem.severity().effect(),
                        problem.cause(),
                        problem.remedy())));

        GeneratedDocument.check("errors.md", text.toString());
    }

    @Test
    void noTwoProblemsHaveOneId() {
        assertThat(Problem.values()).extracting(Problem::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void aProblemIsDescribedInFull(Problem problem) {
        assertThat(problem.id()).matches("COG-\\d{4}");
        assertThat(problem.title()).isNotBlank().doesNotEndWith(".");
        assertThat(problem.cause()).endsWith(".");
        assertThat(problem.remedy()).endsWith(".");
    }

    @Test
    void aMessageBeginsWithTheId() {
        assertThat(Problem.WRONG_VALUE.exception("it is wrong")).hasMessage("COG-0001: it is wrong");
    }

    @Test
    void noIdStandsAnywhereElseInTheCode() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            List<Path> literal = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("Problem.java"))
                    .filter(file -> ID.matcher(read(file)).find())
                    .toList();
            assertThat(literal).isEmpty();
        }
    }

    @Test
    void theDocumentationNamesNoIdThatIsNone() throws IOException {
        Set<String> known = Stream.of(Problem.values()).map(Problem::id).collect(Collectors.toSet());
        try (Stream<Path> documents = Files.walk(Path.of("..", "docs"))) {
            Set<String> named = documents
                    .filter(file -> file.toString().endsWith(".md"))
                    .flatMap(file -> ID.matcher(read(file)).results().map(MatchResult::group))
                    .collect(Collectors.toSet());
            assertThat(named).isNotEmpty().isSubsetOf(known);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
