package io.github.cognitoee.it;

import io.github.cognitoee.it.harness.Refusals;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.refused.AnotherDefinition;
import io.github.cognitoee.it.refused.AsksForCredentials;
import io.github.cognitoee.it.refused.BadPoolId;
import io.github.cognitoee.it.refused.NoClient;
import io.github.cognitoee.it.refused.NoDefinition;
import io.github.cognitoee.it.refused.OneDefinition;
import io.github.cognitoee.it.refused.RolesOnServlet;
import io.github.cognitoee.it.refused.ScopeOnObject;
import io.github.cognitoee.it.refused.VouchesForAll;
import io.github.cognitoee.it.refused.VouchesForNobody;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mistakes stop the deployment, and the server's log says which one and what to do. */
@Tag("servlet")
@ExtendWith(ArquillianExtension.class)
class RefusedDeploymentsIT {

    private static final String ON_ONE_DEFINITION = " [definition on " + OneDefinition.class.getName() + "]";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "no-definition", managed = false, testable = false)
    static WebArchive noDefinition() {
        return Wars.of("no-definition", Map.of(), NoDefinition.class);
    }

    @Test
    void noDefinitionIsToldWithTheTwoWaysOut() throws IOException {
        assertRefused(
                "no-definition",
                "COG-0005: Cognito EE is in this application, but no class that CDI finds carries"
                        + " @CognitoAuthenticationMechanismDefinition, or @CognitoIdentityStoreDefinition for passwords of"
                        + " another mechanism, so nobody could sign in. Annotate one class of the WAR; or, where nobody is"
                        + " to sign in with Cognito, set cognito.enabled=false");
    }

    @Deployment(name = "two-definitions", managed = false, testable = false)
    static WebArchive twoDefinitions() {
        return Wars.of("two-definitions", Map.of(), OneDefinition.class, AnotherDefinition.class);
    }

    @Test
    void twoDefinitionsAreNamed() throws IOException {
        assertRefused(
                "two-definitions",
                "COG-0006: expected one @CognitoAuthenticationMechanismDefinition, found it on "
                        + AnotherDefinition.class.getName() + " and " + OneDefinition.class.getName());
    }

    @Deployment(name = "bad-pool-id", managed = false, testable = false)
    static WebArchive badPoolId() {
        return Wars.of("bad-pool-id", Map.of(), BadPoolId.class);
    }

    @Test
    void whatIsNoUserPoolIdIsQuoted() throws IOException {
        assertRefused("bad-pool-id", "COG-0001: cognito.user-pool.id (from annotation) is 'our users'");
    }

    @Deployment(name = "no-client", managed = false, testable = false)
    static WebArchive noClient() {
        return Wars.of("no-client", Map.of(), NoClient.class);
    }

    @Test
    void aMissingClientIsToldWithTheReason() throws IOException {
        assertRefused(
                "no-client",
                "COG-0001: cognito.user-pool.client-ids is missing for user pool eu-west-1_CognitoEE, expected at least"
                        + " one app client id: tokens of other clients of the pool are refused [definition on "
                        + NoClient.class.getName() + "]");
    }

    @Deployment(name = "other-region", managed = false, testable = false)
    static WebArchive otherRegion() {
        return Wars.of("other-region", Map.of("cognito.region", "us-east-1"), OneDefinition.class);
    }

    @Test
    void aRegionThatIsNotTheUserPoolsIsTold() throws IOException {
        assertRefused(
                "other-region",
                "is 'us-east-1', but user pool eu-west-1_CognitoEE lies in eu-west-1: one of the two is wrong, or the key"
                        + " can go (the identity pool has a region of its own)" + ON_ONE_DEFINITION);
    }

    @Deployment(name = "plain-http", managed = false, testable = false)
    static WebArchive plainHttp() {
        return Wars.of("plain-http", Map.of("cognito.user-pool.endpoint", "http://example.com"), OneDefinition.class);
    }

    @Test
    void plainHttpIsForLoopbackOnly() throws IOException {
        assertRefused("plain-http", "plain http is accepted on the loopback interface only" + ON_ONE_DEFINITION);
    }

    @Deployment(name = "override-not-allowed", managed = false, testable = false)
    static WebArchive overrideNotAllowed() {
        Map<String, String> aboveSystemProperties =
                Map.of("config_ordinal", "500", "cognito.allow-endpoint-override", "false");
        return Wars.of("override-not-allowed", aboveSystemProperties, OneDefinition.class);
    }

    @Test
    void anAddressOfAwsIsNotReplacedUnlessThatIsSaidToBeMeant() throws IOException {
        assertRefused(
                "override-not-allowed",
                "replaces an address of AWS, which is for development only; set cognito.allow-endpoint-override=true if"
                        + " this is meant, or remove it" + ON_ONE_DEFINITION);
    }

    @Deployment(name = "unknown-key", managed = false, testable = false)
    static WebArchive unknownKey() {
        return Wars.of("unknown-key", Map.of("cognito.user-pool.clientids", "web"), OneDefinition.class);
    }

    @Test
    void anUnknownKeyIsToldWithTheNearestKnownOne() throws IOException {
        assertRefused(
                "unknown-key",
                "COG-0014: there is no key cognito.user-pool.clientids; did you mean cognito.user-pool.client-ids?");
    }

    @Deployment(name = "no-developer-provider", managed = false, testable = false)
    static WebArchive noDeveloperProvider() {
        return Wars.of("no-developer-provider", Map.of(), OneDefinition.class, VouchesForAll.class);
    }

    @Test
    void aBeanThatWouldNotBeAskedIsToldWithTheKey() throws IOException {
        assertRefused(
                "no-developer-provider",
                "COG-0070: " + VouchesForAll.class.getName()
                        + " is for an application that vouches for its callers at the"
                        + " identity pool, and this one does not; set cognito.identity-pool.developer.provider, or developer"
                        + " = @DeveloperIdentities(provider = ...) of @CognitoIdentityPoolDefinition");
    }

    @Deployment(name = "two-developer-users", managed = false, testable = false)
    static WebArchive twoDeveloperUsers() {
        return Wars.of(
                "two-developer-users",
                Map.of(
                        "cognito.identity-pool.id", "eu-west-1:c0911170-ee00-4000-8000-0000000000d1",
                        "cognito.identity-pool.developer.provider", "login.suite.example"),
                OneDefinition.class,
                VouchesForAll.class,
                VouchesForNobody.class);
    }

    @Test
    void twoBeansOfWhichOneIsAskedAreNamed() throws IOException {
        assertRefused(
                "two-developer-users",
                "COG-0071: expected one bean of type io.github.cognitoee.spi.DeveloperUsers, found "
                        + VouchesForAll.class.getName() + " and " + VouchesForNobody.class.getName());
    }

    @Deployment(name = "no-identity-pool", managed = false, testable = false)
    static WebArchive noIdentityPool() {
        return Wars.of("no-identity-pool", Map.of(), OneDefinition.class, AsksForCredentials.class);
    }

    @Test
    void credentialsWithoutAnIdentityPoolAreToldWithTheInjectionPoint() throws IOException {
        assertRefused(
                "no-identity-pool",
                AsksForCredentials.class.getName()
                        + ".credentials asks for credentials of an identity pool, but none is"
                        + " defined; add @CognitoIdentityPoolDefinition beside"
                        + " @CognitoAuthenticationMechanismDefinition, or set cognito.identity-pool.id");
    }

    @Deployment(name = "roles-on-servlet", managed = false, testable = false)
    static WebArchive rolesOnServlet() {
        return Wars.of("roles-on-servlet", Map.of(), OneDefinition.class, RolesOnServlet.class);
    }

    @Test
    void rolesWhereNoContainerLooksForThemAreTold() throws IOException {
        assertRefused(
                "roles-on-servlet",
                "COG-0007: " + RolesOnServlet.class.getName()
                        + " is a Servlet, on which @RolesAllowed and @DenyAll have no effect; use @ServletSecurity");
    }

    @Deployment(name = "scope-on-object", managed = false, testable = false)
    static WebArchive scopeOnObject() {
        return Wars.of("scope-on-object", Map.of(), OneDefinition.class, ScopeOnObject.class);
    }

    @Test
    void aScopeThatNobodyWouldAskForIsTold() throws IOException {
        assertRefused(
                "scope-on-object",
                "COG-0031: @RequiresScope would not be enforced where it stands: " + ScopeOnObject.class.getName()
                        + " is no Servlet, no REST resource and no bean of CDI, nor a parent of one");
    }

    @Deployment(name = "left-out", managed = false, testable = false)
    static WebArchive leftOut() {
        return Wars.of("left-out", Map.of(), OneDefinition.class)
                .setWebXML(
                        new StringAsset(
                                """
                        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                            <absolute-ordering/>
                        </web-app>
                        """));
    }

    @Test
    void anOrderingThatLeavesTheInitializerOutIsTold() throws IOException {
        assertRefused("left-out", "COG-0009: ");
    }

    private void assertRefused(String war, String message) throws IOException {
        new Refusals(deployer).assertRefused(war, List.of(message));
    }
}
