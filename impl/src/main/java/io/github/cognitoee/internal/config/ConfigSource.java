package io.github.cognitoee.internal.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A place outside the annotations where operations keep values that win over them. */
public interface ConfigSource {

    /** The value under a key such as {@code cognito.user-pool.id}; empty where it is absent or blank. */
    Optional<ConfigValue> find(String key);

    /**
     * The same, with nothing in it replaced: of a value in which what looks like an expression is meant for somebody else.
     */
    default Optional<ConfigValue> findRaw(String key) {
        return find(key);
    }

    /**
     * The names that this source holds and that may be meant for the library, as they are written there: {@code
     * cognito.user-pool.id} or {@code COGNITO_USER_POOL_ID}.
     */
    Set<String> names();

    /** System properties, then environment variables: the first that knows a key wins. */
    static List<ConfigSource> ofSystem() {
        return List.of(ofProperties(), ofEnvironment(System.getenv()));
    }

    static ConfigSource ofProperties() {
        return new Lookup("system property", UnaryOperator.identity(), System::getProperty, () -> System.getProperties()
                .stringPropertyNames());
    }

    static ConfigSource ofEnvironment(Map<String, String> variables) {
        return new Lookup("environment variable", ConfigSource::variable, variables::get, variables::keySet);
    }

    /** {@code cognito.user-pool.id} is {@code COGNITO_USER_POOL_ID}, as MicroProfile Config does it. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** A fixed set of values, for tests. */
    static ConfigSource of(String name, Map<String, String> values) {
        return new Lookup(name, UnaryOperator.identity(), values::get, values::keySet);
    }

    /** Whether a name may be meant for the library. */
    static boolean concernsUs(String name) {
        return name.startsWith(Key.PREFIX) || name.startsWith(variable(Key.PREFIX));
    }

    /**
     * A value, and where it came from.
     *
     * @param text not blank
     * @param origin what the start-up line and error messages call that place
     */
    record ConfigValue(String text, String origin) {

        /** @return empty where the text is absent or blank */
        public static Optional<ConfigValue> of(@Nullable String text, String origin) {
            return Optional.ofNullable(text)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .map(value -> new ConfigValue(value, origin));
        }

        /** Without the text, which may be secret. */
        @Override
        public String toString() {
            return "value from " + origin;
        }
    }

    /** A source that is one function away. */
    record Lookup(String origin, UnaryOperator<String> naming, NullableLookup lookup, Supplier<Set<String>> allNames)
            implements ConfigSource {

        @Override
        public Optional<ConfigValue> find(String key) {
            return ConfigValue.of(lookup.get(naming.apply(key)), origin);
        }

        @Override
        public Set<String> names() {
            return allNames.get().stream().filter(ConfigSource::concernsUs).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** {@code System::getProperty} and the like: absent is null. */
    @FunctionalInterface
    interface NullableLookup {
        @Nullable
        String get(String key);
    }
}
