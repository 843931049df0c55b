package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.beside.BesideApplication;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A store that is asked before the library's and takes Cognito's tokens for itself lets nobody in. */
@ExtendWith(ArquillianExtension.class)
class FirstStoreIT {

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.withJacksonAndNimbus(BesideApplication.class);
    }

    @Test
    void nobodyComesIn() {
        String good = Cognito.alice().accessToken();
        for (String token : List.of("garbage", Cognito.alice().expired().accessToken(), good)) {
            Answer answer = Call.to(war, "api/doors/everything").bearer(token).get();
            assertThat(answer.status()).as(answer.body()).isGreaterThanOrEqualTo(400);
        }
    }
}
