package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.unguarded.UnguardedApplication;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A REST application that does not load the library's feature runs for nobody. */
@ExtendWith(ArquillianExtension.class)
class UnguardedRestIT {

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(UnguardedApplication.class);
    }

    @Test
    void anonymousCallerIsNotServed() {
        assertRefused(Call.to(war, "api/secret").get());
    }

    @Test
    void evenACallerInTheRoleIsNotServed() {
        assertRefused(
                Call.to(war, "api/secret").bearer(Cognito.admin().accessToken()).get());
    }

    @Test
    void theRestOfTheApplicationIs() {
        Answer answer = Call.to(war, "plain").get();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("plain");
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("the secret");
    }
}
