package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cognitoee.it.harness.ServerLog;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.ownmechanism.OpenDoor;
import io.github.cognitoee.it.ownmechanism.OwnMechanismApplication;
import io.github.cognitoee.it.twomechanisms.TwoMechanismsApplication;
import java.io.IOException;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application with another authentication mechanism is not deployed. */
@ExtendWith(ArquillianExtension.class)
class SecondMechanismIT {

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "definition", managed = false, testable = false)
    static WebArchive withADefinitionOfJakarta() {
        return Wars.of(TwoMechanismsApplication.class);
    }

    @Deployment(name = "bean", managed = false, testable = false)
    static WebArchive withAMechanismOfItsOwn() {
        return Wars.of(OwnMechanismApplication.class);
    }

    @ParameterizedTest
    @CsvSource({"definition, @BasicAuthenticationMechanismDefinition on ", "bean, the authentication mechanism "})
    void theOtherMechanismIsNamedAndStopsTheDeployment(String deployment, String other) throws IOException {
        catchThrowable(() -> deployer.deploy(deployment)); // Payara Micro's adapter does not tell that it failed

        Class<?> type = deployment.equals("bean") ? OpenDoor.class : TwoMechanismsApplication.class;
        assertThat(ServerLog.read())
                .containsPattern("DeploymentException.*COG-0013: beside @CognitoAuthenticationMechanismDefinition this"
                        + " application has " + other.strip() + " " + type.getName());
    }
}
