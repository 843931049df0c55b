package io.github.cognitoee.internal.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A place outside the application where operations keep values that win over the annotations. */
interface ConfigSource {

    /** What the start-up line and error messages call this place. */
    String name();

    /** The value under a key such as {@code cognito.user-pool.id}; empty where it is absent or blank. */
    Optional<String> find(String key);

    /** System properties, then environment variables: the first that knows a key wins. */
    static List<ConfigSource> ofSystem() {
        return List.of(
                new Lookup("system property", UnaryOperator.identity(), System::getProperty),
                new Lookup("environment variable", ConfigSource::environmentName, System::getenv));
    }

    /** A fixed set of values, for tests. */
    static ConfigSource of(String name, Map<String, String> values) {
        return new Lookup(name, UnaryOperator.identity(), values::get);
    }

    /** {@code cognito.user-pool.id} is {@code COGNITO_USER_POOL_ID}, as MicroProfile Config does it. */
    private static String environmentName(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** A source that is one function away. */
    record Lookup(String name, UnaryOperator<String> naming, NullableLookup lookup) implements ConfigSource {

        @Override
        public Optional<String> find(String key) {
            return Optional.ofNullable(lookup.get(naming.apply(key)))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty());
        }
    }

    /** {@code System::getProperty} and the like: absent is null. */
    @FunctionalInterface
    interface NullableLookup {
        @Nullable
        String get(String key);
    }
}
