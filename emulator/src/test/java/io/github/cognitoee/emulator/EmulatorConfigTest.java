package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes are made from the default configuration by one change each. */
class EmulatorConfigTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/region | \"Ireland\" | $.region | found \"Ireland\", expected a region such as eu-west-1",
                "/region | null | $.region | missing, expected a region such as eu-west-1",
                "/accountId | \"12\" | $.accountId | found \"12\", expected twelve digits",
                "/userPools | [] | $.userPools | at least one user pool is needed",
                "/userPools/0/id | \"us-east-1_A\" | $.userPools[0].id"
                        + " | found \"us-east-1_A\", expected eu-west-1_ and letters or digits",
                "/userPools/0/clients | [] | $.userPools[0].clients | at least one client is needed",
                "/userPools/0/clients/1/id | \"a b\" | $.userPools[0].clients[1].id"
                        + " | found \"a b\", expected 1 to 128 letters, digits, _ or +",
                "/userPools/0/clients/1/id | \"demo0client0of0photo0album\" | $.userPools[0].clients[1]"
                        + " | the id \"demo0client0of0photo0album\" is taken already",
                "/userPools/0/clients/1/key | \"s\" | $.userPools[0].clients[1].key"
                        + " | unknown member, expected one of allowedOAuthFlows, allowedOAuthScopes, callbackUrls,"
                        + " explicitAuthFlows, id, logoutUrls, secret",
                "/userPools/0/clients/1/callbackUrls | [\"http://app.example/\"]"
                        + " | $.userPools[0].clients[1].callbackUrls[0] | found \"http://app.example/\", expected an"
                        + " absolute address without a fragment, plain http for localhost alone",
                "/userPools/0/clients/1/allowedOAuthFlows | [\"password\"]"
                        + " | $.userPools[0].clients[1].allowedOAuthFlows[0]"
                        + " | found \"password\", expected code, implicit or client_credentials",
                "/userPools/0/clients/1/allowedOAuthFlows | [\"client_credentials\"]"
                        + " | $.userPools[0].clients[1].allowedOAuthFlows"
                        + " | client_credentials needs a secret and stands alone",
                "/userPools/0/clients/1/allowedOAuthScopes | [\"orders\"]"
                        + " | $.userPools[0].clients[1].allowedOAuthScopes[0]"
                        + " | found \"orders\", expected a scope such as openid or orders/read",
                "/userPools/0/clients/1/secret | \"short\" | $.userPools[0].clients[1].secret"
                        + " | expected 24 to 64 letters, digits, _ or +",
                "/userPools/0/clients/1/explicitAuthFlows | [\"ALLOW_ALL\"]"
                        + " | $.userPools[0].clients[1].explicitAuthFlows[0]"
                        + " | found \"ALLOW_ALL\", expected a flow with ALLOW_ before its name",
                "/accessKeys | [{\"accessKeyId\":\"a b\",\"secretAccessKey\":\"s\"}]"
                        + " | $.accessKeys[0].accessKeyId | found \"a b\", expected 3 to 128 letters, digits or _",
                "/userPools/0/groups/1/name | \"users\" | $.userPools[0].groups[1]"
                        + " | the name \"users\" is taken already",
                "/userPools/0/groups/1/roleArn | \"admin\" | $.userPools[0].groups[1].roleArn"
                        + " | found \"admin\", expected the ARN of an IAM role",
                "/userPools/0/groups/1/precedence | -1 | $.userPools[0].groups[1].precedence"
                        + " | found -1, expected 0 or more",
                "/userPools/0/users/1/username | \"alice\" | $.userPools[0].users[1]"
                        + " | the username \"alice\" is taken already",
                "/userPools/0/users/1/groups/0 | \"staff\" | $.userPools[0].users[1].groups[0]"
                        + " | user pool eu-west-1_CognitoEE has no group \"staff\"",
                "/userPools/0/users/1/sub | \"me\" | $.userPools[0].users[1].sub"
                        + " | found \"me\", expected the form of a UUID in lower case",
                "/identityPools/0/id | \"x\" | $.identityPools[0].id"
                        + " | found \"x\", expected eu-west-1: and a UUID in lower case",
                "/identityPools/0/authenticatedRole | \"arn:aws:s3:::b\" | $.identityPools[0].authenticatedRole"
                        + " | found \"arn:aws:s3:::b\", expected the ARN of an IAM role",
                "/identityPools/0/unauthenticatedRole | \"guest\" | $.identityPools[0].unauthenticatedRole"
                        + " | found \"guest\", expected the ARN of an IAM role",
                "/roles/1/arn | \"arn:aws:iam::123456789012:role/PhotoAlbumUsers\" | $.roles[1]"
                        + " | the arn \"arn:aws:iam::123456789012:role/PhotoAlbumUsers\" is taken already",
                "/roles/0/maxSessionDuration | 900 | $.roles[0].maxSessionDuration | found 900, expected 3600 to 43200",
                "/roles/0/trustPolicy/Version | \"2008-10-17\" | $.roles[0].trustPolicy.Version"
                        + " | expected \"2012-10-17\"",
                "/roles/0/trustPolicy/Statement/0/Effect | \"Maybe\" | $.roles[0].trustPolicy.Statement[0].Effect"
                        + " | expected \"Allow\" or \"Deny\"",
                "/roles/0/policies | {\"Mine\": {\"Version\": \"2012-10-17\"}} | $.roles[0].policies.Mine.Statement"
                        + " | expected at least one statement",
                "/roles/0/policies | {\"my own\": {}} | $.roles[0].policies"
                        + " | found the name \"my own\", expected 1 to 128 letters, digits or characters of _+=,.@-",
                "/identityPools/0/providers/0/userPoolId | \"eu-west-1_B\" | $.identityPools[0].providers[0].userPoolId"
                        + " | there is no user pool \"eu-west-1_B\"",
                "/identityPools/0/providers/0/clientId | \"none\" | $.identityPools[0].providers[0].clientId"
                        + " | user pool eu-west-1_CognitoEE has no client \"none\"",
                "/identityPools/0/providers/0/roleMapping/type | \"Magic\""
                        + " | $.identityPools[0].providers[0].roleMapping.type | unknown value \"Magic\"",
                "/identityPools/0/providers/0/roleMapping/type | \"Rules\""
                        + " | $.identityPools[0].providers[0].roleMapping.rules | type Rules needs at least one rule"
            })
    void oneMistakeIsToldWithItsPlace(String pointer, String value, String path, String problem) throws IOException {
        String json = defaultsWith(pointer, JSON.readTree(value));

        assertThatThrownBy(() -> EmulatorConfig.parse(json))
                .isInstanceOfSatisfying(EmulatorConfigException.class, wrong -> {
                    assertThat(wrong.jsonPath()).isEqualTo(path);
                    assertThat(wrong).hasMessage(path + ": " + problem + " (line 1)");
                });
    }

    @Test
    void twoPoolsOfOneIdAreToldWithTheirPlace() throws IOException {
        JsonNode root = defaults();
        ArrayNode pools = (ArrayNode) root.get("userPools");
        pools.add(pools.get(0));

        assertThatThrownBy(() -> EmulatorConfig.parse(root.toString()))
                .isInstanceOf(EmulatorConfigException.class)
                .hasMessage("$.userPools[1]: the id \"eu-west-1_CognitoEE\" is taken already (line 1)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/userPools | $.userPools",
                "/userPools/0/clients | $.userPools[0].clients",
                "/userPools/0/users/0/username | $.userPools[0].users[0].username",
                "/identityPools/0/providers/0/roleMapping/ambiguousRoleResolution"
                        + " | $.identityPools[0].providers[0].roleMapping.ambiguousRoleResolution"
            })
    void aMissingMemberIsToldWithItsPlace(String pointer, String path) throws IOException {
        JsonNode root = defaults();
        String parent = pointer.substring(0, pointer.lastIndexOf('/'));
        ((ObjectNode) root.at(parent)).remove(pointer.substring(pointer.lastIndexOf('/') + 1));

        assertThatThrownBy(() -> EmulatorConfig.parse(root.toString()))
                .isInstanceOf(EmulatorConfigException.class)
                .hasMessage(path + ": missing (line 1)");
    }

    @Test
    void textThatIsNoJsonIsToldWithItsPlace() {
        assertThatThrownBy(() -> EmulatorConfig.parse("{\n  \"region\": oops\n}"))
                .isInstanceOf(EmulatorConfigException.class)
                .hasMessageStartingWith("$: not JSON: a word where a value is expected; are its quotes missing?")
                .hasMessageEndingWith("line 2, column 13");
    }

    @Test
    void aMemberMayNotBeGivenTwice() {
        assertThatThrownBy(() -> EmulatorConfig.parse("{\"region\": \"eu-west-1\", \"region\": \"eu-west-2\"}"))
                .isInstanceOf(EmulatorConfigException.class)
                .hasMessageContaining("Duplicate field 'region'");
    }

    @Test
    void aFileIsRead(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("config.json");
        Files.writeString(file, defaults().toString());

        assertThat(EmulatorConfig.parse(file)).isEqualTo(EmulatorConfig.defaults());
    }

    @Test
    void aFileThatDoesNotExistIsTold(@TempDir Path directory) {
        Path file = directory.resolve("config.json");

        assertThatThrownBy(() -> EmulatorConfig.parse(file))
                .isInstanceOf(EmulatorConfigException.class)
                .hasMessage("$: there is no file " + file);
    }

    private static String defaultsWith(String pointer, JsonNode value) throws IOException {
        JsonNode root = defaults();
        JsonNode parent = root.at(pointer.substring(0, pointer.lastIndexOf('/')));
        String last = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
        return root.toString();
    }

    private static JsonNode defaults() throws IOException {
        try (InputStream in = EmulatorConfig.class.getResourceAsStream("default-config.json")) {
            return JSON.readTree(in);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"region\": Hunter2Secret}",
                "{\"accessKeys\": [\"Hunter2Secret\"]}",
                "{\"accessKeys\": \"Hunter2Secret\"}",
                "{\"userPools\": [{\"users\": [{\"password\": {\"is\": \"Hunter2Secret\"}}]}]}"
            })
    void noMessageQuotesWhatMayBeASecret(String json) {
        assertThatThrownBy(() -> EmulatorConfig.parse(json))
                .isInstanceOf(EmulatorConfigException.class)
                .hasMessageNotContaining("Hunter2Secret");
    }

    @Test
    void aValueOfTheWrongTypeIsToldWithTheRightOne() {
        assertThatThrownBy(() -> EmulatorConfig.parse("{\"accessKeys\": [\"key\"]}"))
                .hasMessageStartingWith("$.accessKeys[0]: expected an object");
        assertThatThrownBy(() -> EmulatorConfig.parse("{\"accessKeys\": \"key\"}"))
                .hasMessageStartingWith("$.accessKeys: expected an array");
    }
}
