package io.github.cognitoee.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.SharedCache;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SharedCacheReaderTest {

    private static final String PREFIX = "cognito.identity-pool.shared-cache.";
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @CognitoIdentityPoolDefinition
    private static final class Plain {}

    @CognitoIdentityPoolDefinition(shared = @SharedCache(name = "cognito", keys = "${cache.keys}", uri = "cluster"))
    private static final class Said {}

    @CognitoIdentityPoolDefinition(shared = @SharedCache(name = "cognito", keys = "hunter2"))
    private static final class Literal {}

    @Test
    void nothingIsSharedUnlessItIsSaid() {
        assertThat(read(Plain.class, Map.of())).isEmpty();
        assertThat(read(Plain.class, Map.of("keys", KEY))).isEmpty();
    }

    @Test
    void membersAreRead() {
        SharedCacheConfig config = read(Said.class, Map.of()).orElseThrow();

        assertThat(config.name()).isEqualTo("cognito");
        assertThat(config.loginsName()).isEqualTo("cognito.logins");
        assertThat(config.keys()).hasSize(1);
        assertThat(config.uri()).contains(URI.create("cluster"));
        assertThat(config.toString()).doesNotContain(KEY);
    }

    @Test
    void keysOfTheConfigurationWin() {
        SharedCacheConfig config = read(
                        Said.class,
                        Map.of("name", "other", "keys", KEY + "," + KEY.replace('A', 'B'), "uri", "elsewhere"))
                .orElseThrow();

        assertThat(config.name()).isEqualTo("other");
        assertThat(config.keys()).hasSize(2);
        assertThat(config.uri()).contains(URI.create("elsewhere"));
    }

    @Test
    void credentialsAreNotSharedInClear() {
        assertThatThrownBy(() -> read(Plain.class, Map.of("name", "cognito")))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: cognito.identity-pool.shared-cache.keys is missing, and credentials are shared"
                        + " encrypted only; expected 32 bytes in Base64, the same on all nodes, as `openssl rand"
                        + " -base64 32` makes them");
    }

    @Test
    void aKeyOfAnotherLengthIsRefusedAndNotShown() {
        assertThatThrownBy(() -> read(Plain.class, Map.of("name", "cognito", "keys", "c2hvcnQ=")))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: cognito.identity-pool.shared-cache.keys (from test) cannot be taken: a key has 5"
                        + " bytes; expected 32 bytes in Base64 each, as `openssl rand -base64 32` makes them");
    }

    @Test
    void aKeyInTheSourceCodeIsRefusedAndNotShown() {
        assertThatThrownBy(() -> read(Literal.class, Map.of()))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessageContaining(
                        "cognito.identity-pool.shared-cache.keys (from annotation) is a secret in the" + " source code")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void whatIsNoUriIsRefused() {
        assertThatThrownBy(() -> read(Said.class, Map.of("uri", "a b")))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: cognito.identity-pool.shared-cache.uri (from test) is 'a b', expected a URI such"
                        + " as that of the provider's configuration");
    }

    @Test
    void whereThereIsNoJCacheTheDeploymentIsToldSo() {
        assertThatThrownBy(() -> read(Said.class, Map.of(), name -> !name.equals("javax.cache.Caching")))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: cognito.identity-pool.shared-cache.name (from annotation) is 'cognito', but"
                        + " neither the server nor the WAR has JCache (javax.cache:cache-api); add a provider of it to"
                        + " the WAR, or remove the key");
    }

    private static Optional<SharedCacheConfig> read(Class<?> annotated, Map<String, String> keys) {
        return read(annotated, keys, name -> true);
    }

    private static Optional<SharedCacheConfig> read(
            Class<?> annotated, Map<String, String> keys, Predicate<String> classes) {
        Map<String, String> all = new HashMap<>();
        keys.forEach((key, value) -> all.put(PREFIX + key, value));
        ConfigReader reader = new ConfigReader(List.of(ConfigSource.of("test", all)));
        return new SharedCacheReader(reader, new AnnotatedReader(reader, Map.of("${cache.keys}", KEY)::get), classes)
                .read(annotated
                        .getAnnotation(CognitoIdentityPoolDefinition.class)
                        .shared());
    }
}
