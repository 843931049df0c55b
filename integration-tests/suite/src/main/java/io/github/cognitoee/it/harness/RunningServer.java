package io.github.cognitoee.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.witness.FiguresServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * One server that runs on while applications come and go, with the witness WAR on it, which tells of its JVM.
 */
public final class RunningServer {

    /** Messages of the library, of CDI, and of Open Liberty's security; two of CDI are no complaints. */
    private static final Pattern NUMBERED =
            Pattern.compile("\\b(COG-\\d{4}|WELD-(?!000411|000900)\\d{6}|CWWKS\\d{4}E)\\b");

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

    /** Deploys the test's deployment of this name; the failure of a server that does not names what its log says. */
    public void deploy(String name) {
        try {
            deploy(name, ServerLog.read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deploy(String name, String before) throws IOException {
        try {
            deployer.deploy(name);
        } catch (Exception refused) { // of whatever type the adapter throws
            String after = ServerLog.readOnce(log -> !numbersSince(before, log).isEmpty());
            throw new AssertionError(
                    "not deployed: " + name + "; the log says " + numbersSince(before, after), refused);
        }
    }

    private static Set<String> numbersSince(String before, String after) {
        Map<String, Long> earlier = numbers(before);
        Map<String, Long> all = numbers(after);
        all.entrySet().removeIf(number -> number.getValue() <= earlier.getOrDefault(number.getKey(), 0L));
        return all.keySet();
    }

    /** How often each is there. */
    private static Map<String, Long> numbers(String log) {
        return NUMBERED.matcher(log)
                .results()
                .collect(Collectors.groupingBy(MatchResult::group, TreeMap::new, Collectors.counting()));
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
