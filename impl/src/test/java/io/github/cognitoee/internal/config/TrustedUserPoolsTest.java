package io.github.cognitoee.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.UserPool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrustedUserPoolsTest {

    @CognitoAuthenticationMechanismDefinition(
            userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "web"),
            trustedUserPools = @UserPool(id = "us-east-1_Annotated", clientIds = "theirs"))
    private static class Shop {}

    @CognitoAuthenticationMechanismDefinition(
            userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "web"),
            trustedUserPools = {@UserPool(id = "us-east-1_Good", clientIds = "theirs"), @UserPool(id = "us-east-1_Bad")
            })
    private static class Forgetful {}

    @Test
    void configurationReplacesThoseOfTheAnnotation() {
        List<UserPoolConfig> pools = read(ConfigSource.of(
                "test",
                Map.of(
                        "cognito.trusted-user-pools.partners.id", "us-east-1_Partners1",
                        "cognito.trusted-user-pools.partners.client-ids", "a,b",
                        "cognito.trusted-user-pools.old.id", "us-east-1_Old",
                        "cognito.trusted-user-pools.old.client-ids", "c")));

        assertThat(pools)
                .extracting(UserPoolConfig::id)
                .containsExactly("eu-west-1_AbCdEfGhI", "us-east-1_Old", "us-east-1_Partners1");
        assertThat(pools.get(2).clientIds()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void theEnvironmentCanNameThem() {
        List<UserPoolConfig> pools = read(ConfigSource.ofEnvironment(Map.of(
                "COGNITO_TRUSTED_USER_POOLS_OUR_PARTNERS_ID", "us-east-1_Partners1",
                "COGNITO_TRUSTED_USER_POOLS_OUR_PARTNERS_CLIENT_IDS", "a")));

        assertThat(pools).extracting(UserPoolConfig::id).containsExactly("eu-west-1_AbCdEfGhI", "us-east-1_Partners1");
    }

    @Test
    void onePoolMayBeSpreadOverSources() {
        List<UserPoolConfig> pools = read(
                ConfigSource.ofEnvironment(Map.of("COGNITO_TRUSTED_USER_POOLS_OURPARTNERS_CLIENT_IDS", "a")),
                ConfigSource.of("test", Map.of("cognito.trusted-user-pools.ourPartners.id", "us-east-1_Partners1")));

        assertThat(pools).hasSize(2);
        assertThat(pools.get(1).clientIds()).containsExactly("a");
    }

    @Test
    void eachNeedsItsClients() {
        assertThatThrownBy(() -> read(ConfigSource.of(
                        "test", Map.of("cognito.trusted-user-pools.partners.id", "us-east-1_Partners1"))))
                .hasMessageStartingWith("COG-0001: cognito.trusted-user-pools.partners.client-ids is missing for user"
                        + " pool us-east-1_Partners1, expected at least one app client id");
    }

    @Test
    void messagesNameThePlaceInTheAnnotation() {
        assertThatThrownBy(() -> read(Forgetful.class))
                .hasMessageStartingWith(
                        "COG-0001: trustedUserPools[1].clientIds is missing for user pool us-east-1_Bad,"
                                + " expected at least one app client id");
    }

    private static List<UserPoolConfig> read(ConfigSource... sources) {
        return read(Shop.class, sources);
    }

    private static List<UserPoolConfig> read(Class<?> annotated, ConfigSource... sources) {
        ConfigReader reader = new ConfigReader(List.of(sources));
        AnnotatedReader annotations = new AnnotatedReader(reader, expression -> expression);
        return new UserPoolsReader(reader, annotations, new EndpointOverride(reader))
                .read(annotated.getAnnotation(CognitoAuthenticationMechanismDefinition.class));
    }
}
