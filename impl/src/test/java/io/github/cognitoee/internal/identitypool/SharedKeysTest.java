package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.config.ClassicConfig;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.identitypool.CredentialsKey.LinkedUser;
import io.github.cognitoee.internal.identitypool.CredentialsKey.LoginKey;
import io.github.cognitoee.internal.identitypool.CredentialsKey.PersonKey;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SharedKeysTest {

    private static final String POOL = "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001";
    private static final PersonKey PERSON = new PersonKey(POOL, "issuer", "subject");
    private static final LoginKey LOGIN = new LoginKey(PERSON, Set.of(new LinkedUser("provider", "user")));
    private static final CredentialsKey KEY = keyOf(LOGIN);

    /** Also what is added to the key one day; but for the dossier, which is this node's alone. */
    @Test
    void eachPartOfTheKeyMakesAnotherName() throws ReflectiveOperationException {
        Set<String> names = new HashSet<>();
        names.add(name(KEY));
        for (CredentialsKey changed : oneOfEachChanged(KEY, Dossier.class, LoginKey.class)) {
            names.add(name(changed));
        }
        for (LoginKey login : oneOfEachChanged(LOGIN, PersonKey.class)) {
            names.add(name(keyOf(login)));
        }
        for (PersonKey person : oneOfEachChanged(PERSON)) {
            names.add(name(keyOf(new LoginKey(person, LOGIN.linked()))));
        }

        int parts = CredentialsKey.class.getRecordComponents().length
                - 2
                + LoginKey.class.getRecordComponents().length
                - 1
                + PersonKey.class.getRecordComponents().length;
        assertThat(names).hasSize(parts + 1);
    }

    private static CredentialsKey keyOf(LoginKey login) {
        return new CredentialsKey(
                new Dossier(login.person()), login, "client", "sign-in", Optional.of("role"), "digest");
    }

    private static String name(CredentialsKey key) {
        return keys(config -> config).of(key, "generation");
    }

    private static <R extends Record> List<R> oneOfEachChanged(R record, Class<?>... but)
            throws ReflectiveOperationException {
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) record.getClass();
        RecordComponent[] parts = type.getRecordComponents();
        List<R> changed = new ArrayList<>();
        for (RecordComponent part : parts) {
            if (!List.of(but).contains(part.getType())) {
                Object[] values = new Object[parts.length];
                Class<?>[] types = new Class<?>[parts.length];
                for (int j = 0; j < parts.length; j++) {
                    Object value = parts[j].getAccessor().invoke(record);
                    types[j] = parts[j].getType();
                    values[j] = parts[j].equals(part) ? another(value) : value;
                }
                changed.add(type.getDeclaredConstructor(types).newInstance(values));
            }
        }
        return changed;
    }

    private static Object another(Object value) {
        if (value instanceof Set<?>) {
            return Set.of();
        }
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
    void aPersonIsNamedApartFromTheirLogins() {
        SharedKeys keys = keys(config -> config);
        LoginKey plain = new LoginKey(PERSON, Set.of());

        assertThat(keys.of(LOGIN.person()))
                .isEqualTo(keys.of(plain.person()))
                .isNotEqualTo(keys.of(plain))
                .isNotEqualTo(keys.of(LOGIN));
    }

    @Test
    void eachPartOfAPersonMakesAnotherName() throws ReflectiveOperationException {
        Set<String> names = new HashSet<>();
        names.add(keys(config -> config).of(LOGIN.person()));
        oneOfEachChanged(LOGIN.person())
                .forEach(person -> names.add(keys(config -> config).of(person)));

        assertThat(names).hasSize(PersonKey.class.getRecordComponents().length + 1);
    }

    @Test
    void partsDoNotRunIntoEachOther() {
        assertThat(keys(config -> config).of(new LoginKey(new PersonKey(POOL, "ab", "c"), Set.of())))
                .isNotEqualTo(keys(config -> config).of(new LoginKey(new PersonKey(POOL, "a", "bc"), Set.of())));
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
