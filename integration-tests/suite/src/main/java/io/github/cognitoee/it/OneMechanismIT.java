package io.github.cognitoee.it;

import io.github.cognitoee.it.harness.Refusals;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.refused.BasicMechanism;
import io.github.cognitoee.it.refused.OneDefinition;
import io.github.cognitoee.it.refused.OwnMechanism;
import io.github.cognitoee.it.refused.Qualified;
import io.github.cognitoee.it.refused.WithQualifier;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Jakarta EE 10 knows one mechanism per application, and finds none with qualifiers: more stop the deployment. */
@Tag("ee10")
@Tag("servlet")
@ExtendWith(ArquillianExtension.class)
class OneMechanismIT {

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "own-mechanism", managed = false, testable = false)
    static WebArchive ownMechanism() {
        return Wars.of("own-mechanism", Map.of(), OneDefinition.class, OwnMechanism.class);
    }

    @Test
    void aMechanismOfTheApplicationBesideTheDefinitionIsNamed() throws IOException {
        assertRefused(
                "own-mechanism",
                "COG-0013: beside @CognitoAuthenticationMechanismDefinition this application has the authentication"
                        + " mechanism " + OwnMechanism.class.getName()
                        + ", and an application has one authentication mechanism; remove one of them");
    }

    @Deployment(name = "basic-mechanism", managed = false, testable = false)
    static WebArchive basicMechanism() {
        return Wars.of("basic-mechanism", Map.of(), OneDefinition.class, BasicMechanism.class);
    }

    @Test
    void aMechanismOfJakartaBesideTheDefinitionIsNamed() throws IOException {
        assertRefused(
                "basic-mechanism",
                "COG-0013: beside @CognitoAuthenticationMechanismDefinition this application has"
                        + " @BasicAuthenticationMechanismDefinition on " + BasicMechanism.class.getName()
                        + ", and an application has one authentication mechanism; remove one of them");
    }

    @Deployment(name = "with-qualifier", managed = false, testable = false)
    static WebArchive withQualifier() {
        return Wars.of("with-qualifier", Map.of(), WithQualifier.class, Qualified.class);
    }

    @Test
    void qualifiersThatHideTheMechanismAreTold() throws IOException {
        assertRefused(
                "with-qualifier",
                "COG-0016: @CognitoAuthenticationMechanismDefinition has qualifiers, and this server has Jakarta Security"
                        + " 3.0, where a mechanism with qualifiers is not found; remove them, or deploy to a server with"
                        + " Jakarta EE 11");
    }

    private void assertRefused(String war, String message) throws IOException {
        new Refusals(deployer).assertRefused(war, List.of(message));
    }
}
