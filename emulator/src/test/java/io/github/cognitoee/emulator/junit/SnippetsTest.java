package io.github.cognitoee.emulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The code compiles that docs/testing.md and the Javadoc of the annotations show, as members of a test class. */
class SnippetsTest {

    private static final Pattern MARKDOWN = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern JAVADOC = Pattern.compile("<pre>\\{@code\\n(.*?)}</pre>", Pattern.DOTALL);

    /** The imports, what readers copy from the photo album, and the call of an application that tests make. */
    private static final String AROUND =
            """
            import static org.assertj.core.api.Assertions.assertThat;
            import io.github.cognitoee.emulator.*;
            import io.github.cognitoee.emulator.Risks.Verdict;
            import io.github.cognitoee.emulator.junit.*;
            import java.net.URI;
            import java.net.http.HttpResponse;
            import java.util.Map;
            import org.junit.jupiter.api.*;

            abstract class Snippet {
                abstract static class ServerUnderTest {
                    static ServerUnderTest start(Map<String, String> settings, String path) throws Exception {
                        throw new UnsupportedOperationException();
                    }
                    abstract void close();
                }
                static HttpResponse<String> get(String path, String token) throws Exception {
                    throw new UnsupportedOperationException();
                }
            %s
            }
            """;

    @TempDir
    private Path output;

    static Stream<Arguments> snippets() throws IOException {
        Path annotations = Path.of("src/main/java/io/github/cognitoee/emulator/junit");
        try (Stream<Path> sources = Files.list(annotations)) {
            return Stream.concat(Stream.of(Path.of("../docs/testing.md")), sources.sorted())
                    .flatMap(file ->
                            in(file).map(code -> Arguments.of(file.getFileName().toString(), code)))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("snippets")
    void compiles(String file, String code) {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();

        ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        problems,
                        List.of("-proc:none", "-d", output.toString(), "-cp", System.getProperty("java.class.path")),
                        null,
                        List.of(new Source(AROUND.formatted(code))))
                .call();

        assertThat(problems.getDiagnostics())
                .filteredOn(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .extracting(problem -> problem.getMessage(Locale.ROOT))
                .as(code)
                .isEmpty();
    }

    private static Stream<String> in(Path file) {
        try {
            String text = Files.readString(file);
            return file.toString().endsWith(".md")
                    ? MARKDOWN.matcher(text).results().map(match -> match.group(1))
                    : JAVADOC.matcher(text).results().map(match -> match.group(1)
                            .replaceAll("(?m)^ *\\* ?", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///Snippet.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
