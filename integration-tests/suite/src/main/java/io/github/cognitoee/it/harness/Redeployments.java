package io.github.cognitoee.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.BearerTokens;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jboss.arquillian.container.test.api.Deployer;

/**
 * Has applications come and go on a running server, and looks at what they leave there. What was seen in each round is in
 * {@code target/redeploys.txt}.
 */
public final class Redeployments {

    /** The last one, which a server may hold until its next request or deployment, and one to spare. */
    public static final int MOST_GENERATIONS = 2;

    private static final int PATIENCE_SECONDS = 60;

    private final RunningServer server;

    /**
     * @param witness where the {@linkplain RunningServer#witness() witness} is deployed
     * @param deployer of the test, whose other deployments are not managed
     */
    public Redeployments(URL witness, Deployer deployer) {
        this.server = new RunningServer(witness, deployer);
    }

    /**
     * Deploys an application, uses it and undeploys it, again and again.
     *
     * @param name of the test's deployment, and its context root
     * @return what is left after the last round
     */
    public Remains redeploy(int rounds, String name, Consumer<URL> use) throws IOException {
        Path report = Path.of(System.getProperty("cognito.test.target"), "redeploys.txt");
        Remains remains = remains(name);
        for (int round = 1; round <= rounds; round++) {
            server.deploy(name);
            use.accept(server.application(name));
            server.undeploy(name);
            remains = remains(name);
            String line = name + " " + round + " " + new TreeMap<>(remains.figures) + "\n";
            Files.writeString(report, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return remains;
    }

    /** What is left now of the application of this name, and of the library whatever the application. */
    public Remains remains(String name) {
        return new Remains(server.figures(name, BearerTokens.class));
    }

    /** The JDK keeps a connection for a moment, in case that somebody wants it. */
    public void assertThatConnectionsAreClosed(String name) throws InterruptedException {
        Remains remains = remains(name);
        for (int second = 0; second < PATIENCE_SECONDS && remains.isConnected(); second++) {
            Thread.sleep(1_000);
            remains = remains(name);
        }
        assertThat(remains.isConnected()).as("%s", remains.figures).isFalse();
    }

    /** What an application has left on a server, as the witness counts it. */
    public static final class Remains {

        private final Map<String, String> figures;

        private Remains(Map<String, String> figures) {
            this.figures = figures;
        }

        /** How many of the application there were. */
        public int noted() {
            return figure("noted");
        }

        /** How many of them there still are. */
        public int alive() {
            return figure("alive");
        }

        public void assertThatThreadsAreGone() {
            assertThat(figures).containsEntry("libraryThreads", "0").containsEntry("heldByThreads", "[]");
        }

        public void assertThatGenerationsAreGone() {
            assertThat(alive()).as("generations left: %s", figures).isLessThanOrEqualTo(MOST_GENERATIONS);
        }

        /** @param before what was left of applications that ran before */
        public void assertThatTheLibraryIsGoneBut(Remains before) {
            assertThat(figure("libraryAlive"))
                    .as("%s", figures)
                    .isLessThanOrEqualTo(before.figure("libraryAlive") + MOST_GENERATIONS);
        }

        private boolean isConnected() {
            return figure("connections") > 0;
        }

        private int figure(String name) {
            return Integer.parseInt(figures.get(name));
        }

        @Override
        public String toString() {
            return figures.toString();
        }
    }
}
