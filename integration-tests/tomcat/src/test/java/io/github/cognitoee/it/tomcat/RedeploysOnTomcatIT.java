package io.github.cognitoee.it.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.github.cognitoee.it.redeployed.MembersServlet;
import io.github.cognitoee.it.tomcat.control.NobodyServlet;
import io.github.cognitoee.it.tomcat.redeployed.RedeployedDefinition;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code RedeploysIT} asks of servers with REST and EJB: here the application has Servlets, and brings CDI and Soteria. */
@Tag("servlet")
@ExtendWith(ArquillianExtension.class)
class RedeploysOnTomcatIT {

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
        return Wars.of(RedeployedDefinition.class)
                .addClass(MembersServlet.class)
                .addPackage(GenerationListener.class.getPackage());
    }

    @Test
    void nothingOfTheLibraryStaysBehind() throws Exception {
        Remains ofOthers = redeployments().remains("redeployed"); // of tests that ran before
        Remains last = redeployments().redeploy(ROUNDS, "redeployed", RedeploysOnTomcatIT::useAll);

        assertThat(last.noted()).isGreaterThanOrEqualTo(ROUNDS);
        last.assertThatThreadsAreGone();
        redeployments().assertThatConnectionsAreClosed("redeployed");
        last.assertThatGenerationsAreGone();
        last.assertThatTheLibraryIsGoneBut(ofOthers);
    }

    private static void useAll(URL application) {
        assertThat(Call.to(application, "credentials").get().status()).isEqualTo(401);
        Answer credentials = Call.to(application, "credentials")
                .bearer(Cognito.alice().idToken())
                .get();
        assertThat(credentials.lines()).containsEntry("caller", "alice");
        assertThat(IdentityPools.issued(credentials.lines().get("accessKeyId")).roleArn())
                .isEqualTo(MEMBERS);
        assertThat(IdentityPools.issued(Call.to(application, "guest").get().body())
                        .roleArn())
                .isEqualTo(VISITORS);
        Browser browser = new Browser();
        browser.open(URI.create("http://localhost:" + application.getPort() + application.getPath() + "members/"));
        browser.submit("j_username", "alice", "j_password", "Alice-Passw0rd");
        assertThat(browser.answer().lines()).containsEntry("caller", "alice").containsEntry("role", MEMBERS);
    }

    @Deployment(name = "control", managed = false, testable = false)
    static WebArchive control() {
        return Wars.withAwsClientAlone(NobodyServlet.class).addPackage(GenerationListener.class.getPackage());
    }

    @Test
    void neitherDoesTheServerKeepApplicationsByItself() throws Exception {
        assertThatControlsAreGone("control");
    }

    @Deployment(name = "control-mechanism", managed = false, testable = false)
    static WebArchive controlWithMechanism() {
        return Wars.withAwsClientAlone(NobodyServlet.class, "control-mechanism")
                .addPackage(GenerationListener.class.getPackage())
                .addClass(IdleMechanism.class);
    }

    /** Tells whose doing it is where applications with the library are kept. */
    @Test
    void norThoseThatHaveAMechanismOfTheirOwn() throws Exception {
        assertThatControlsAreGone("control-mechanism");
    }

    private void assertThatControlsAreGone(String name) throws Exception {
        redeployments()
                .redeploy(ROUNDS_OF_CONTROLS, name, application -> assertThat(
                                Call.to(application, "who").get().body())
                        .isEqualTo("nobody"))
                .assertThatGenerationsAreGone();
    }

    private Redeployments redeployments() {
        return new Redeployments(witness, deployer);
    }
}
