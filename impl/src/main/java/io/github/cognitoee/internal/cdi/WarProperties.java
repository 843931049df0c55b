package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.internal.config.ConfigSource;
import io.github.cognitoee.internal.config.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A {@code META-INF/microprofile-config.properties} of the application, on servers without MicroProfile Config, which would
 * read it: the same WAR is configured the same everywhere. Nothing but plain values is understood.
 *
 * @param ordinal where it stands among all sources, as its {@code config_ordinal} says
 */
record WarProperties(int ordinal, Properties values) implements ConfigSource {

    static final String FILE = "META-INF/microprofile-config.properties";
    private static final String DEFAULT_ORDINAL = "100";
    private static final String ORIGIN = "microprofile-config.properties";

    /**
     * All that the class loader finds.
     *
     * @throws NumberFormatException when a {@code config_ordinal} is no whole number
     */
    static List<WarProperties> in(ClassLoader application) throws IOException {
        List<WarProperties> found = new ArrayList<>();
        for (URL file : Collections.list(application.getResources(FILE))) {
            found.add(read(file));
        }
        return found;
    }

    private static WarProperties read(URL file) throws IOException {
        Properties values = new Properties();
        URLConnection connection = file.openConnection();
        connection.setUseCaches(false); // a cached jar would stay open beyond the application
        try (InputStream in = connection.getInputStream()) {
            values.load(in);
        }
        return new WarProperties(Integer.parseInt(values.getProperty("config_ordinal", DEFAULT_ORDINAL)), values);
    }

    @Override
    public Optional<ConfigValue> find(String key) {
        String text = values.getProperty(key);
        if (text != null && text.contains("${")) {
            throw Problem.WRONG_VALUE.exception(key + " in " + FILE + " holds an expression, which takes MicroProfile"
                    + " Config, and this server has none for the application; write the value itself");
        }
        return ConfigValue.of(text, ORIGIN);
    }

    @Override
    public Optional<ConfigValue> findRaw(String key) {
        return ConfigValue.of(values.getProperty(key), ORIGIN);
    }

    @Override
    public Set<String> names() {
        return values.stringPropertyNames().stream()
                .filter(ConfigSource::concernsUs)
                .collect(Collectors.toUnmodifiableSet());
    }
}
