package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/emulator-operations.md} says what the code declares of user pools, before the section that
 * {@link IdentityOperationsTest} checks. Written anew by {@code -Ddocs.write=true}.
 */
class OperationsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/emulator-operations.md");
    private static final String NEXT_HEADING = "\n## Identity pools and STS\n";

    private static final String HEAD =
            """
            # What the emulator knows of user pools

            Written by `OperationsDocumentTest` from the code: `mvn -pl emulator test -Dtest=OperationsDocumentTest -Ddocs.write=true`.

            %d operations of `AWSCognitoIdentityProviderService`. Any other is refused as `UnknownOperationException`, and a
            member that is not listed as `InvalidParameterException`, by name. Members in bold are required. A signed
            operation takes SigV4 with an access key of the configuration.

            Beyond the errors listed, each may give `InvalidParameterException` for a broken constraint, `SerializationException`
            for a wrong type, and a signed one `MissingAuthenticationTokenException`, `IncompleteSignatureException`,
            `UnrecognizedClientException`, `InvalidSignatureException` or `AccessDeniedException`.

            | operation | signed | members | members of Cognito that are refused | errors (without `Exception`) |
            |---|---|---|---|---|
            """;

    @Test
    void theDocumentIsUpToDate() throws IOException {
        String expected = HEAD.formatted(DeclaredOperations.all().size())
                + DeclaredOperations.all().stream()
                        .map(OperationsDocumentTest::row)
                        .collect(Collectors.joining());
        if (Boolean.getBoolean("docs.write")) {
            String before = Files.readString(DOCUMENT);
            Files.writeString(DOCUMENT, expected + before.substring(before.indexOf(NEXT_HEADING)));
        }
        String document = Files.readString(DOCUMENT);

        assertThat(document.substring(0, document.indexOf(NEXT_HEADING))).isEqualTo(expected);
    }

    private static String row(Operation<?> operation) {
        List<String> required = operation.requiredMembers();
        Stream<String> members =
                operation.members().stream().map(member -> required.contains(member) ? "**" + member + "**" : member);
        Stream<String> refused = SdkModel.USER_POOLS.members(operation.name()).stream()
                .filter(member -> !operation.members().contains(member));
        Stream<String> errors = operation.errors().stream()
                .map(ErrorType::wireName)
                .map(name -> name.replaceFirst("Exception$", ""))
                .sorted();
        return Stream.of(
                        operation.name(),
                        operation.isSigned() ? "yes" : "",
                        members.collect(Collectors.joining(", ")),
                        refused.collect(Collectors.joining(", ")),
                        errors.collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" | ", "| ", " |\n"))
                .replace("|  |", "| |");
    }
}
