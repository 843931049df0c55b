package io.github.cognitoee.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployer;

/** Has WARs deployed that the server is to refuse. */
public final class Refusals {

    private final Deployer deployer;

    /** @param deployer of the test, whose deployments are not managed */
    public Refusals(Deployer deployer) {
        this.deployer = deployer;
    }

    /** Fails if the WAR of this name and context root answers, or if one of the messages is not logged. */
    public void assertRefused(String war, List<String> messages) throws IOException {
        assertRefused(war, war, messages);
    }

    /**
     * Fails if one of the messages is not logged, or not before the first request, or if the application answers at this context
     * root.
     */
    public void assertRefused(String name, String contextRoot, List<String> messages) throws IOException {
        String before = ServerLog.read();
        boolean refused = isRefused(name);
        try {
            String atOnce = logWith(messages, before);
            int status = Call.to(address(contextRoot), Wars.SIGN_OF_LIFE).get().status();

            assertTold("refused: " + refused, messages, before, logWith(messages, before));
            assertThat(status).as("answer of " + name).isEqualTo(404);
            assertTold("before the first request", messages, before, atOnce);
        } finally {
            if (!refused) { // Payara calls a WAR deployed too whose start failed in an initializer
                deployer.undeploy(name);
            }
        }
    }

    private static String logWith(List<String> messages, String before) throws IOException {
        return ServerLog.readOnce(
                log -> messages.stream().allMatch(message -> occurrences(message, log) > occurrences(message, before)));
    }

    private static void assertTold(String when, List<String> messages, String before, String after) {
        assertThat(messages).allSatisfy(message -> assertThat(occurrences(message, after))
                .as("%s; times that the log says: %s", when, message)
                .isGreaterThan(occurrences(message, before)));
    }

    private boolean isRefused(String name) {
        try {
            deployer.deploy(name);
            return false;
        } catch (Exception e) { // of whatever type the adapter throws, as it should
            return true;
        }
    }

    private static URL address(String contextRoot) throws IOException {
        return URI.create("http://127.0.0.1:" + System.getProperty("cognito.test.http-port") + "/" + contextRoot + "/")
                .toURL();
    }

    private static int occurrences(String text, String log) {
        return log.split(Pattern.quote(text), -1).length - 1;
    }
}
