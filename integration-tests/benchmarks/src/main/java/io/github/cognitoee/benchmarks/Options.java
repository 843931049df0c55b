package io.github.cognitoee.benchmarks;

import java.nio.file.Path;
import java.util.Set;

/**
 * What the build hands over as system properties.
 *
 * @param quick whether to measure just long enough to see that everything works
 * @param parts which parts to run
 * @param directory where everything is written
 * @param wildFly the unpacked distribution
 * @param warLibraries the library's jars, as a WAR carries them
 */
public record Options(boolean quick, Set<String> parts, Path directory, Path wildFly, Path warLibraries) {

    static Options ofSystemProperties() {
        return new Options(
                Boolean.getBoolean("bench.quick"),
                Set.of(required("bench.parts").split(",")),
                Path.of(required("bench.directory")),
                Path.of(required("bench.wildfly")),
                Path.of(required("bench.war-libs")).normalize());
    }

    /** The one or the other number, for a quick or a real run. */
    public int choose(int quickly, int properly) {
        return quick ? quickly : properly;
    }

    /** Payara Micro's jar. */
    public Path payaraMicro() {
        return directory.resolve("jars/payara-micro.jar");
    }

    /** Amazon Corretto Crypto Provider's jar, which is on no class path unless put there. */
    public Path accp() {
        return directory.resolve("jars/accp.jar");
    }

    private static String required(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("system property " + property + " is not set; run mvn -Pbench verify");
        }
        return value;
    }
}
