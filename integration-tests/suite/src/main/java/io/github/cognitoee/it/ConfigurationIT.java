package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.configured.ConfiguredApplication;
import io.github.cognitoee.it.configured.RefusesTheBanned;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.ServerLog;
import io.github.cognitoee.it.harness.Wars;
import java.io.IOException;
import java.net.URL;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Expressions in the definition, MicroProfile Config in the WAR, and beans of the application that the library asks. */
@ExtendWith(ArquillianExtension.class)
class ConfigurationIT {

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(ConfiguredApplication.class)
                .addAsResource(
                        new StringAsset("cognito.required-groups=users\ncognito.clock-skew=PT30S\n"),
                        "META-INF/microprofile-config.properties");
    }

    @Test
    void poolAndClientsComeFromABean() {
        assertThat(present(Cognito.alice().accessToken()).status()).isEqualTo(200);
        assertThat(present(Cognito.alice().client(Cognito.OTHER_CLIENT).accessToken())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void soDoesAValueThatIsNoText() {
        assertThat(present(Cognito.alice().idToken()).status()).isEqualTo(200);
    }

    @Test
    void theRequiredGroupComesFromMicroProfileConfig() {
        assertThat(present(Cognito.alice().groups("guests").accessToken()).status())
                .isEqualTo(403);
    }

    @Test
    void theApplicationsOwnCheckIsAsked() {
        assertThat(present(Cognito.alice()
                                .withClaim(RefusesTheBanned.CLAIM, "yes")
                                .accessToken())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theLogNamesTheSources() throws IOException {
        Pattern sources = Pattern.compile(
                "Cognito EE is active: user pool eu-west-1_CognitoEE with clients"
                        + " \\[demo0client0of0photo0album], bearer tokens ANY, no identity pool; .*"
                        + "cognito\\.user-pool\\.id from expression in the annotation, .*"
                        + "cognito\\.required-groups from MicroProfile Config \\((Properties|.*microprofile-config\\.properties)");

        assertThat(ServerLog.readOnce(sources.asPredicate())).containsPattern(sources);
    }

    private Answer present(String token) {
        return Call.to(war, "api/notes").bearer(token).get();
    }
}
