package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.internal.config.ConfigSource;
import io.github.cognitoee.internal.config.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * MicroProfile Config, which includes system properties, environment variables and the application's own {@code
 * META-INF/microprofile-config.properties}. Loaded only where a server has it; see {@link ConfigSources}.
 */
final class MicroProfileSource implements ConfigSource {

    private final Config config;

    private MicroProfileSource(Config config) {
        this.config = config;
    }

    /** That of the application which this class loader belongs to: later threads may have no class loader of their own. */
    static ConfigSource of(ClassLoader application) {
        return new MicroProfileSource(ConfigProvider.getConfig(application));
    }

    @Override
    public Optional<ConfigValue> find(String key) {
        return find(key, org.eclipse.microprofile.config.ConfigValue::getValue);
    }

    @Override
    public Optional<ConfigValue> findRaw(String key) {
        return find(key, org.eclipse.microprofile.config.ConfigValue::getRawValue);
    }

    private Optional<ConfigValue> find(
            String key, Function<org.eclipse.microprofile.config.ConfigValue, @Nullable String> text) {
        try {
            org.eclipse.microprofile.config.ConfigValue value = config.getConfigValue(key);
            return ConfigValue.of(text.apply(value), "MicroProfile Config (" + value.getSourceName() + ")");
        } catch (RuntimeException e) { // its message may hold the value
            throw Problem.WRONG_VALUE.exception(key + " cannot be read from MicroProfile Config: "
                    + e.getClass().getName());
        }
    }

    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        config.getConfigSources().forEach(source -> {
            Set<String> written = source.getPropertyNames();
            written.stream()
                    .filter(ConfigSource::concernsUs)
                    .filter(name -> isWritten(name, written))
                    .forEach(names::add);
        });
        return names;
    }

    /** Some sources list, for an environment variable, also a guess of the key it may stand for. */
    private static boolean isWritten(String name, Set<String> written) {
        String variable = ConfigSource.variable(name);
        return name.equals(variable) || !written.contains(variable);
    }
}
