package io.github.cognitoee.it.harness;

import io.github.cognitoee.emulator.EmulatorConfig.AccessKey;
import java.nio.file.Path;
import java.util.Map;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Prepares the test JVM before Arquillian reads arquillian.xml, which takes these system properties: {@code
 * cognito.test.endpoint}, where the emulator listens; {@code cognito.test.port-offset}, which keeps a server off ports in
 * use, and the ports that result from it.
 */
public final class TestEnvironment implements LauncherSessionListener {

    private static final Map<String, Integer> PORTS = Map.of(
            "http", 8080,
            "https", 8443,
            "glassfish-https", 8181,
            "glassfish-admin", 4848,
            "wildfly-management", 9990,
            "tomcat-jmx", 8089);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        int offset = FreePorts.offset(
                8080, 8443, 8181, 4848, 9990, 8089, 7676, 8686, 3700, 3820, 3920, 6666, 7800, 7801, 7810, 7811, 5701,
                5702);
        set("cognito.test.port-offset", offset);
        PORTS.forEach((name, port) -> set("cognito.test." + name + "-port", port + offset));
        String endpoint = Cognito.start().toString();
        set("cognito.test.endpoint", endpoint);
        String domain = System.getProperty("cognito.test.glassfish-domain");
        if (domain != null) {
            new GlassFishDomain(Path.of(domain))
                    .prepare(
                            offset,
                            Map.of(
                                    "cognito.endpoint",
                                    endpoint,
                                    "cognito.allow-endpoint-override",
                                    "true",
                                    "aws.accessKeyId",
                                    AccessKey.DEFAULT.accessKeyId(),
                                    "aws.secretAccessKey",
                                    AccessKey.DEFAULT.secretAccessKey()));
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Cognito.stop();
    }

    private static void set(String property, Object value) {
        System.setProperty(property, value.toString());
    }
}
