package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.cognitoee.it.ears.LedgerBean;
import io.github.cognitoee.it.ears.LedgerResource;
import io.github.cognitoee.it.firstpool.FirstPoolApplication;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.RunningServer;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.pools.CallerResource;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A WAR of an EAR brings the library; the EJB jar beside it asks for roles. Payara Micro takes no EAR. */
@ExtendWith(ArquillianExtension.class)
class EarsIT {

    private static final String APPLICATION_XML =
            """
            <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
              <module><ejb>ledger.jar</ejb></module>
              <module><web><web-uri>firstpool.war</web-uri><context-root>/firstpool</context-root></web></module>
            </application>
            """;

    @ArquillianResource
    @OperateOnDeployment("witness")
    private URL witness;

    @ArquillianResource
    private Deployer deployer;

    private RunningServer server;

    @Deployment(name = "witness", testable = false)
    static WebArchive witness() {
        return RunningServer.witness();
    }

    @Deployment(name = "war-and-ejbs", managed = false, testable = false)
    static EnterpriseArchive ear() {
        return ShrinkWrap.create(EnterpriseArchive.class, "war-and-ejbs.ear")
                .addAsModule(ShrinkWrap.create(JavaArchive.class, "ledger.jar").addClass(LedgerBean.class))
                .addAsModule(war(FirstPoolApplication.class))
                .setApplicationXML(new StringAsset(APPLICATION_XML));
    }

    private static final String TWO_WARS_XML =
            """
            <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
              <module><ejb>ledger.jar</ejb></module>
              <module><web><web-uri>firstpool.war</web-uri><context-root>/firstpool</context-root></web></module>
              <module><web><web-uri>secondpool.war</web-uri><context-root>/secondpool</context-root></web></module>
            </application>
            """;

    @Deployment(name = "two-wars", managed = false, testable = false)
    static EnterpriseArchive twoWars() {
        return ShrinkWrap.create(EnterpriseArchive.class, "two-wars.ear")
                .addAsModule(ShrinkWrap.create(JavaArchive.class, "ledger.jar").addClass(LedgerBean.class))
                .addAsModule(war(FirstPoolApplication.class))
                .addAsModule(war(io.github.cognitoee.it.secondpool.SecondPoolApplication.class))
                .setApplicationXML(new StringAsset(TWO_WARS_XML));
    }

    @Test
    void two() {
        server.undeploy("war-and-ejbs");
        try {
        server.deploy("two-wars", twoWars());
        try {
        Answer answer = call("firstpool", Cognito.alice().idToken());
        assertThat(answer.lines()).containsEntry("issuer", Cognito.ISSUER).containsEntry("name", "alice");
        assertThat(call("secondpool", Cognito.alice().idToken()).status()).isEqualTo(401);
        assertThat(call("secondpool", Cognito.aliceOfTheOtherPool().idToken()).status()).isEqualTo(200);
        assertThat(call("firstpool", Cognito.aliceOfTheOtherPool().idToken()).status()).isEqualTo(401);
        } finally { server.undeploy("two-wars"); }
        } finally { server.deploy("war-and-ejbs", ear()); }
    }

    private static WebArchive war(Class<?> application) {
        return Wars.of(application)
                .addPackage(CallerResource.class.getPackage())
                .addClass(LedgerResource.class);
    }

    @BeforeEach
    void deploy() {
        assumeThat(System.getProperty("payara.microJar"))
                .as("Payara Micro, which answers: archive type was not recognized")
                .isNull();
        server = new RunningServer(witness, deployer);
        server.deploy("war-and-ejbs", ear());
    }

    @AfterEach
    void undeploy() {
        if (server != null) {
            server.undeploy("war-and-ejbs");
        }
    }

    @Test
    void rolesHoldOnTheEjbOfTheEar() {
        assertThat(get("firstpool", "api/ledger/open")).isEqualTo("open");
        assertThat(get("firstpool", "api/ledger/users")).isEqualTo("EJBAccessException");
        assertThat(get("firstpool", "api/ledger/users", Cognito.alice().accessToken()))
                .isEqualTo("alice");
        assertThat(get("firstpool", "api/ledger/admins", Cognito.alice().accessToken()))
                .isEqualTo("EJBAccessException");
        assertThat(get("firstpool", "api/ledger/admins", Cognito.admin().accessToken()))
                .isEqualTo("admin");
    }

    @Test
    void theCallerHasCredentialsToo() {
        Answer answer = call("firstpool", Cognito.alice().idToken());

        assertThat(answer.lines()).containsEntry("issuer", Cognito.ISSUER).containsEntry("name", "alice");
        assertThat(answer.lines().get("accessKeyId")).startsWith("ASIA");
    }

    private Answer call(String war, String token) {
        return Call.to(server.application(war), "api/caller").bearer(token).get();
    }

    private String get(String war, String path) {
        return Call.to(server.application(war), path).get().body();
    }

    private String get(String war, String path, String token) {
        return Call.to(server.application(war), path).bearer(token).get().body();
    }
}
