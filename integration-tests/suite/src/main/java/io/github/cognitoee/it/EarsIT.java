package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.beside.StaffStore;
import io.github.cognitoee.it.ears.LedgerBean;
import io.github.cognitoee.it.ears.LedgerResource;
import io.github.cognitoee.it.ears.StaffResource;
import io.github.cognitoee.it.firstpool.FirstPoolApplication;
import io.github.cognitoee.it.formbeside.FormDefinition;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Browser;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Refusals;
import io.github.cognitoee.it.harness.RunningServer;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.plain.PlainServlet;
import io.github.cognitoee.it.pools.CallerResource;
import io.github.cognitoee.it.secondpool.SecondPoolApplication;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.List;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A WAR of an EAR brings the library, or each, or the EAR itself; the EJB jar beside them asks for roles. */
@ExtendWith(ArquillianExtension.class)
class EarsIT {

    private static final String LEDGER = "<module><ejb>ledger.jar</ejb></module>";
    private static final String FIRST = web("firstpool");
    private static final String SECOND = web("secondpool");
    private static final String PLAIN = web("plain");
    private static final String FORM = web("formbeside");

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

    @BeforeEach
    void connect() {
        server = new RunningServer(witness, deployer);
    }

    @Deployment(name = "war-and-ejbs", managed = false, testable = false)
    static EnterpriseArchive warAndEjbs() {
        return ear("war-and-ejbs", LEDGER, FIRST)
                .addAsModule(ledger())
                .addAsModule(war(Wars.of(FirstPoolApplication.class)));
    }

    @Test
    void rolesHoldOnTheEjbAndTheCallerHasCredentials() {
        deployed("war-and-ejbs", this::assertThatTheFirstWarAndItsEjbAreGuarded);
    }

    @Deployment(name = "library-of-ear", managed = false, testable = false)
    static EnterpriseArchive libraryOfEar() {
        return ear("library-of-ear", LEDGER, FIRST)
                .addAsModule(ledger())
                .addAsModule(war(Wars.without(FirstPoolApplication.class)))
                .addAsLibraries(Wars.library());
    }

    @Test
    void theLibraryMayLieInTheEarItself() {
        deployed("library-of-ear", this::assertThatTheFirstWarAndItsEjbAreGuarded);
    }

    @Deployment(name = "library-for-two", managed = false, testable = false)
    static EnterpriseArchive libraryForTwo() {
        return ear("library-for-two", LEDGER, FIRST, SECOND)
                .addAsModule(ledger())
                .addAsModule(war(Wars.without(FirstPoolApplication.class)))
                .addAsModule(war(Wars.without(SecondPoolApplication.class)))
                .addAsLibraries(Wars.library());
    }

    @Test
    void oneLibraryHasOneDefinition() throws IOException {
        new Refusals(deployer)
                .assertRefused(
                        "library-for-two",
                        "firstpool",
                        List.of("COG-0006: expected one @CognitoAuthenticationMechanismDefinition, found it on "
                                + FirstPoolApplication.class.getName() + " and "
                                + SecondPoolApplication.class.getName()));
    }

    @Deployment(name = "library-for-two-only", managed = false, testable = false)
    static EnterpriseArchive libraryForTwoOnly() {
        return ear("library-for-two-only", FIRST, SECOND)
                .addAsModule(staffed(Wars.without(FirstPoolApplication.class)).addClass(StaffStore.class))
                .addAsModule(staffed(Wars.without(SecondPoolApplication.class)))
                .addAsLibraries(Wars.library());
    }

    @Test
    void oneLibraryServesTwoWars() {
        deployed("library-for-two-only", this::assertThatEachWarHasItsOwnPool);
    }

    @Deployment(name = "two-libraries-only", managed = false, testable = false)
    static EnterpriseArchive twoLibrariesOnly() {
        return ear("two-libraries-only", FIRST, SECOND)
                .addAsModule(staffed(Wars.of(FirstPoolApplication.class)).addClass(StaffStore.class))
                .addAsModule(staffed(Wars.of(SecondPoolApplication.class)));
    }

    @Test
    void eachWarMayBringTheLibrary() {
        deployed("two-libraries-only", this::assertThatEachWarHasItsOwnPool);
    }

    @Deployment(name = "two-libraries", managed = false, testable = false)
    static EnterpriseArchive twoLibraries() {
        return ear("two-libraries", LEDGER, FIRST, SECOND)
                .addAsModule(ledger())
                .addAsModule(war(staffed(Wars.of(FirstPoolApplication.class))).addClass(StaffStore.class))
                .addAsModule(war(staffed(Wars.of(SecondPoolApplication.class))));
    }

    @Test
    void eachWarMayBringTheLibraryBesideEjbJars() {
        deployed("two-libraries", () -> {
            assertThatEachWarHasItsOwnPool();
            String second = Cognito.aliceOfTheOtherPool().idToken();
            assertThat(call("secondpool", "api/ledger/users", second).body()).isEqualTo("alice");
        });
    }

    @Deployment(name = "plain-beside", managed = false, testable = false)
    static EnterpriseArchive plainBeside() {
        return ear("plain-beside", FIRST, PLAIN)
                .addAsModule(Wars.of(FirstPoolApplication.class).addPackage(CallerResource.class.getPackage()))
                .addAsModule(Wars.without(PlainServlet.class));
    }

    @Test
    void aWarWithoutTheLibraryGoesOnBesideIt() {
        deployed("plain-beside", this::assertThatThePlainWarGoesOn);
    }

    @Deployment(name = "plain-beside-ejbs", managed = false, testable = false)
    static EnterpriseArchive plainBesideEjbs() {
        return ear("plain-beside-ejbs", LEDGER, FIRST, PLAIN)
                .addAsModule(ledger())
                .addAsModule(war(Wars.of(FirstPoolApplication.class)))
                .addAsModule(Wars.without(PlainServlet.class));
    }

    @Test
    void aWarWithoutTheLibraryGoesOnBesideItAndEjbJars() {
        deployed("plain-beside-ejbs", () -> {
            assertThatThePlainWarGoesOn();
            assertThatTheFirstWarAndItsEjbAreGuarded();
        });
    }

    @Deployment(name = "form-beside", managed = false, testable = false)
    static EnterpriseArchive formBeside() {
        return ear("form-beside", FIRST, FORM)
                .addAsModule(Wars.of(FirstPoolApplication.class).addPackage(CallerResource.class.getPackage()))
                .addAsModule(Wars.without(FormDefinition.class));
    }

    @Test
    void aWarWithAFormOfItsOwnGoesOnBesideIt() {
        deployed("form-beside", this::assertThatEachWarHasItsOwnMechanism);
    }

    private void assertThatThePlainWarGoesOn() {
        assertThatTheFirstWarHasCallers();
        assertThat(Call.to(server.application("plain"), "members").get().body()).doesNotContain("for members");
        assertThat(call("plain", "members", Cognito.alice().idToken()).body())
                .as("a token that nobody asked for")
                .doesNotContain("for members");
        Answer open = Call.to(server.application("plain"), "open").get();
        assertThat(open.status()).as("the plain WAR's answer").isEqualTo(200);
        assertThat(open.body()).isEqualTo("open to null");
    }

    private void assertThatEachWarHasItsOwnMechanism() {
        URI members = URI.create("http://localhost:" + witness.getPort() + "/formbeside/members");
        assertThat(call("formbeside", "members", Cognito.alice().idToken()).body())
                .doesNotContain("for members");
        Browser browser = new Browser().open(members);
        assertThat(browser.body()).contains("j_security_check");
        browser.submit("j_username", "bob", "j_password", "Bob-Passw0rd");
        assertThat(browser.body()).isEqualTo("for members, bob");
        assertThatTheFirstWarHasCallers();
    }

    private void assertThatTheFirstWarHasCallers() {
        assertThat(call("firstpool", "api/caller", Cognito.alice().idToken()).lines())
                .containsEntry("name", "alice");
        assertThatOthersAreAskedForAToken();
    }

    private void assertThatOthersAreAskedForAToken() {
        assertThat(call("firstpool", "api/caller", Cognito.alice().expired().idToken())
                        .status())
                .isEqualTo(401);
        assertThat(Call.to(server.application("firstpool"), "api/caller").get().status())
                .isEqualTo(401);
    }

    private void assertThatEachWarHasItsOwnPool() {
        String first = Cognito.alice().idToken();
        String second = Cognito.aliceOfTheOtherPool().idToken();
        assertThat(call("firstpool", "api/caller", second).status()).isEqualTo(401);
        assertThat(call("secondpool", "api/caller", first).status()).isEqualTo(401);
        assertThat(call("firstpool", "api/caller", first).lines()).containsEntry("issuer", Cognito.ISSUER);
        assertThat(call("secondpool", "api/caller", second).lines())
                .containsEntry("issuer", Cognito.ISSUER.replace("CognitoEE", "OtherPool"));
        assertThat(call("firstpool", "api/staff", first).status()).isEqualTo(200);
        assertThat(call("secondpool", "api/staff", second).status()).isEqualTo(403);
    }

    private void assertThatTheFirstWarAndItsEjbAreGuarded() {
        assertThatNobodyComesInUnknown();
        String alice = Cognito.alice().accessToken();
        assertThat(call("firstpool", "api/ledger/users", alice).body()).isEqualTo("alice");
        assertThat(call("firstpool", "api/ledger/admins", alice).body()).isEqualTo("EJBAccessException");
        assertThat(call("firstpool", "api/ledger/admins", Cognito.admin().accessToken())
                        .body())
                .isEqualTo("admin");
        Answer anonymous =
                Call.to(server.application("firstpool"), "api/ledger/users").get();
        assertThat(anonymous.body()).isEqualTo("EJBAccessException");
        assertThat(Call.to(server.application("firstpool"), "api/ledger/open")
                        .get()
                        .body())
                .isEqualTo("open");

        Answer caller = call("firstpool", "api/caller", Cognito.alice().idToken());
        assertThat(caller.lines()).containsEntry("issuer", Cognito.ISSUER).containsEntry("name", "alice");
        assertThat(caller.lines().get("accessKeyId")).startsWith("ASIA");
        assertThatOthersAreAskedForAToken();
    }

    /** Before anything that a server may not hold. */
    private void assertThatNobodyComesInUnknown() {
        URL first = server.application("firstpool");
        Answer expired =
                call("firstpool", "api/caller", Cognito.alice().expired().idToken());
        assertThat(expired.status()).as("an expired token").isIn(401, 403);
        assertThat(Call.to(first, "api/caller").get().status()).as("nobody").isIn(401, 403);
        Answer nobodys = Call.to(first, "api/ledger/users").get();
        assertThat(nobodys.status() == 403 || nobodys.body().equals("EJBAccessException"))
                .as("nobody at an EJB: %s", nobodys.body())
                .isTrue();
    }

    private void deployed(String name, Runnable test) {
        server.deploy(name);
        try {
            test.run();
        } finally {
            server.undeploy(name);
        }
    }

    private Answer call(String war, String path, String token) {
        return Call.to(server.application(war), path).bearer(token).get();
    }

    private static EnterpriseArchive ear(String name, String... modules) {
        String xml = "<application xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"10\">%s</application>";
        return ShrinkWrap.create(EnterpriseArchive.class, name + ".ear")
                .setApplicationXML(new StringAsset(xml.formatted(String.join("", modules))));
    }

    private static String web(String name) {
        return "<module><web><web-uri>%1$s.war</web-uri><context-root>/%1$s</context-root></web></module>"
                .formatted(name);
    }

    private static JavaArchive ledger() {
        return ShrinkWrap.create(JavaArchive.class, "ledger.jar").addClass(LedgerBean.class);
    }

    private static WebArchive war(WebArchive application) {
        return application.addPackage(CallerResource.class.getPackage()).addClass(LedgerResource.class);
    }

    private static WebArchive staffed(WebArchive application) {
        return application.addPackage(CallerResource.class.getPackage()).addClass(StaffResource.class);
    }
}
