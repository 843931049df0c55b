package io.github.cognitoee.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyCheckTest {

    @ParameterizedTest
    @CsvSource({
        "cognito.user-pool.client-id, cognito.user-pool.client-ids",
        "cognito.userPool.clientIds, cognito.user-pool.client-ids",
        "cognito.client-ids, cognito.user-pool.client-ids",
        "cognito.userpool.id, cognito.user-pool.id",
        "cognito.user.pool.id, cognito.user-pool.id",
        "cognito.required-group, cognito.required-groups",
        "cognito.enable, cognito.enabled",
        "cognito.identity-pool.login-key, cognito.identity-pool.logins-key",
        "cognito.role.staff, cognito.roles.<group>",
        "cognito.trusted-user-pool.partners.id, cognito.trusted-user-pools.<name>.id",
        "cognito.trusted-user-pools.partners.client-id, cognito.trusted-user-pools.<name>.client-ids",
    })
    void aKeyThatIsCloseToOneOfOursIsRefused(String written, String meant) {
        assertThatThrownBy(() -> warnings(written))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0014: there is no key " + written + "; did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cognito.emulator.port", "cognito.shop", "cognito.x"})
    void aKeyThatResemblesNoneIsTold(String written) {
        assertThat(warnings(written))
                .containsExactly("there is no key " + written + ", and none like it; it has no effect");
    }

    @ParameterizedTest
    @CsvSource({
        "COGNITO_USER_POOL_CLIENT_ID, COGNITO_USER_POOL_CLIENT_IDS",
        "COGNITO_CLIENT_ID, COGNITO_MANAGED_LOGIN_CLIENT_ID",
        "COGNITO_USERPOOL_ID, COGNITO_USER_POOL_ID",
    })
    void anEnvironmentVariableThatIsCloseIsTold(String written, String meant) {
        assertThat(warnings(written))
                .containsExactly("environment variable " + written + " has no effect; did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COGNITO_SHOP_NAME", "COGNITO_QUEUE", "COGNITO_TABLE_PREFIX"})
    void anEnvironmentVariableThatResemblesNoneIsAnothers(String written) {
        assertThat(warnings(written)).isEmpty();
    }

    @Test
    void anEnvironmentVariableCannotNameAGroup() {
        assertThat(warnings("COGNITO_ROLES_STAFF"))
                .containsExactly("environment variable COGNITO_ROLES_STAFF has no effect: it cannot say which group is"
                        + " meant, as environment variables have neither lower case nor punctuation; use"
                        + " COGNITO_ROLES='group=role,role;group=role'");
        assertThat(warnings("COGNITO_ROLES_STAFF", "cognito.roles.staff")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cognito.user-pool.id",
                "COGNITO_USER_POOL_ID",
                "cognito.roles",
                "COGNITO_ROLES",
                "cognito.roles.any.thing at all",
                "cognito.trusted-user-pools.partners.id",
                "COGNITO_TRUSTED_USER_POOLS_PARTNERS_ID",
                "COGNITO_TRUSTED_USER_POOLS_PARTNERS_CLIENT_IDS",
            })
    void aKnownNameIsSilent(String name) {
        assertThat(warnings(name)).isEmpty();
    }

    private static List<String> warnings(String... names) {
        List<String> warnings = new ArrayList<>();
        new KeyCheck(Set.of(names), warnings::add).run();
        return warnings;
    }
}
