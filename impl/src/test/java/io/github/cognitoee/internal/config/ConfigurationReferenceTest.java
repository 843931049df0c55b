package io.github.cognitoee.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.ManagedLogin;
import io.github.cognitoee.Proof;
import io.github.cognitoee.UserPool;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationReferenceTest {

    @CognitoAuthenticationMechanismDefinition(
            userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "web"),
            accepts = {Proof.BEARER, Proof.BASIC, Proof.MANAGED_LOGIN, Proof.FORM},
            managedLogin = @ManagedLogin(domain = "shop"))
    @CognitoIdentityPoolDefinition(id = "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001")
    private static class Shop {}

    @Test
    void theDocumentSaysWhatTheCodeSays() throws IOException {
        StringBuilder text = new StringBuilder(GeneratedDocument.head("Configuration reference", Keys.class))
                .append(
                        "All keys, by what they belong to. [Configuration](configuration.md) says where they are looked up."
                                + " A list is comma-separated.\n");
        for (Feature feature : Feature.values()) {
            text.append("\n## ")
                    .append(feature.title())
                    .append(
                            "\n\n| key, environment variable | type | annotation member | default | meaning |\n|---|---|---|---|---|\n");
            Keys.all().stream()
                    .filter(key -> key.feature() == feature)
                    .map(ConfigurationReferenceTest::row)
                    .forEach(text::append);
        }

        GeneratedDocument.check("configuration-reference.md", text.toString());
    }

    private static String row(Key key) {
        String variable = key == Keys.ROLES_OF_GROUP ? "" : "<br>`" + key.environmentName() + "`";
        return "| `%s`%s | %s%s | %s | %s | %s |\n"
                .formatted(
                        key.name(),
                        variable,
                        key.type(),
                        key.secret() ? ", secret" : "",
                        key.member().isEmpty() ? "" : "`" + key.member() + "`",
                        key.fallback(),
                        key.meaning());
    }

    static List<Key> keys() {
        return Keys.all();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyIsDescribedInFull(Key key) {
        assertThat(key.name()).matches("cognito\\.[a-z<>.-]+");
        assertThat(key.type()).isNotBlank();
        assertThat(key.meaning()).isNotBlank().doesNotEndWith(".").doesNotContain("|");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void theMemberOfAKeyExists(Key key) throws NoSuchMethodException {
        if (key.member().isEmpty()) {
            return;
        }
        Class<?> type = CognitoAuthenticationMechanismDefinition.class;
        for (String part : key.member().replace("[]", "").split("\\.")) {
            if (part.startsWith("@")) {
                assertThat(part).isEqualTo("@" + CognitoIdentityPoolDefinition.class.getSimpleName());
                type = CognitoIdentityPoolDefinition.class;
            } else {
                Class<?> returned = type.getMethod(part).getReturnType();
                type = returned.isArray() ? returned.getComponentType() : returned;
            }
        }
    }

    @Test
    void everyKeyIsReadAndNoOther() {
        Set<String> asked = new TreeSet<>();
        SettingsReader reader = new SettingsReader(List.of(recording(asked)));

        reader.enabled();
        reader.read(
                "Shop",
                Shop.class.getAnnotation(CognitoAuthenticationMechanismDefinition.class),
                Optional.of(Shop.class.getAnnotation(CognitoIdentityPoolDefinition.class)),
                expression -> expression);

        assertThat(asked)
                .isEqualTo(Keys.all().stream()
                        .map(key -> key.isFamily() ? key.named("partners").name() : key.name())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Knows one member of each family, so that the families are read. */
    private static ConfigSource recording(Set<String> asked) {
        ConfigSource members = ConfigSource.of(
                "test",
                Map.of(
                        "cognito.trusted-user-pools.partners.id", "us-east-1_Partners1",
                        "cognito.trusted-user-pools.partners.client-ids", "theirs",
                        "cognito.roles.partners", "guest"));
        return new ConfigSource() {
            @Override
            public Optional<ConfigValue> find(String key) {
                asked.add(key);
                return members.find(key);
            }

            @Override
            public Set<String> names() {
                return members.names();
            }
        };
    }

    @Test
    void noTwoKeysHaveOneName() {
        assertThat(Keys.all()).extracting(Key::name).doesNotHaveDuplicates();
        assertThat(Keys.all()).extracting(Key::environmentName).doesNotHaveDuplicates();
    }

    @Test
    void everyConstantIsDeclared() {
        long constants = Arrays.stream(Keys.class.getDeclaredFields())
                .filter(field -> field.getType() == Key.class)
                .count();
        assertThat(Keys.all()).hasSize((int) constants);
    }

    @Test
    void everyMemberThatIsNoTextHasAnExpressionTwinButForTheQualifiersThatComeBeforeAnyBean() {
        Stream.of(CognitoAuthenticationMechanismDefinition.class, CognitoIdentityPoolDefinition.class, UserPool.class)
                .flatMap(annotation -> Stream.of(annotation.getDeclaredMethods()))
                .filter(member -> member.getReturnType() != String.class
                        && !member.getName().equals("qualifiers"))
                .filter(member -> !member.getReturnType().isAnnotation())
                .filter(member -> !(member.getReturnType().isArray()
                        && member.getReturnType().getComponentType().isAnnotation()))
                .forEach(member -> assertThat(member.getDeclaringClass().getDeclaredMethods())
                        .extracting("name")
                        .contains(member.getName() + "Expression"));
    }
}
