package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.idtokens.IdTokensApplication;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A WAR with {@code bearerTokens = ID} takes ID tokens, and those alone. */
@ExtendWith(ArquillianExtension.class)
class IdTokensIT {

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(IdTokensApplication.class);
    }

    @Test
    void idTokenSignsIn() {
        Answer answer = present(Cognito.alice().idToken());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("alice");
    }

    @Test
    void accessTokenIsRefused() {
        assertInvalidToken(present(Cognito.alice().accessToken()));
    }

    @Test
    void idTokenOfAnotherClientIsRefused() {
        assertInvalidToken(present(Cognito.alice().client(Cognito.OTHER_CLIENT).idToken()));
    }

    @Test
    void expiredIdTokenIsRefused() {
        assertInvalidToken(present(Cognito.alice().expired().idToken()));
    }

    @Test
    void preferredUserNameDoesNotNameTheCaller() {
        Answer answer =
                present(Cognito.alice().withClaim("preferred_username", "admin").idToken());

        assertThat(answer.body()).isEqualTo("alice");
    }

    private Answer present(String token) {
        return Call.to(war, "api/guarded").bearer(token).get();
    }

    private static void assertInvalidToken(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).startsWith("Bearer realm=\"").contains("error=\"invalid_token\"");
    }
}
