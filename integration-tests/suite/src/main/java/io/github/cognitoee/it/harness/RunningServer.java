package io.github.cognitoee.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.witness.FiguresServlet;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * One server that runs on while applications come and go, with the witness WAR on it, which tells of its JVM.
 */
public final class RunningServer {

    private final URL witness;
    private final Deployer deployer;

    /**
     * @param witness where the witness is deployed
     * @param deployer of the test, whose other deployments are not managed
     */
    public RunningServer(URL witness, Deployer deployer) {
        this.witness = witness;
        this.deployer = deployer;
    }

    /** The WAR that a test of a running server deploys first. */
    public static WebArchive witness() {
        return ShrinkWrap.create(WebArchive.class, "witness.war").addPackage(FiguresServlet.class.getPackage());
    }

    /** Deploys the test's deployment of this name. */
    public void deploy(String name) {
        deployer.deploy(name);
    }

    public void undeploy(String name) {
        deployer.undeploy(name);
    }

    /** Where the web application of this context root is. */
    public URL application(String contextRoot) {
        try {
            return new URL(witness, "/" + contextRoot + "/");
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** What the server's JVM holds after a full collection, of this application and at all. */
    public Map<String, String> figures(String contextRoot, Class<?> ofTheLibrary) {
        int emulator = URI.create(System.getProperty("cognito.test.endpoint")).getPort();
        Answer answer = Call.to(
                        witness,
                        "figures?kind=" + contextRoot + "&class=" + encoded(ofTheLibrary.getName()) + "&port="
                                + emulator)
                .get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.lines();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
