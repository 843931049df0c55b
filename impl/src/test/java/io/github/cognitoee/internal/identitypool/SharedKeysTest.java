package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.config.ClassicConfig;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SharedKeysTest {

    private static final String POOL = "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001";
    private static final CredentialsKey KEY =
            new CredentialsKey(POOL, "issuer", "subject", "client", Optional.of("role"), "digest");

    /** Also what is added to the key one day. */
    @Test
    void eachPartOfTheKeyMakesAnotherName() throws ReflectiveOperationException {
        Set<String> names = new HashSet<>();
        names.add(keys(config -> config).of(KEY, "generation"));
        RecordComponent[] parts = CredentialsKey.class.getRecordComponents();
        for (int i = 0; i < parts.length; i++) {
            Object[] values = new Object[parts.length];
            Class<?>[] types = new Class<?>[parts.length];
            for (int j = 0; j < parts.length; j++) {
                Object value = parts[j].getAccessor().invoke(KEY);
                types[j] = parts[j].getType();
                values[j] = i == j ? another(value) : value;
            }
            names.add(keys(config -> config)
                    .of(CredentialsKey.class.getDeclaredConstructor(types).newInstance(values), "generation"));
        }

        assertThat(names).hasSize(parts.length + 1);
    }

    private static Object another(Object value) {
        return value instanceof Optional<?> ? Optional.empty() : value + "2";
    }

    @Test
    void anotherGenerationIsAnotherName() {
        assertThat(keys(config -> config).of(KEY, "1"))
                .isNotEqualTo(keys(config -> config).of(KEY, "2"));
    }

    @Test
    void whatTheApplicationSetsMakesOtherNames() {
        List<UnaryOperator<IdentityPoolConfig.Builder>> settings = List.of(
                config -> config,
                config -> config.endpoint(Optional.of(URI.create("http://127.0.0.1:1"))),
                config -> config.stsEndpoint(Optional.of(URI.create("http://127.0.0.1:1"))),
                config -> config.loginsKey(Optional.of("key")),
                config -> config.checkRoles(false),
                config -> classic(config, "role", "{}", 1),
                config -> classic(config, "role", "{\"a\":1}", 1),
                config -> classic(config, "other", "{}", 1),
                config -> classic(config, "role", "{}", 2));
        Set<String> names = new HashSet<>();
        Set<String> logins = new HashSet<>();
        settings.forEach(setting -> {
            names.add(keys(setting).of(KEY, "generation"));
            logins.add(keys(setting).of(KEY.login()));
        });

        assertThat(names).hasSameSizeAs(settings);
        assertThat(logins).hasSameSizeAs(settings);
    }

    @Test
    void partsDoNotRunIntoEachOther() {
        assertThat(keys(config -> config).of(new CredentialsKey.LoginKey(POOL, "ab", "c")))
                .isNotEqualTo(keys(config -> config).of(new CredentialsKey.LoginKey(POOL, "a", "bc")));
    }

    private static IdentityPoolConfig.Builder classic(
            IdentityPoolConfig.Builder config, String role, String policy, int hours) {
        return config.classic(Optional.of(
                new ClassicConfig(Optional.of(role), Optional.empty(), Duration.ofHours(hours), Optional.of(policy))));
    }

    private static SharedKeys keys(UnaryOperator<IdentityPoolConfig.Builder> settings) {
        return new SharedKeys(settings.apply(IdentityPoolConfig.of(POOL, new Region("eu-west-1")))
                .build());
    }
}
