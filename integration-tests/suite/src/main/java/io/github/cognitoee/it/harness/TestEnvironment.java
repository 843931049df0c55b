package io.github.cognitoee.it.harness;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Prepares the test JVM before Arquillian reads arquillian.xml, which takes these system properties: {@code
 * cognito.test.endpoint}, where the emulator listens; {@code cognito.test.wildfly-port-offset} and {@code
 * cognito.test.wildfly-management-port}, which keep WildFly off ports in use.
 */
public final class TestEnvironment implements LauncherSessionListener {

    private static final int WILDFLY_MANAGEMENT_PORT = 9990;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        int offset = FreePorts.offset(8080, 8443, WILDFLY_MANAGEMENT_PORT);
        set("cognito.test.wildfly-port-offset", offset);
        set("cognito.test.wildfly-management-port", WILDFLY_MANAGEMENT_PORT + offset);
        set("cognito.test.endpoint", Cognito.start());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Cognito.stop();
    }

    private static void set(String property, Object value) {
        System.setProperty(property, value.toString());
    }
}
