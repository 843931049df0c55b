package io.github.cognitoee.it.wildfly;

import io.github.cognitoee.it.harness.RunningServer;
import io.github.cognitoee.it.hazelcast.HazelcastCaches;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;

/** With a member of Hazelcast in the WAR. */
@Tag("long")
class HazelcastInWarIT extends SharedByTwoNodes {

    private static final String PROVIDER = "hazelcast";

    HazelcastInWarIT() {
        super(PROVIDER, Pattern.compile("^hz\\."));
    }

    @Deployment(name = "witness", testable = false)
    static WebArchive witness() {
        return RunningServer.witness();
    }

    @Deployment(name = ONE, managed = false, testable = false)
    static WebArchive one() {
        return node(PROVIDER, ONE, HazelcastCaches.class);
    }

    @Deployment(name = OTHER, managed = false, testable = false)
    static WebArchive other() {
        return node(PROVIDER, OTHER, HazelcastCaches.class);
    }
}
