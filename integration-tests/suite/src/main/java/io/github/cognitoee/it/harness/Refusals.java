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

    /** Fails if the application answers at this context root, or if one of the messages is not logged. */
    public void assertRefused(String name, String contextRoot, List<String> messages) throws IOException {
        String before = ServerLog.read();

        boolean refused = isRefused(name);
        try {
            String after = ServerLog.readOnce(log ->
                    messages.stream().allMatch(message -> occurrences(message, log) > occurrences(message, before)));
            assertThat(messages).allSatisfy(message -> assertThat(occurrences(message, after))
                    .as("refused: %s; times that the log says: %s", refused, message)
                    .isGreaterThan(occurrences(message, before)));
            assertThat(Call.to(address(contextRoot), Wars.SIGN_OF_LIFE).get().status())
                    .as("answer of " + name)
                    .isEqualTo(404);
        } finally {
            if (!refused) { // Payara calls a WAR deployed too whose start failed in an initializer
                deployer.undeploy(name);
            }
        }
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
