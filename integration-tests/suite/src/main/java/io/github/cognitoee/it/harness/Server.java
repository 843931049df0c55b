package io.github.cognitoee.it.harness;

import java.util.Locale;

/** The servers that run the suite, each in the module of its name. */
public enum Server {
    PAYARA_MICRO,
    PAYARA_SERVER,
    WILDFLY,
    WILDFLY_PREVIEW,
    OPEN_LIBERTY,
    OPEN_LIBERTY_MP_JWT,
    GLASSFISH_7,
    GLASSFISH_8;

    /** The one under test: the system property {@code cognito.test.server}. */
    public static Server underTest() {
        return ofModule(System.getProperty("cognito.test.server", ""));
    }

    static Server ofModule(String module) {
        return valueOf(module.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
