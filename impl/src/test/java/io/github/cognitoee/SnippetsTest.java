package io.github.cognitoee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The code compiles that the README, the documentation of callers, credentials and all ways of signing in, and the Javadoc show:
 * as members of a class, or as statements of a method that serves a request.
 */
class SnippetsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern MARKDOWN = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern JAVADOC = Pattern.compile("<pre>\\{@code\\n(.*?)}</pre>", Pattern.DOTALL);
    private static final String IMPORTS =
            """
            import io.github.cognitoee.*;
            import io.github.cognitoee.event.*;
            import io.github.cognitoee.spi.*;
            import io.github.cognitoee.userpool.*;
            import io.reactivex.rxjava3.schedulers.Schedulers;
            import jakarta.annotation.security.*;
            import jakarta.annotation.*;
            import jakarta.enterprise.concurrent.*;
            import jakarta.enterprise.context.*;
            import jakarta.enterprise.event.*;
            import jakarta.enterprise.inject.Disposes;
            import jakarta.inject.Inject;
            import jakarta.ws.rs.*;
            import jakarta.ws.rs.client.*;
            import jakarta.ws.rs.core.*;
            import jakarta.ws.rs.ext.*;
            import jakarta.security.enterprise.SecurityContext;
            import jakarta.security.enterprise.*;
            import jakarta.security.enterprise.authentication.mechanism.http.*;
            import jakarta.security.enterprise.credential.*;
            import jakarta.servlet.*;
            import jakarta.servlet.http.*;
            import java.net.URI;
            import java.security.Principal;
            import java.util.List;
            import java.util.Optional;
            import java.util.concurrent.CompletableFuture;
            import java.util.concurrent.CompletionStage;
            import java.util.function.*;
            import javax.cache.*;
            import org.eclipse.microprofile.jwt.JsonWebToken;
            import org.eclipse.microprofile.rest.client.inject.*;
            import software.amazon.awssdk.auth.credentials.*;
            import software.amazon.awssdk.core.async.*;
            import software.amazon.awssdk.core.sync.*;
            import software.amazon.awssdk.services.s3.*;
            """;

    private static final String STATEMENTS =
            """
            void serve(HttpServletRequest request, HttpServletResponse response, SecurityContext securityContext,
                    String name, String password) throws Exception {
                %s
            }
            """;

    @TempDir
    private Path output;

    static Stream<Arguments> snippets() throws IOException {
        Path api = ROOT.resolve("api/src/main/java/io/github/cognitoee");
        try (Stream<Path> sources = Files.walk(api)) {
            List<Path> documented = Stream.concat(
                            Stream.of(
                                            "README.md",
                                            "docs/api-gateway.md",
                                            "docs/callers.md",
                                            "docs/credentials.md",
                                            "docs/identity-pools.md",
                                            "docs/login-pages.md",
                                            "docs/managed-login.md",
                                            "docs/passwords.md",
                                            "docs/shared-cache.md",
                                            "docs/sign-in.md")
                                    .map(ROOT::resolve),
                            sources.filter(file -> file.toString().endsWith(".java")))
                    .toList();
            return documented.stream()
                    .flatMap(file ->
                            in(file).map(code -> Arguments.of(file.getFileName().toString(), code)))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("snippets")
    void compiles(String file, String code) {
        List<String> problems = problems(code);

        assertThat(problems.isEmpty() ? problems : problems(STATEMENTS.formatted(code)))
                .as("%s%nas members: %s", code, problems)
                .isEmpty();
    }

    private List<String> problems(String members) {
        // Produces is CDI's in method position, REST's nowhere in the snippets
        String source = IMPORTS + "import jakarta.enterprise.inject.Produces;\nclass Snippet {\n" + members + "\n}";
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();

        ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        problems,
                        List.of("-proc:none", "-d", output.toString(), "-cp", System.getProperty("java.class.path")),
                        null,
                        List.of(new Source(source)))
                .call();

        return problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(problem -> problem.getMessage(Locale.ROOT))
                .toList();
    }

    private static Stream<String> in(Path file) {
        try {
            String text = Files.readString(file);
            return file.toString().endsWith(".md")
                    ? MARKDOWN.matcher(text).results().map(SnippetsTest::code)
                    : JAVADOC.matcher(text)
                            .results()
                            .map(SnippetsTest::code)
                            .map(code -> code.replaceAll("(?m)^ *\\* ?", ""));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String code(MatchResult match) {
        return match.group(1);
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
