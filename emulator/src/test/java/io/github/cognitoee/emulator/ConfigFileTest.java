package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Configuration files as people write them, in JSON and in YAML. */
class ConfigFileTest {

    private static final String GOOD =
            """
            # one pool
            region: eu-west-1
            accountId: 000123456789
            userPools:
              - id: eu-west-1_Orders
                clients:
                  - id: web
                groups:
                  - name: staff
                    precedence: 1
                users:
                  - username: alice
                    password: Alice-Passw0rd
                    groups: [staff]
                    attributes: {email: alice@example.com, "custom:team": yes}
            """;

    private static final String YAML = "```yaml\n";

    @TempDir
    Path directory;

    @Test
    void yamlSaysTheSameAsJson() throws IOException {
        EmulatorConfig fromJson = EmulatorConfig.parse(
                """
                {"region": "eu-west-1", "accountId": "000123456789", "userPools": [{
                  "id": "eu-west-1_Orders", "clients": [{"id": "web"}],
                  "groups": [{"name": "staff", "precedence": 1}],
                  "users": [{"username": "alice", "password": "Alice-Passw0rd", "groups": ["staff"],
                             "attributes": {"email": "alice@example.com", "custom:team": "yes"}}]}]}
                """);

        EmulatorConfig fromYaml = parse("config.yaml", GOOD);

        assertThat(fromYaml).isEqualTo(fromJson);
        assertThat(fromYaml.userPools().get(0).users().get(0).password()).isEqualTo("Alice-Passw0rd");
    }

    @Test
    void theDefaultCanBeWrittenInYaml() throws IOException {
        try (InputStream in = EmulatorConfig.class.getResourceAsStream("default-config.json")) {
            String yaml = new ObjectMapper(new YAMLFactory()).writeValueAsString(new ObjectMapper().readTree(in));

            assertThat(parse("default.yml", yaml)).isEqualTo(EmulatorConfig.defaults());
        }
    }

    @Test
    void theDocumentsExamplesAreGood() throws IOException {
        String document = Files.readString(Path.of("../docs/emulator.md"));
        List<EmulatorConfig> configs = new ArrayList<>();
        int begin = document.indexOf(YAML);
        while (begin >= 0) {
            int end = document.indexOf("```", begin + YAML.length());
            configs.add(parse("config.yaml", document.substring(begin + YAML.length(), end)));
            begin = document.indexOf(YAML, end);
        }

        assertThat(configs.get(0).userPools().get(0).users().get(0).mfa()).hasSize(3);
        assertThat(configs.get(1).userPools().get(0).identityProviders()).hasSize(1);
        assertThat(configs.get(2).roles().get(0).policies()).containsOnlyKeys("Orders");
        assertThat(configs.get(3).userPools().get(0).users().get(0).attributes())
                .containsEntry("email_verified", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.yaml", "config.yml", "CONFIG.YAML"})
    void theNameOfTheFileTellsItsForm(String name) throws IOException {
        assertThat(parse(name, GOOD).region()).isEqualTo("eu-west-1");
    }

    @Test
    void jsonInAYamlFileIsYamlToo() throws IOException {
        assertThat(parse(
                                "config.yaml",
                                "{\"region\": \"eu-west-1\", \"accountId\": \"123456789012\", \"userPools\":"
                                        + " [{\"id\": \"eu-west-1_A\", \"clients\": [{\"id\": \"a\"}]}]}")
                        .region())
                .isEqualTo("eu-west-1");
    }

    @Test
    void aMistakeIsToldWithItsPlaceAndLine() {
        assertRefused(
                "config.yaml",
                GOOD.replace("id: web", "id: not possible"),
                "$.userPools[0].clients[0].id: found \"not possible\", expected 1 to 128 letters, digits, _ or +"
                        + " (line 7)");
        assertRefused(
                "config.yaml",
                GOOD.replace("[staff]", "[nobody]"),
                "$.userPools[0].users[0].groups[0]: user pool eu-west-1_Orders has no group \"nobody\" (line 14)");
        assertRefused(
                "config.yaml",
                GOOD.replace("groups: [staff]", "group: [staff]"),
                "$.userPools[0].users[0].group: unknown member, expected one of attributes, groups, mfa, password,"
                        + " sub, totpSecret, username (line 14)");
        assertRefused(
                "config.yaml",
                GOOD.replace("      - username: alice\n        password", "      - password"),
                "$.userPools[0].users[0].username: missing (line 12)");
        assertRefused(
                "config.json",
                "{\"region\": \"eu-west-1\",\n\"accountId\": \"1\",\n\"userPools\": []}",
                "$.accountId: found \"1\", expected twelve digits (line 2)");
    }

    @Test
    void theLineIsThereForPrograms() {
        assertThatThrownBy(() -> parse("config.yaml", GOOD.replace("precedence: 1", "precedence: -1")))
                .isInstanceOfSatisfying(EmulatorConfigException.class, wrong -> {
                    assertThat(wrong.jsonPath()).isEqualTo("$.userPools[0].groups[0].precedence");
                    assertThat(wrong.line()).isEqualTo(OptionalInt.of(10));
                });
    }

    @Test
    void aMemberMayNotBeGivenTwiceInYaml() {
        assertThatThrownBy(() -> parse("config.yaml", GOOD + "region: eu-west-2\n"))
                .isInstanceOf(EmulatorConfigException.class)
                .hasMessageStartingWith("$: not YAML: Duplicate field 'region', line 16,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "region: eu-west-1\\nuserPools:\\n  - id: x\\n   clients: [| expected <block end>, but found"
                        + " '<block mapping start>', line 4, column 4",
                "region: eu-west-1\\nuserPools: [| expected the node content, but found '<stream end>', line 2, column 13",
                "region: eu-west-1\\nuserPools:\\n\\t- id: x| found character '\\t(TAB)' that cannot start any token."
                        + " (Do not use \\t(TAB) for indentation), line 3, column 1",
            })
    void aMistakeInYamlIsToldItselfWithItsPlaceNotWhatItWasAbout(String text, String problem) {
        assertRefused("config.yaml", text.replace("\\n", "\n").replace("\\t-", "\t-"), "$: not YAML: " + problem);
    }

    @Test
    void anEmptyFileAndADirectoryAreToldAsSuch() {
        assertRefused("config.yaml", "", "$: the configuration is empty");
        assertThatThrownBy(() -> EmulatorConfig.parse(directory)).hasMessage("$: " + directory + " is no regular file");
    }

    @Test
    void textThatIsNoYamlIsToldWithItsPlace() {
        assertThatThrownBy(() -> parse("config.yaml", "region: eu-west-1\naccountId: \"1234"))
                .isInstanceOf(EmulatorConfigException.class)
                .hasMessageStartingWith("$: not YAML: ")
                .hasMessageContaining(", line 2, column ");
    }

    @Test
    void aliasesAreRefusedBecauseTheyWouldPassForTexts() {
        assertRefused(
                "config.yaml",
                GOOD.replace("username: alice", "username: &name alice").replace("Alice-Passw0rd", "*name"),
                "$.userPools[0].users[0].password: an alias, which is not supported: write the value out (line 13)");
    }

    @Test
    void aBombOfAliasesIsRefusedAtTheFirst() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }

        assertRefused(
                "config.yaml",
                bomb.toString(),
                "$.a1[0]: an alias, which is not supported: write the value out (line 2)");
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThatThrownBy(() -> parse("config.yaml", GOOD + "---\nregion: eu-west-2\n"))
                .isInstanceOf(EmulatorConfigException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.yaml", "config.json"})
    void depthHasALimit(String name) {
        assertThatThrownBy(() -> parse(name, "[".repeat(10_000) + "]".repeat(10_000)))
                .isInstanceOf(EmulatorConfigException.class)
                .hasMessage("$: more than 100 levels, or a name, text or number that is too long");
    }

    @Test
    void sizeHasALimit() throws IOException {
        Path file = directory.resolve("config.yaml");
        Files.writeString(file, GOOD + "#".repeat(1024 * 1024));

        assertThatThrownBy(() -> EmulatorConfig.parse(file))
                .isInstanceOf(EmulatorConfigException.class)
                .hasMessage("$: the file " + file + " exceeds 1048576 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "null", "hello", "- a"})
    void aFileThatIsNoObjectIsRefused(String content) {
        assertThatThrownBy(() -> parse("config.yaml", content)).isInstanceOf(EmulatorConfigException.class);
    }

    private void assertRefused(String name, String content, String message) {
        assertThatThrownBy(() -> parse(name, content))
                .isInstanceOf(EmulatorConfigException.class)
                .hasMessage(message);
    }

    private EmulatorConfig parse(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.writeString(file, content);
        return EmulatorConfig.parse(file);
    }
}
