package io.github.cognitoee.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.UserPool;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    private static final String IDENTITY_POOL = "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001";

    @CognitoAuthenticationMechanismDefinition(
            userPool =
                    @UserPool(
                            id = "eu-west-1_AbCdEfGhI",
                            clientIds = {"web", "mobile"}))
    @CognitoIdentityPoolDefinition(id = IDENTITY_POOL)
    private static class Shop {}

    @CognitoAuthenticationMechanismDefinition
    private static class Bare {}

    @CognitoAuthenticationMechanismDefinition(
            userPool = @UserPool(id = "eu-west-1_AbCdEfGhI", clientIds = "web"),
            trustedUserPools = @UserPool(id = "us-east-1_Partners1", clientIds = "theirs"))
    private static class TwoPools {}

    @Test
    void theAnnotationAloneIsEnough() {
        CognitoSettings settings = read(Shop.class, Map.of());

        UserPoolConfig pool = settings.verification().userPools().get(0);
        assertThat(pool.issuers())
                .containsExactlyInAnyOrder(
                        "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI",
                        "https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI");
        assertThat(pool.keys())
                .isEqualTo(published(
                        "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI" + "/.well-known/jwks.json"));
        assertThat(pool.clientIds()).containsExactlyInAnyOrder("web", "mobile");
        assertThat(settings.verification().bearerTokens()).isEqualTo(BearerTokens.ACCESS);
        assertThat(settings.verification().clockSkew()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.identityPool()).hasValueSatisfying(identityPool -> {
            assertThat(identityPool.id()).isEqualTo(IDENTITY_POOL);
            assertThat(identityPool.region()).isEqualTo(new Region("eu-west-1"));
            assertThat(identityPool.endpoint()).isEmpty();
        });
    }

    @Test
    void operationsWinOverTheAnnotation() {
        CognitoSettings settings = read(
                Shop.class,
                Map.of(
                        "cognito.user-pool.id", "us-east-1_Other",
                        "cognito.user-pool.client-ids", " one , two ",
                        "cognito.bearer-tokens", "any",
                        "cognito.declared-roles", "auditors",
                        "cognito.clock-skew", "PT5S"));

        UserPoolConfig pool = settings.verification().userPools().get(0);
        assertThat(pool.id()).isEqualTo("us-east-1_Other");
        assertThat(pool.clientIds()).containsExactlyInAnyOrder("one", "two");
        assertThat(settings.verification().bearerTokens()).isEqualTo(BearerTokens.ANY);
        assertThat(settings.declaredRoles()).containsExactly("auditors");
        assertThat(settings.verification().clockSkew()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void theFirstSourceThatKnowsAKeyWins() {
        SettingsReader reader = new SettingsReader(List.of(
                ConfigSource.of("system property", Map.of("cognito.user-pool.client-ids", "from-property")),
                ConfigSource.of("environment variable", Map.of("cognito.user-pool.client-ids", "from-environment"))));

        assertThat(read(reader, Shop.class).verification().userPools().get(0).clientIds())
                .containsExactly("from-property");
    }

    @Test
    void anEndpointReplacesTheAddressAndLeavesTheIssuer() {
        CognitoSettings settings = read(
                Shop.class,
                Map.of(
                        "cognito.endpoint", "http://127.0.0.1:9339/",
                        "cognito.identity-pool.endpoint", "http://localhost:9340",
                        "cognito.allow-endpoint-override", "true"));

        UserPoolConfig pool = settings.verification().userPools().get(0);
        assertThat(pool.keys()).isEqualTo(published("http://127.0.0.1:9339/eu-west-1_AbCdEfGhI/.well-known/jwks.json"));
        assertThat(pool.issuers())
                .containsExactlyInAnyOrder(
                        "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI",
                        "https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI");
        assertThat(settings.identityPool().orElseThrow().endpoint()).contains(URI.create("http://localhost:9340"));
    }

    @Test
    void trustedUserPoolsAreReadBesideTheFirst() {
        assertThat(read(TwoPools.class, Map.of()).verification().userPools())
                .extracting(UserPoolConfig::id)
                .containsExactly("eu-west-1_AbCdEfGhI", "us-east-1_Partners1");
    }

    @Test
    void anIdentityPoolMayBeNamedByConfigurationAlone() {
        CognitoSettings settings = read(
                TwoPools.class,
                Map.of("cognito.identity-pool.id", IDENTITY_POOL, "cognito.identity-pool.logins-key", "other/key"));

        assertThat(settings.identityPool().orElseThrow().loginsKey()).contains("other/key");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "cognito.user-pool.id | nonsense | cognito.user-pool.id (from test) is 'nonsense', expected a"
                        + " region, then '_', as in eu-west-1_AbCdEfGhI",
                "cognito.user-pool.id | eu-west-1_A/B | User pool id 'eu-west-1_A/B' is not of the form <region>_<name>,"
                        + " such as eu-west-1_AbCdEfGhI",
                "cognito.bearer-tokens | SOME | cognito.bearer-tokens (from test) is 'SOME', expected one of"
                        + " [ACCESS, ID, ANY]",
                "cognito.clock-skew | 60 | cognito.clock-skew (from test) is '60', expected a duration such as PT60S",
                "cognito.clock-skew | PT1H | Clock skew PT1H is not between zero and PT5M",
                "cognito.endpoint | http://127.0.0.1:1 | cognito.endpoint (from test) replaces an address of AWS, which"
                        + " is for development only; set cognito.allow-endpoint-override=true if this is meant, or"
                        + " remove it",
                "cognito.user-pool.issuer | https://a.example | cognito.user-pool.issuer (from test) replaces an address"
                        + " of AWS, which is for development only; set cognito.allow-endpoint-override=true if this is"
                        + " meant, or remove it",
                "cognito.identity-pool.id | eu-west-1:XYZ | Identity pool id 'eu-west-1:XYZ' is not of the form"
                        + " <region>:<guid>, such as " + IDENTITY_POOL,
                "cognito.token-cache.size | 64 MB | cognito.token-cache.size (from test) is '64 MB', expected a number of"
                        + " MiB, or 0 for no cache",
                "cognito.user-pool.jwks | no/such/file | cognito.user-pool.jwks (from test) names a file that cannot be"
                        + " read (NoSuchFileException), expected a JSON Web Key Set or the path of one",
                "cognito.region | us-east-1 | cognito.region (from test) is 'us-east-1', but user pool eu-west-1_AbCdEfGhI"
                        + " lies in eu-west-1: one of the two is wrong, or the key can go (the identity pool has a region"
                        + " of its own)",
                "cognito.resource.id | https://api.example.com/#top | cognito.resource.id (from test) cannot be taken:"
                        + " Protected resource 'https://api.example.com/#top' is not an https URL without fragment, nor"
                        + " an http URL on the loopback interface",
                "cognito.resource.id | http://api.example.com | cognito.resource.id (from test) cannot be taken: Protected"
                        + " resource 'http://api.example.com' is not an https URL without fragment, nor an http URL on"
                        + " the loopback interface",
                "cognito.resource.id | a b | cognito.resource.id (from test) is 'a b', expected an https URL such as"
                        + " https://api.example.com/orders",
                "cognito.resource.name | Orders | cognito.resource.name (from test) names a protected resource, but"
                        + " cognito.resource.id is missing",
                "cognito.allow-endpoint-override | yes | cognito.allow-endpoint-override (from test) is 'yes', expected"
                        + " true or false",
            })
    void aWrongValueStopsDeploymentAndSaysWhatWasExpected(String key, String value, String message) {
        assertThatThrownBy(() -> read(Shop.class, Map.of(key, value)))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith("COG-0001: ")
                .hasMessageEndingWith("[definition on " + Shop.class.getName() + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "http://cognito.example.com, plain http is accepted on the loopback interface only",
        "ftp://127.0.0.1, expected an address such as http://127.0.0.1:9339",
        "127.0.0.1:9339, expected an address such as http://127.0.0.1:9339",
    })
    void anEndpointMustBeASafeAddress(String endpoint, String message) {
        Map<String, String> values = new HashMap<>(Map.of("cognito.allow-endpoint-override", "true"));
        values.put("cognito.endpoint", endpoint);

        assertThatThrownBy(() -> read(Shop.class, values)).hasMessageContaining(message);
    }

    @Test
    void aMissingUserPoolIsNamed() {
        assertThatThrownBy(() -> read(Bare.class, Map.of()))
                .hasMessageStartingWith(
                        "COG-0001: cognito.user-pool.id is missing, expected a user pool id such as eu-west-1_AbCdEfGhI");
    }

    @Test
    void aMissingClientIsNeverAnyClient() {
        assertThatThrownBy(() -> read(Bare.class, Map.of("cognito.user-pool.id", "eu-west-1_AbCdEfGhI")))
                .hasMessageStartingWith("COG-0001: cognito.user-pool.client-ids is missing for user pool"
                        + " eu-west-1_AbCdEfGhI, expected at least one app client id");
    }

    @Test
    void theRegionMayBeNamedWhereItIsThatOfThePool() {
        CognitoSettings settings = read(Shop.class, Map.of("cognito.region", "eu-west-1"));

        assertThat(settings.verification().userPools().get(0).region()).isEqualTo(new Region("eu-west-1"));
    }

    @Test
    void aProtectedResourceHasAnIdentifierAndPerhapsAName() {
        assertThat(read(Shop.class, Map.of()).protectedResource()).isEmpty();
        assertThat(read(Shop.class, Map.of("cognito.resource.id", "https://api.example.com/orders"))
                        .protectedResource())
                .contains(new ProtectedResource(URI.create("https://api.example.com/orders"), ""));
        assertThat(read(
                                Shop.class,
                                Map.of(
                                        "cognito.resource.id",
                                        "http://localhost:8080",
                                        "cognito.resource.name",
                                        "Orders"))
                        .protectedResource())
                .contains(new ProtectedResource(URI.create("http://localhost:8080"), "Orders"));
    }

    @Test
    void rolesOfGroupsAreDeclaredBesideTheOthers() {
        CognitoSettings settings =
                read(Shop.class, Map.of("cognito.roles.staff", "clerk, cashier", "cognito.declared-roles", "auditors"));

        assertThat(settings.roles().rolesByGroup()).isEqualTo(Map.of("staff", Set.of("clerk", "cashier")));
        assertThat(settings.declaredRoles()).containsExactlyInAnyOrder("auditors", "clerk", "cashier");
    }

    @Test
    void aMisspeltRestrictionStopsDeploymentInsteadOfHoldingForNobody() {
        assertThatThrownBy(() -> read(Shop.class, Map.of("cognito.required-group", "staff")))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0014: there is no key cognito.required-group; did you mean cognito.required-groups?");
    }

    @Test
    void theLibraryCanBeSwitchedOff() {
        assertThat(new SettingsReader(List.of(ConfigSource.of("test", Map.of("cognito.enabled", "false")))).enabled())
                .isFalse();
        assertThat(new SettingsReader(List.of()).enabled()).isTrue();
    }

    @Test
    void tokensThatWereSeenTakeABoundedPartOfTheHeapUnlessSaid() {
        assertThat(read(Shop.class, Map.of()).tokenCacheBytes())
                .isEqualTo(Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 16));
        assertThat(read(Shop.class, Map.of("cognito.token-cache.size", "0")).tokenCacheBytes())
                .isZero();
        assertThat(read(Shop.class, Map.of("cognito.token-cache.size", "256")).tokenCacheBytes())
                .isEqualTo(256L << 20);
    }

    @Test
    void keysMayBePinnedAsTextOrAsAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("jwks.json"), "{\"keys\":[]}");

        for (String value : List.of("{\"keys\":[]}", file.toString())) {
            CognitoSettings settings = read(Shop.class, Map.of("cognito.user-pool.jwks", value));
            assertThat(settings.verification().userPools().get(0).keys())
                    .isEqualTo(new KeyLocation.Pinned("{\"keys\":[]}"));
        }
    }

    @Test
    void anotherIssuerReplacesThoseOfAws() {
        CognitoSettings settings = read(
                Shop.class,
                Map.of(
                        "cognito.user-pool.issuer", "http://127.0.0.1:9339/pool",
                        "cognito.allow-endpoint-override", "true"));

        assertThat(settings.verification().userPools().get(0).issuers()).containsExactly("http://127.0.0.1:9339/pool");
    }

    @Test
    void thePoolOfAnotherIssuerMayNameNoRegionWhereTheRegionIsConfigured() {
        UserPoolConfig pool = read(
                        Shop.class,
                        emulated(Map.of("cognito.user-pool.id", "local_3yhHiKoP", "cognito.region", "eu-west-1")))
                .verification()
                .userPools()
                .get(0);

        assertThat(pool.id()).isEqualTo("local_3yhHiKoP");
        assertThat(pool.region()).isEqualTo(new Region("eu-west-1"));
        assertThat(pool.issuers()).containsExactly("http://127.0.0.1:9229/local_3yhHiKoP");
        assertThat(pool.keys()).isEqualTo(published("http://127.0.0.1:9229/local_3yhHiKoP/.well-known/jwks.json"));
    }

    @Test
    void withoutARegionThatPoolIsRefused() {
        assertThatThrownBy(() -> read(Shop.class, emulated(Map.of("cognito.user-pool.id", "local_3yhHiKoP"))))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessageStartingWith(
                        "COG-0001: cognito.user-pool.id (from test) is 'local_3yhHiKoP', which begins with no region;"
                                + " set cognito.region to the one to assume, as cognito.user-pool.issuer names another than AWS");
    }

    @Test
    void theRegionOfThatPoolMustBeOne() {
        assertThatThrownBy(() -> read(
                        Shop.class, emulated(Map.of("cognito.user-pool.id", "local_3y", "cognito.region", "local"))))
                .hasMessageStartingWith(
                        "COG-0001: cognito.region (from test) is 'local', expected an AWS region such as eu-west-1");
    }

    @Test
    void thePoolOfAwsMustNameItsRegionWhateverIsConfigured() {
        assertThatThrownBy(() -> read(
                        Shop.class, Map.of("cognito.user-pool.id", "local_3yhHiKoP", "cognito.region", "eu-west-1")))
                .hasMessageStartingWith(
                        "COG-0001: cognito.user-pool.id (from test) is 'local_3yhHiKoP', expected a region");
    }

    @Test
    void anotherIssuerDoesNotExcuseAWrongRegion() {
        assertThatThrownBy(() -> read(Shop.class, emulated(Map.of("cognito.region", "us-east-1"))))
                .hasMessageContaining("is 'us-east-1', but user pool eu-west-1_AbCdEfGhI lies in eu-west-1");
    }

    /** These values, and a server in the place of AWS. */
    private static Map<String, String> emulated(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("cognito.endpoint", "http://127.0.0.1:9229");
        all.put("cognito.user-pool.issuer", "http://127.0.0.1:9229/local_3yhHiKoP");
        all.put("cognito.allow-endpoint-override", "true");
        return all;
    }

    private static KeyLocation published(String address) {
        return new KeyLocation.Published(URI.create(address));
    }

    private static CognitoSettings read(Class<?> annotated, Map<String, String> values) {
        return read(new SettingsReader(List.of(ConfigSource.of("test", values))), annotated);
    }

    private static CognitoSettings read(SettingsReader reader, Class<?> annotated) {
        return reader.read(
                annotated.getName(),
                annotated.getAnnotation(CognitoAuthenticationMechanismDefinition.class),
                Optional.ofNullable(annotated.getAnnotation(CognitoIdentityPoolDefinition.class)),
                expression -> {
                    throw new AssertionError(expression);
                });
    }
}
