package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.RunningServer;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the other tests find is told of the Java that the build names, so the server has to run on it. */
@ExtendWith(ArquillianExtension.class)
class JavaIT {

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return RunningServer.witness();
    }

    @Test
    void theServerRunsOnTheJavaOfTheBuild() {
        assertThat(Call.to(war, "java").get().body()).isEqualTo(System.getProperty("cognito.test.java"));
    }
}
