package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.it.control.ControlApplication;
import io.github.cognitoee.it.generations.GenerationListener;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Browser;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.IdentityPools;
import io.github.cognitoee.it.harness.RunningServer;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.mechanism.IdleMechanism;
import io.github.cognitoee.it.redeployed.RedeployedApplication;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An application is redeployed on a running server again and again, and nothing of the library stays behind. What was seen in
 * each round is in {@code target/redeploys.txt}.
 */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
class RedeploysIT {

    private static final int ROUNDS = 20;
    private static final int ROUNDS_OF_CONTROLS = 6;

    /** The last one, which a server may hold until its next request or deployment, and one to spare. */
    private static final int MOST_GENERATIONS = 2;

    private static final int PATIENCE_SECONDS = 60;

    private static final String MEMBERS = "arn:aws:iam::123456789012:role/Members";
    private static final String VISITORS = "arn:aws:iam::123456789012:role/Visitors";

    @ArquillianResource
    @OperateOnDeployment("witness")
    private URL witness;

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "witness", testable = false)
    static WebArchive witness() {
        return RunningServer.witness();
    }

    @Deployment(name = "redeployed", managed = false, testable = false)
    static WebArchive redeployed() {
        return Wars.of(RedeployedApplication.class).addPackage(GenerationListener.class.getPackage());
    }

    @Test
    void nothingOfTheLibraryStaysBehind() throws Exception {
        int ofOthers = libraryAlive(server().figures("redeployed", BearerTokens.class)); // of tests that ran before
        Map<String, String> last = redeploy(ROUNDS, "redeployed", RedeploysIT::useAll);

        assertThat(Integer.parseInt(last.get("noted"))).isGreaterThanOrEqualTo(ROUNDS);
        assertThatThreadsAreGone(last);
        assertThatConnectionsAreClosed("redeployed");
        assertThatGenerationsAreGone(last);
        assertThat(libraryAlive(last)).as("%s", last).isLessThanOrEqualTo(ofOthers + MOST_GENERATIONS);
    }

    @Deployment(name = "redeployed-classic", managed = false, testable = false)
    static WebArchive redeployedInClassicFlow() {
        return Wars.of(
                        "redeployed-classic",
                        Map.of(
                                "cognito.identity-pool.flow", "CLASSIC",
                                "cognito.identity-pool.classic.role", MEMBERS,
                                "cognito.identity-pool.classic.guest-role", VISITORS))
                .addPackage(RedeployedApplication.class.getPackage())
                .addPackage(GenerationListener.class.getPackage());
    }

    /** There it is STS that issues credentials. */
    @Test
    void norDoesAnythingOfTheClassicFlow() throws Exception {
        Map<String, String> last = redeploy(ROUNDS_OF_CONTROLS, "redeployed-classic", RedeploysIT::useAll);

        assertThatThreadsAreGone(last);
        assertThatConnectionsAreClosed("redeployed-classic");
        assertThatGenerationsAreGone(last);
    }

    private static void useAll(URL application) {
        assertThat(Call.to(application, "api/who").get().status()).isEqualTo(401);
        assertThat(body(application, "api/who", Cognito.alice().accessToken())).isEqualTo("alice");
        assertThat(body(application, "api/credentials", Cognito.alice().idToken()))
                .startsWith("ASIA");
        assertThat(body(application, "api/role", Cognito.alice().idToken())).isEqualTo(MEMBERS);
        assertThat(IdentityPools.issued(Call.to(application, "api/guest").get().body())
                        .roleArn())
                .isEqualTo(VISITORS);
        Browser browser = new Browser();
        browser.open(URI.create("http://localhost:" + application.getPort() + application.getPath() + "members/"));
        browser.submit("j_username", "alice", "j_password", "Alice-Passw0rd");
        assertThat(browser.answer().lines()).containsEntry("caller", "alice").containsEntry("role", MEMBERS);
    }

    private static void assertThatThreadsAreGone(Map<String, String> figures) {
        assertThat(figures).containsEntry("libraryThreads", "0").containsEntry("heldByThreads", "[]");
    }

    private static void assertThatGenerationsAreGone(Map<String, String> figures) {
        assertThat(Integer.parseInt(figures.get("alive")))
                .as("generations left: %s", figures)
                .isLessThanOrEqualTo(MOST_GENERATIONS);
    }

    /** How often the server has the library loaded, for whatever application. */
    private static int libraryAlive(Map<String, String> figures) {
        return Integer.parseInt(figures.get("libraryAlive"));
    }

    /** The JDK keeps a connection for a moment, in case that somebody wants it. */
    private void assertThatConnectionsAreClosed(String name) throws InterruptedException {
        Map<String, String> figures = server().figures(name, BearerTokens.class);
        for (int second = 0; second < PATIENCE_SECONDS && isConnected(figures); second++) {
            Thread.sleep(1_000);
            figures = server().figures(name, BearerTokens.class);
        }
        assertThat(isConnected(figures)).as("%s", figures).isFalse();
    }

    private static boolean isConnected(Map<String, String> figures) {
        return Integer.parseInt(figures.get("connections")) > 0;
    }

    @Deployment(name = "control", managed = false, testable = false)
    static WebArchive control() {
        return Wars.withAwsClientAlone(ControlApplication.class).addPackage(GenerationListener.class.getPackage());
    }

    @Test
    void neitherDoesTheServerKeepApplicationsByItself() throws Exception {
        Map<String, String> last = redeploy(ROUNDS_OF_CONTROLS, "control", application -> assertThat(
                        Call.to(application, "api/who").get().body())
                .isEqualTo("nobody"));

        assertThatGenerationsAreGone(last);
    }

    @Deployment(name = "control-mechanism", managed = false, testable = false)
    static WebArchive controlWithMechanism() {
        return Wars.withAwsClientAlone(ControlApplication.class, "control-mechanism")
                .addPackage(GenerationListener.class.getPackage())
                .addClass(IdleMechanism.class);
    }

    /** Tells whose doing it is where applications with the library are kept. */
    @Test
    void norThoseThatHaveAMechanismOfTheirOwn() throws Exception {
        Map<String, String> last = redeploy(ROUNDS_OF_CONTROLS, "control-mechanism", application -> assertThat(
                        Call.to(application, "api/who").get().body())
                .isEqualTo("nobody"));

        assertThatGenerationsAreGone(last);
    }

    @Deployment(name = "control-xml", managed = false, testable = false)
    static WebArchive controlWithXml() {
        return Wars.withAwsClientAlone(ControlApplication.class, "control-xml")
                .addPackage(GenerationListener.class.getPackage());
    }

    /** To be had from nobody here; should this fail, the paragraph about it in docs/servers.md can go. */
    @Test
    void clientsOfTheAwsSdkThatReadXmlKeepApplications() throws Exception {
        Map<String, String> last = redeploy(ROUNDS_OF_CONTROLS, "control-xml", application -> assertThat(
                        Call.to(application, "api/sts").get().body())
                .startsWith("arn:aws:"));

        assertThat(Integer.parseInt(last.get("alive"))).as("%s", last).isGreaterThan(MOST_GENERATIONS);
    }

    /** @return what was seen after the last round */
    private Map<String, String> redeploy(int rounds, String name, Consumer<URL> use) throws IOException {
        Path report = Path.of(System.getProperty("cognito.test.target"), "redeploys.txt");
        Map<String, String> seen = Map.of();
        for (int round = 1; round <= rounds; round++) {
            server().deploy(name);
            use.accept(server().application(name));
            server().undeploy(name);
            seen = server().figures(name, BearerTokens.class);
            String line = name + " " + round + " " + new TreeMap<>(seen) + "\n";
            Files.writeString(report, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return seen;
    }

    private RunningServer server() {
        return new RunningServer(witness, deployer);
    }

    private static String body(URL application, String path, String token) {
        Answer answer = Call.to(application, path).bearer(token).get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
