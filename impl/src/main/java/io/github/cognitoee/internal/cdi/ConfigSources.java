package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.internal.config.ConfigSource;
import io.github.cognitoee.internal.config.Problem;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;

/** Where an application's configuration lies on this server, in the order in which it is asked. */
final class ConfigSources {

    private static final System.Logger LOG = System.getLogger(ConfigSources.class.getName());

    private ConfigSources() {}

    /**
     * MicroProfile Config where there is one, then system properties, then environment variables. The class may be
     * missing; or it came with the WAR, and there is no implementation behind it.
     */
    static List<ConfigSource> of(ClassLoader application) {
        List<ConfigSource> sources = new ArrayList<>();
        try {
            sources.add(MicroProfileSource.of(application));
        } catch (LinkageError | ServiceConfigurationError | IllegalStateException e) {
            LOG.log(Level.DEBUG, "no MicroProfile Config here: {0}", e.toString());
        } catch (RuntimeException e) { // there is one, and it may hold restrictions: not to be passed over
            sources.add(new Broken(e.getClass().getName()));
        }
        sources.addAll(ConfigSource.ofSystem());
        return List.copyOf(sources);
    }

    /** Tells whoever reads a value, since at the time of looking for sources servers would not show it. */
    private record Broken(String cause) implements ConfigSource {

        @Override
        public Optional<ConfigValue> find(String key) {
            throw Problem.WRONG_VALUE.exception("MicroProfile Config cannot be read: " + cause);
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }
    }
}
