package io.github.cognitoee.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.AfterSignIn;
import io.github.cognitoee.ClassicFlow;
import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.DeveloperIdentities;
import io.github.cognitoee.GuestIdentity;
import io.github.cognitoee.Guests;
import io.github.cognitoee.IdentityPoolFlow;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityPoolReaderTest {

    private static final String POOL = "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001";

    @CognitoIdentityPoolDefinition(id = POOL)
    private static final class Plain {}

    @CognitoIdentityPoolDefinition(
            id = POOL,
            checkRolesExpression = "${roles.check}",
            guests = @Guests(identity = GuestIdentity.PER_SESSION, afterSignInExpression = "${guests.after}"))
    private static final class Said {}

    @CognitoIdentityPoolDefinition(
            id = POOL,
            flow = IdentityPoolFlow.CLASSIC,
            classic = @ClassicFlow(policy = PolicyOfOwn.POLICY))
    private static final class PolicyOfOwn {

        static final String POLICY = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                + "\"Action\":\"s3:GetObject\","
                + "\"Resource\":\"arn:aws:s3:::photos/${cognito-identity.amazonaws.com:sub}/*\"}]}";
    }

    @CognitoIdentityPoolDefinition(
            id = POOL,
            developer = @DeveloperIdentities(provider = "login.example.app", principalTags = "name=username"))
    private static final class Vouching {}

    @Test
    void aDefinitionThatSaysNothingHasTheDefaults() {
        assertThat(read(Plain.class, Map.of()))
                .isEqualTo(IdentityPoolConfig.of(POOL, new Region("eu-west-1")).build());
    }

    @Test
    void membersAreReadExpressionsIncluded() {
        IdentityPoolConfig config = read(Said.class, Map.of());

        assertThat(config.checkRoles()).isFalse();
        assertThat(config.guests()).isEqualTo(new GuestsConfig(GuestIdentity.PER_SESSION, AfterSignIn.LINK, 5));
        assertThat(config.guests().areLinked()).isTrue();
    }

    @Test
    void keysWinOverMembers() {
        IdentityPoolConfig config = read(
                Said.class,
                Map.of(
                        "cognito.identity-pool.check-roles", "true",
                        "cognito.identity-pool.guests.identity", "PER_NODE",
                        "cognito.identity-pool.guests.after-sign-in", "DROP",
                        "cognito.identity-pool.new-identities-per-second", "100"));

        assertThat(config.checkRoles()).isTrue();
        assertThat(config.guests()).isEqualTo(new GuestsConfig(GuestIdentity.PER_NODE, AfterSignIn.DROP, 5));
        assertThat(config.newIdentitiesPerSecond()).isEqualTo(100);
    }

    @Test
    void stsIsWhereTheIdentityPoolIsUnlessItHasAnAddressOfItsOwn() {
        assertThat(read(Plain.class, Map.of("cognito.identity-pool.endpoint", "http://127.0.0.1:1"))
                        .stsEndpoint())
                .contains(URI.create("http://127.0.0.1:1"));
        assertThat(read(Plain.class, Map.of("cognito.endpoint", "http://127.0.0.1:2"))
                        .stsEndpoint())
                .contains(URI.create("http://127.0.0.1:2"));
        assertThat(read(
                                Plain.class,
                                Map.of(
                                        "cognito.endpoint", "http://127.0.0.1:2",
                                        "cognito.identity-pool.sts-endpoint", "http://127.0.0.1:3"))
                        .stsEndpoint())
                .contains(URI.create("http://127.0.0.1:3"));
    }

    @Test
    void theClassicFlowIsReadWithAllThatBelongsToIt() {
        assertThat(read(
                                Plain.class,
                                Map.of(
                                        "cognito.identity-pool.flow", "CLASSIC",
                                        "cognito.identity-pool.classic.role",
                                                "arn:aws:iam::123456789012:role/a/Reports",
                                        "cognito.identity-pool.classic.guest-role",
                                                "arn:aws:iam::123456789012:role/Guests",
                                        "cognito.identity-pool.classic.duration", "PT15M",
                                        "cognito.identity-pool.classic.policy", "{}"))
                        .classic())
                .contains(new ClassicConfig(
                        Optional.of("arn:aws:iam::123456789012:role/a/Reports"),
                        Optional.of("arn:aws:iam::123456789012:role/Guests"),
                        Duration.ofMinutes(15),
                        Optional.of("{}")));
    }

    /** IAM's variables look like expressions. */
    @Test
    void aSessionPolicyIsTakenAsItIsWritten() {
        Optional<String> policy = Optional.of(PolicyOfOwn.POLICY);

        assertThat(read(PolicyOfOwn.class, Map.of()).classic())
                .map(ClassicConfig::policy)
                .contains(policy);
        assertThat(read(
                                Plain.class,
                                Map.of(
                                        "cognito.identity-pool.flow",
                                        "CLASSIC",
                                        "cognito.identity-pool.classic.policy",
                                        PolicyOfOwn.POLICY))
                        .classic())
                .map(ClassicConfig::policy)
                .contains(policy);
    }

    @Test
    void whatIsForTheClassicFlowIsRefusedInTheEnhancedOne() {
        assertThatThrownBy(() -> read(Plain.class, Map.of("cognito.identity-pool.classic.policy", "{}")))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage(
                        "COG-0001: cognito.identity-pool.classic.policy (from test) is for the classic flow; remove it,"
                                + " or set cognito.identity-pool.flow=CLASSIC");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "role | Reports | is 'Reports', expected the ARN of a role such as"
                        + " arn:aws:iam::123456789012:role/Reports",
                "guest-role | arn:aws:iam::1:role/A | is 'arn:aws:iam::1:role/A', expected the ARN of a role such as"
                        + " arn:aws:iam::123456789012:role/Reports",
                "duration | PT14M | is 'PT14M', expected a duration from PT15M to PT12H",
                "duration | PT13H | is 'PT13H', expected a duration from PT15M to PT12H",
                "duration | 900 | is '900', expected a duration from PT15M to PT12H",
                "policy | allow | is no session policy; expected a JSON object of at most 2048 characters, in which no"
                        + " expression is evaluated: ${...} is a variable of IAM"
            })
    void aWrongValueOfTheClassicFlowIsTold(String key, String value, String problem) {
        assertThatThrownBy(() -> read(
                        Plain.class,
                        Map.of("cognito.identity-pool.flow", "CLASSIC", "cognito.identity-pool.classic." + key, value)))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: cognito.identity-pool.classic." + key + " (from test) " + problem);
    }

    @Test
    void developerIdentitiesAreReadWithTheClaimsThatBecomeTags() {
        assertThat(read(
                                Plain.class,
                                Map.of(
                                        "cognito.identity-pool.developer.provider", "login.example.app",
                                        "cognito.identity-pool.developer.token-duration", "PT24H",
                                        "cognito.identity-pool.developer.principal-tags",
                                                "username, tenant=custom:tenant",
                                        "cognito.identity-pool.developer.tokens-per-second", "100",
                                        "cognito.identity-pool.developer.calls-per-second", "10"))
                        .developer())
                .contains(new DeveloperConfig(
                        "login.example.app",
                        Duration.ofHours(24),
                        Map.of("username", "username", "tenant", "custom:tenant"),
                        new DeveloperRates(100, 10)));
    }

    @Test
    void developerIdentitiesOfTheDefinitionAreRead() {
        assertThat(read(Vouching.class, Map.of()).developer())
                .contains(new DeveloperConfig(
                        "login.example.app",
                        Duration.ofMinutes(15),
                        Map.of("name", "username"),
                        new DeveloperRates(50, 5)));
    }

    @Test
    void whatIsForDeveloperIdentitiesIsRefusedWithoutAProvider() {
        assertThatThrownBy(
                        () -> read(Plain.class, Map.of("cognito.identity-pool.developer.principal-tags", "username")))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: cognito.identity-pool.developer.principal-tags (from test) is for"
                        + " developer-authenticated identities; remove it, or set"
                        + " cognito.identity-pool.developer.provider");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provider | login example | is 'login example', expected the DeveloperProviderName of the identity"
                        + " pool: at most 128 letters, digits, and . _ -",
                "token-duration | PT0S | is 'PT0S', expected a duration from PT1S to PT24H",
                "token-duration | PT25H | is 'PT25H', expected a duration from PT1S to PT24H",
                "token-duration | 900 | is '900', expected a duration from PT1S to PT24H",
                "principal-tags | =username | holds '=username', expected the name of a claim, or tag=claim",
                "principal-tags | tenant= | holds 'tenant=', expected the name of a claim, or tag=claim",
                "principal-tags | a=b, a=c | names the tag 'a' twice"
            })
    void aWrongValueOfDeveloperIdentitiesIsTold(String key, String value, String problem) {
        Map<String, String> keys =
                new HashMap<>(Map.of("cognito.identity-pool.developer.provider", "login.example.app"));
        keys.put("cognito.identity-pool.developer." + key, value);

        assertThatThrownBy(() -> read(Plain.class, keys))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: cognito.identity-pool.developer." + key + " (from test) " + problem);
    }

    @Test
    void soAreTheirRates() {
        assertThatThrownBy(() -> read(Plain.class, Map.of("cognito.identity-pool.developer.tokens-per-second", "10")))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: cognito.identity-pool.developer.tokens-per-second (from test) is for"
                        + " developer-authenticated identities; remove it, or set"
                        + " cognito.identity-pool.developer.provider");
    }

    @Test
    void anIdentityThatAllGuestsShareCannotBeLinked() {
        assertThatThrownBy(() -> read(Said.class, Map.of("cognito.identity-pool.guests.identity", "PER_NODE")))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage(
                        "COG-0001: cognito.identity-pool.guests.after-sign-in (from expression in the annotation) is"
                                + " LINK, but all guests share one identity, which nobody can take along; expected DROP,"
                                + " or cognito.identity-pool.guests.identity=PER_SESSION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1000000"})
    void aRateThatIsNoneIsRefused(String rate) {
        assertThatThrownBy(() -> read(Plain.class, Map.of("cognito.identity-pool.new-identities-per-second", rate)))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: cognito.identity-pool.new-identities-per-second (from test) is '" + rate
                        + "', expected a number of calls from 1 to 999999");
    }

    private static IdentityPoolConfig read(Class<?> annotated, Map<String, String> keys) {
        Map<String, String> all = new HashMap<>(keys);
        all.put("cognito.allow-endpoint-override", "true");
        ConfigReader reader = new ConfigReader(List.of(ConfigSource.of("test", all)));
        Map<String, Object> beans = Map.of("${roles.check}", false, "${guests.after}", AfterSignIn.LINK);
        return new IdentityPoolReader(reader, new AnnotatedReader(reader, beans::get), new EndpointOverride(reader))
                .read(Optional.of(annotated.getAnnotation(CognitoIdentityPoolDefinition.class)))
                .orElseThrow();
    }
}
