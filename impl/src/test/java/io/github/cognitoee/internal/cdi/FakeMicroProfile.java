package io.github.cognitoee.internal.cdi;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** MicroProfile Config as a server has it, for one class loader. */
final class FakeMicroProfile extends ConfigProviderResolver implements Config {

    static final String UNREADABLE = "${no.such.key}";

    private final ClassLoader application;
    private final List<ConfigSource> sources;

    FakeMicroProfile(ClassLoader application, Map<String, Map<String, String>> values) {
        this.application = application;
        this.sources = values.entrySet().stream()
                .<ConfigSource>map(entry -> new Source(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public Config getConfig(ClassLoader loader) {
        if (loader != application) {
            throw new IllegalStateException("no configuration for " + loader);
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("as where a source of the application is broken");
        }
        return this;
    }

    @Override
    public ConfigValue getConfigValue(String name) {
        ConfigSource source = sources.stream()
                .filter(candidate -> candidate.getPropertyNames().contains(name))
                .findFirst()
                .orElse(null);
        String value = source == null ? null : source.getValue(name);
        if (UNREADABLE.equals(value)) {
            throw new NoSuchElementException(value);
        }
        return new Value(name, expanded(value), value, source == null ? null : source.getName());
    }

    /** As a server does it that knows no property of such a name: the default is what follows the colon. */
    private static String expanded(String value) {
        return value == null ? null : value.replaceAll("\\$\\{[^:}]*:([^}]*)}", "$1");
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return sources;
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return sources.stream()
                .flatMap(source -> source.getPropertyNames().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Config getConfig() {
        throw new IllegalStateException("asked for the configuration of a thread that may have no class loader");
    }

    @Override
    public <T> T getValue(String name, Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ConfigBuilder getBuilder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void registerConfig(Config config, ClassLoader loader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void releaseConfig(Config config) {
        throw new UnsupportedOperationException();
    }

    private record Source(String name, Map<String, String> values) implements ConfigSource {

        @Override
        public Set<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public String getValue(String key) {
            return values.get(key);
        }

        @Override
        public String getName() {
            return name;
        }
    }

    private record Value(String name, String value, String raw, String source) implements ConfigValue {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getValue() {
            return value;
        }

        @Override
        public String getRawValue() {
            return raw;
        }

        @Override
        public String getSourceName() {
            return source;
        }

        @Override
        public int getSourceOrdinal() {
            return ConfigSource.DEFAULT_ORDINAL;
        }
    }
}
