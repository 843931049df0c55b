package io.github.cognitoee.it.harness;

import java.util.Locale;
import java.util.Optional;

/** The servers that run the suite, each in the module of its name. */
public enum Server {
    PAYARA_MICRO,
    PAYARA_SERVER,
    WILDFLY,
    WILDFLY_PREVIEW,
    OPEN_LIBERTY,
    OPEN_LIBERTY_MP_JWT,
    GLASSFISH_7,
    GLASSFISH_8,
    TOMCAT;

    /** The one under test: the system property {@code cognito.test.server}; none where the suite lends its WARs only. */
    public static Optional<Server> underTest() {
        return Optional.of(System.getProperty("cognito.test.server", ""))
                .filter(module -> !module.isEmpty())
                .map(Server::ofModule);
    }

    private static Server ofModule(String module) {
        return valueOf(module.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
