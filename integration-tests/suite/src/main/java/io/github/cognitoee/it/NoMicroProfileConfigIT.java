package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.ServerLog;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.restricted.RestrictedApplication;
import java.io.IOException;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application from which WildFly keeps MicroProfile Config away; other servers do not know the descriptor. */
@ExtendWith(ArquillianExtension.class)
class NoMicroProfileConfigIT {

    private static final String DESCRIPTOR =
            """
            <jboss-deployment-structure>
              <deployment>
                <exclude-subsystems>
                  <subsystem name="microprofile-config-smallrye"/>
                </exclude-subsystems>
              </deployment>
            </jboss-deployment-structure>
            """;

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(RestrictedApplication.class)
                .addAsWebInfResource(new StringAsset(DESCRIPTOR), "jboss-deployment-structure.xml");
    }

    @Test
    void theLibraryWorksAllTheSame() {
        String token = Cognito.alice().scopes("photos/read").accessToken();

        assertThat(Call.to(war, "api/photos").bearer(token).get().status()).isEqualTo(200);
    }

    @Test
    void systemPropertiesAreAskedInstead() throws IOException {
        String source = "cognito.endpoint from system property";
        assertThat(ServerLog.readOnce(log -> log.contains(source))).contains(source);
    }
}
