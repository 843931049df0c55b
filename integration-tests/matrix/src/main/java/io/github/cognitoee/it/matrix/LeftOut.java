package io.github.cognitoee.it.matrix;

import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Classes of the suite that some servers rightly have no report of. */
enum LeftOut {
    ALL_BUT_SERVLETS((testClass, server) -> server.startsWith("Tomcat")),
    JAKARTA_EE_10((testClass, server) -> testClass.equals("OneMechanismIT") && hasJakartaEe11(server)),
    JAKARTA_EE_11((testClass, server) -> testClass.equals("SeveralMechanismsIT") && !hasJakartaEe11(server)),
    DATA_GRID((testClass, server) -> testClass.equals("SharedCacheIT") && !server.startsWith("Payara Micro")),
    JCACHE_IN_THE_WAR((testClass, server) ->
            testClass.endsWith("InWarIT") && (!server.startsWith("WildFly") || hasJakartaEe11(server)));

    private final BiPredicate<String, String> isMeant;

    LeftOut(BiPredicate<String, String> isMeant) {
        this.isMeant = isMeant;
    }

    static boolean isRight(String testClass, String server) {
        return Stream.of(values()).anyMatch(known -> known.isMeant.test(testClass, server));
    }

    private static boolean hasJakartaEe11(String server) {
        return server.startsWith("GlassFish 8") || server.startsWith("WildFly Preview");
    }
}
