package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.internal.config.ConfigSource;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;

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
        } catch (LinkageError | ServiceConfigurationError | RuntimeException e) {
            LOG.log(Level.DEBUG, "no MicroProfile Config here: {0}", e.toString());
        }
        sources.addAll(ConfigSource.ofSystem());
        return List.copyOf(sources);
    }
}
