package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.control.ControlApplication;
import io.github.cognitoee.it.generations.GenerationListener;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Browser;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.IdentityPools;
import io.github.cognitoee.it.harness.Redeployments;
import io.github.cognitoee.it.harness.Redeployments.Remains;
import io.github.cognitoee.it.harness.RunningServer;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.mechanism.IdleMechanism;
import io.github.cognitoee.it.redeployed.RedeployedApplication;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application is redeployed on a running server again and again, and nothing of the library stays behind. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
class RedeploysIT {

    private static final int ROUNDS = 20;
    private static final int ROUNDS_OF_CONTROLS = 6;

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
        Remains ofOthers = redeployments().remains("redeployed"); // of tests that ran before
        Remains last = redeployments().redeploy(ROUNDS, "redeployed", RedeploysIT::useAll);

        assertThat(last.noted()).isGreaterThanOrEqualTo(ROUNDS);
        last.assertThatThreadsAreGone();
        redeployments().assertThatConnectionsAreClosed("redeployed");
        last.assertThatGenerationsAreGone();
        last.assertThatTheLibraryIsGoneBut(ofOthers);
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
        Remains last = redeployments().redeploy(ROUNDS_OF_CONTROLS, "redeployed-classic", RedeploysIT::useAll);

        last.assertThatThreadsAreGone();
        redeployments().assertThatConnectionsAreClosed("redeployed-classic");
        last.assertThatGenerationsAreGone();
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

    @Deployment(name = "control", managed = false, testable = false)
    static WebArchive control() {
        return Wars.withAwsClientAlone(ControlApplication.class).addPackage(GenerationListener.class.getPackage());
    }

    @Test
    void neitherDoesTheServerKeepApplicationsByItself() throws Exception {
        Remains last = redeployments().redeploy(ROUNDS_OF_CONTROLS, "control", application -> assertThat(
                        Call.to(application, "api/who").get().body())
                .isEqualTo("nobody"));

        last.assertThatGenerationsAreGone();
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
        Remains last = redeployments().redeploy(ROUNDS_OF_CONTROLS, "control-mechanism", application -> assertThat(
                        Call.to(application, "api/who").get().body())
                .isEqualTo("nobody"));

        last.assertThatGenerationsAreGone();
    }

    @Deployment(name = "control-xml", managed = false, testable = false)
    static WebArchive controlWithXml() {
        return Wars.withAwsClientAlone(ControlApplication.class, "control-xml")
                .addPackage(GenerationListener.class.getPackage());
    }

    /** To be had from nobody here; should this fail, the paragraph about it in docs/servers.md can go. */
    @Test
    void clientsOfTheAwsSdkThatReadXmlKeepApplications() throws Exception {
        Remains last = redeployments().redeploy(ROUNDS_OF_CONTROLS, "control-xml", application -> assertThat(
                        Call.to(application, "api/sts").get().body())
                .startsWith("arn:aws:"));

        assertThat(last.alive()).as("%s", last).isGreaterThan(Redeployments.MOST_GENERATIONS);
    }

    private Redeployments redeployments() {
        return new Redeployments(witness, deployer);
    }

    private static String body(URL application, String path, String token) {
        Answer answer = Call.to(application, path).bearer(token).get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
