package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.internal.config.ConfigSource;
import io.github.cognitoee.internal.config.Problem;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.stream.Stream;

/** Where an application's configuration lies on this server, in the order in which it is asked. */
final class ConfigSources {

    private static final System.Logger LOG = System.getLogger(ConfigSources.class.getName());

    private static final int ORDINAL_OF_PROPERTIES = 400;
    private static final int ORDINAL_OF_ENVIRONMENT = 300;

    private ConfigSources() {}

    /**
     * MicroProfile Config where there is one, then system properties, then environment variables. The class may be
     * missing; or it came with the WAR, and there is no implementation behind it. Then the files that it would read are
     * asked as well, in the place that is theirs.
     */
    static List<ConfigSource> of(ClassLoader application) {
        try {
            return inFrontOfSystem(MicroProfileSource.of(application));
        } catch (LinkageError | ServiceConfigurationError | IllegalStateException e) {
            LOG.log(Level.DEBUG, "no MicroProfile Config here: {0}", e.toString());
            return withFiles(application);
        } catch (RuntimeException e) { // there is one, and it may hold restrictions: not to be passed over
            return inFrontOfSystem(new Broken(
                    "MicroProfile Config cannot be read: " + e.getClass().getName()));
        }
    }

    private static List<ConfigSource> inFrontOfSystem(ConfigSource first) {
        List<ConfigSource> sources = new ArrayList<>(ConfigSource.ofSystem());
        sources.add(0, first);
        return List.copyOf(sources);
    }

    private static List<ConfigSource> withFiles(ClassLoader application) {
        try {
            return ordered(WarProperties.in(application));
        } catch (IOException | NumberFormatException e) {
            return inFrontOfSystem(new Broken(WarProperties.FILE + " cannot be read: " + e.getMessage()));
        }
    }

    /** By the ordinals of MicroProfile Config, the highest first. */
    private static List<ConfigSource> ordered(List<WarProperties> files) {
        record Ranked(int ordinal, ConfigSource source) {}
        return Stream.concat(
                        Stream.of(
                                new Ranked(ORDINAL_OF_PROPERTIES, ConfigSource.ofProperties()),
                                new Ranked(ORDINAL_OF_ENVIRONMENT, ConfigSource.ofEnvironment(System.getenv()))),
                        files.stream().map(file -> new Ranked(file.ordinal(), file)))
                .sorted(Comparator.comparingInt(Ranked::ordinal).reversed())
                .map(Ranked::source)
                .toList();
    }

    /** Tells whoever reads a value, since at the time of looking for sources servers would not show it. */
    private record Broken(String message) implements ConfigSource {

        @Override
        public Optional<ConfigValue> find(String key) {
            throw Problem.WRONG_VALUE.exception(message);
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }
    }
}
