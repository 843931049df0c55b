package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.beside.BesideApplication;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that is asked before the library's and takes Cognito's tokens for itself lets nobody in. */
@ExtendWith(ArquillianExtension.class)
class FirstStoreIT {

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.withJacksonAndNimbus(BesideApplication.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"good", "expired", "garbage"})
    void nobodyComesIn(String kind) {
        Answer protectedPath =
                Call.to(war, "api/doors/everything").bearer(token(kind)).get();
        Answer openPath = Call.to(war, "api/doors/open").bearer(token(kind)).get();

        assertThat(protectedPath.status()).as(protectedPath.body()).isEqualTo(500);
        assertThat(openPath.status()).as(openPath.body()).isEqualTo(500);
    }

    @Test
    void whoeverPresentsNothingFindsTheOpenPathsOpen() {
        assertThat(Call.to(war, "api/doors/open").get().body()).isEqualTo("open");
    }

    private static String token(String kind) {
        return switch (kind) {
            case "good" -> Cognito.alice().accessToken();
            case "expired" -> Cognito.alice().expired().accessToken();
            default -> kind;
        };
    }
}
