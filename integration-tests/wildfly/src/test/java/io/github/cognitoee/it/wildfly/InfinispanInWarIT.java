package io.github.cognitoee.it.wildfly;

import io.github.cognitoee.it.harness.RunningServer;
import io.github.cognitoee.it.infinispan.InfinispanCaches;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** With Infinispan and JGroups in the WAR. */
class InfinispanInWarIT extends SharedByTwoNodes {

    private static final String PROVIDER = "infinispan";

    /** Of Infinispan, JGroups and RxJava. */
    private static final String THREADS = "^(((expiration|(non-)?blocking|timeout|async)-thread-)"
            + "|jgroups-|Connection.Receiver|NioServer|TcpServer|TQ-Bundler|Timer runner|Rx)";

    InfinispanInWarIT() {
        super(PROVIDER, Pattern.compile(THREADS));
    }

    @Deployment(name = "witness", testable = false)
    static WebArchive witness() {
        return RunningServer.witness();
    }

    @Deployment(name = ONE, managed = false, testable = false)
    static WebArchive one() {
        return node(PROVIDER, ONE, InfinispanCaches.class);
    }

    @Deployment(name = OTHER, managed = false, testable = false)
    static WebArchive other() {
        return node(PROVIDER, OTHER, InfinispanCaches.class);
    }
}
