package io.github.cognitoee.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolesReaderTest {

    @Test
    void aGroupIsNamedInTheKey() {
        RoleMapping mapping = read(ConfigSource.of(
                "test",
                Map.of(
                        "cognito.roles.staff", "clerk, cashier",
                        "cognito.roles.Büro.Nord:1", "clerk",
                        "cognito.scopes-as-roles", "true")));

        assertThat(mapping)
                .isEqualTo(new RoleMapping(
                        Map.of("staff", Set.of("clerk", "cashier"), "Büro.Nord:1", Set.of("clerk")), true));
    }

    @Test
    void theEnvironmentNamesAllGroupsInOneValue() {
        RoleMapping mapping = read(ConfigSource.ofEnvironment(
                Map.of("COGNITO_ROLES", "staff = clerk,cashier; Back\\;Office\\=1 = a\\,b ;")));

        assertThat(mapping.rolesByGroup())
                .isEqualTo(Map.of("staff", Set.of("clerk", "cashier"), "Back;Office=1", Set.of("a,b")));
    }

    @Test
    void theKeyOfAGroupWinsOverTheOneValue() {
        RoleMapping mapping = read(ConfigSource.of(
                "test", Map.of("cognito.roles", "staff=clerk;guests=reader", "cognito.roles.staff", "boss")));

        assertThat(mapping.rolesByGroup()).isEqualTo(Map.of("staff", Set.of("boss"), "guests", Set.of("reader")));
    }

    @Test
    void theEnvironmentWinsOverAKeyThatTheApplicationBrings() {
        RoleMapping mapping = read(
                ConfigSource.ofEnvironment(Map.of("COGNITO_ROLES_STAFF", "boss")),
                ConfigSource.of("test", Map.of("cognito.roles.staff", "clerk")));

        assertThat(mapping.rolesByGroup()).isEqualTo(Map.of("staff", Set.of("boss")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff", "staff=", "=clerk", "staff=a=b"})
    void anEntryHasAGroupAndRoles(String entry) {
        assertThatThrownBy(() -> read(ConfigSource.of("test", Map.of("cognito.roles", "guests=reader;" + entry))))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: cognito.roles (from test) holds '" + entry + "', expected"
                        + " group=role,role;group=role with a backslash before each of ; = , that belongs to a name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aBlankKeyDoesNotLeaveTheGroupItsOwnRole(String roles) {
        assertThatThrownBy(() -> read(ConfigSource.of("test", Map.of("cognito.roles.staff", roles))))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessageStartingWith("COG-0001: cognito.roles.staff")
                .hasMessageEndingWith(" is blank, expected the roles of the group; or remove the key");
    }

    @Test
    void aGroupIsNamedOnce() {
        assertThatThrownBy(() -> read(ConfigSource.of("test", Map.of("cognito.roles", "staff=a;staff=b"))))
                .hasMessage("COG-0001: cognito.roles (from test) names the group 'staff' twice");
    }

    private static RoleMapping read(ConfigSource... sources) {
        return new RolesReader(new ConfigReader(List.of(sources))).read();
    }
}
