package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.internal.identity.CredentialsVault;
import io.github.cognitoee.emulator.internal.identity.IdentityServices;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the operations of identity pools and STS declare, against the models in the AWS SDK, and as
 * {@code docs/emulator-operations.md} tells it. Its section is written anew by {@code -Ddocs.write=true}.
 */
class IdentityOperationsTest {

    private static final Path DOCUMENT = Path.of("../docs/emulator-operations.md");
    private static final String HEADING = "## Identity pools and STS\n";
    private static final IdentityServices SERVICES = new IdentityServices(
            EmulatorConfig.defaults(),
            Optional.empty(),
            providerName -> Optional.empty(),
            new LoginProviders("123456789012", Clock.systemUTC()).known(),
            new CredentialsVault(Clock.systemUTC()),
            Clock.systemUTC());

    private static final String HEAD = HEADING
            + """

            Written by `IdentityOperationsTest` from the code: `mvn -pl emulator test -Dtest=IdentityOperationsTest -Ddocs.write=true`.

            Any other operation is refused as `UnknownOperationException` (STS: `InvalidAction`), and a member that is not
            listed as `InvalidParameterException`, by name. Members in bold are required. A signed operation takes SigV4 with
            an access key of the configuration, `GetCallerIdentity` of STS with any credentials.

            Beyond the errors listed, each may give `ValidationException` (STS: `ValidationError`) for a broken constraint,
            `SerializationException` for a wrong type, and a signed one `MissingAuthenticationTokenException`,
            `IncompleteSignatureException`, `UnrecognizedClientException`, `InvalidSignatureException`,
            `ExpiredTokenException` or `AccessDeniedException` (STS: `MissingAuthenticationToken`, `IncompleteSignature`,
            `InvalidClientTokenId`, `SignatureDoesNotMatch`, `ExpiredToken`).

            | operation | signed | members | members of AWS that are refused | errors (without `Exception`) |
            |---|---|---|---|---|
            """;

    static Stream<Arguments> operations() {
        return Stream.concat(
                SERVICES.ofIdentityPools().stream().map(one -> Arguments.of(one, SdkModel.IDENTITY_POOLS)),
                SERVICES.ofSts().stream().map(one -> Arguments.of(one, SdkModel.STS)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationTakesNoMemberThatItsModelDoesNotHave(Operation<?> operation, SdkModel model) {
        assertThat(model.members(operation.name())).containsAll(operation.members());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationGivesNoErrorThatItsModelDoesNotHave(Operation<?> operation, SdkModel model) {
        List<String> declared = operation.errors().stream()
                .filter(type -> type != ErrorType.TRUST_DENIED && type != ErrorType.VALIDATION_ERROR)
                .map(type -> type.wireName().replaceFirst("(Exception)?$", "Exception"))
                .toList();

        assertThat(model.errors(operation.name())).containsAll(declared);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationIsSignedIfItsModelSaysSo(Operation<?> operation, SdkModel model) {
        assertThat(operation.isSigned()).isEqualTo(model.signs().test(operation.name()));
    }

    @Test
    void everyOperationOnIdentityPoolsIsThereButForTags() {
        List<String> all =
                SERVICES.ofIdentityPools().stream().map(Operation::name).toList();

        assertThat(SdkModel.IDENTITY_POOLS.operations())
                .filteredOn(name -> !all.contains(name))
                .containsExactly("ListTagsForResource", "TagResource", "UntagResource");
    }

    @Test
    void theDocumentIsUpToDate() throws IOException {
        String expected = HEAD
                + operations()
                        .map(pair -> row((Operation<?>) pair.get()[0], (SdkModel) pair.get()[1]))
                        .sorted()
                        .collect(Collectors.joining())
                + "| GetCallerIdentity | yes | | | |\n";
        String before = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
        int start = before.contains(HEADING) ? before.indexOf(HEADING) : before.length();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(DOCUMENT, before.substring(0, start) + expected);
        }

        assertThat(Files.readString(DOCUMENT).substring(start)).isEqualTo(expected);
    }

    private static String row(Operation<?> operation, SdkModel model) {
        List<String> required = operation.requiredMembers();
        Stream<String> members =
                operation.members().stream().map(member -> required.contains(member) ? "**" + member + "**" : member);
        Stream<String> refused = model.members(operation.name()).stream()
                .filter(member -> !operation.members().contains(member));
        Stream<String> errors = operation.errors().stream()
                .map(type -> type.wireName().replaceFirst("Exception$", ""))
                .sorted();
        return Stream.of(
                        operation.name(),
                        operation.isSigned() ? "yes" : "",
                        members.collect(Collectors.joining(", ")),
                        refused.collect(Collectors.joining(", ")),
                        errors.collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" | ", "| ", " |\n"))
                .replaceAll("(?<=\\|)  (?=\\|)", " ");
    }
}
