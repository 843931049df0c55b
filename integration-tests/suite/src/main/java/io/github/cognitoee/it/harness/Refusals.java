package io.github.cognitoee.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployer;

/** Has WARs deployed that the server is to refuse. */
public final class Refusals {

    /** Payara calls a WAR deployed too whose start failed in an initializer, and answers 404 for all of it. */
    private static final String FAILED_START = "ContainerBase.addChild: start: ";

    private final Deployer deployer;

    /** @param deployer of the test, whose deployments are not managed */
    public Refusals(Deployer deployer) {
        this.deployer = deployer;
    }

    /** Fails if the WAR is deployed, or if one of the messages is not logged. */
    public void assertRefused(String war, List<String> messages) throws IOException {
        String before = ServerLog.read();

        boolean accepted = deploy(war);

        String after = ServerLog.readOnce(
                log -> messages.stream().allMatch(message -> occurrences(message, log) > occurrences(message, before)));
        assertThat(messages).allSatisfy(message -> assertThat(occurrences(message, after))
                .as("refused: %s; times that the log says: %s", !accepted, message)
                .isGreaterThan(occurrences(message, before)));
        if (accepted) {
            assertThat(occurrences(FAILED_START, after))
                    .as("applications that did not start; the server deployed " + war + " without complaint")
                    .isGreaterThan(occurrences(FAILED_START, before));
        }
    }

    /** Whether it was. */
    private boolean deploy(String war) {
        try {
            deployer.deploy(war);
        } catch (Exception e) { // of whatever type the adapter throws, as it should
            return false;
        }
        deployer.undeploy(war);
        return true;
    }

    private static int occurrences(String text, String log) {
        return log.split(Pattern.quote(text), -1).length - 1;
    }
}
