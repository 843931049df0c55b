package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.restricted.RestrictedApplication;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scopes and groups that the definition requires, and a trusted pool whose keys cannot be had. */
@ExtendWith(ArquillianExtension.class)
class RequirementsIT {

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(RestrictedApplication.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/photos", "api/photos/open"})
    void tokenWithScopeAndGroupEnters(String path) {
        assertThat(present(path, Cognito.alice().scopes("openid", "photos/read").accessToken())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/photos", "api/photos/open"})
    void tokenWithoutTheScopeIsForbidden(String path) {
        Answer answer = present(path, Cognito.alice().scopes("photos/list").accessToken());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.challenge())
                .startsWith("Bearer realm=\"")
                .contains("error=\"insufficient_scope\"")
                .contains("scope=\"photos/read\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/photos", "api/photos/open"})
    void callerWithoutTheGroupIsForbidden(String path) {
        Answer answer = present(
                path, Cognito.alice().scopes("photos/read").groups("guests").accessToken());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.challenge()).doesNotContain("insufficient_scope");
    }

    @Test
    void requestWithoutTokenIsStillAnonymous() {
        assertThat(Call.to(war, "api/photos/open").get().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/photos", "api/photos/open"})
    void tokenOfATrustedPoolIsNeitherTakenNorRefusedWhileItsKeysCannotBeHad(String path) {
        String issuer = "https://cognito-idp.eu-west-1.amazonaws.com/" + RestrictedApplication.UNREACHABLE_POOL;
        String token =
                Cognito.alice().scopes("photos/read").withClaim("iss", issuer).accessToken();

        Answer answer = present(path, token);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After"))
                .hasValueSatisfying(seconds -> assertThat(seconds).matches("[1-9][0-9]*"));
        assertThat(answer.challenge()).isEmpty();
    }

    private Answer present(String path, String token) {
        return Call.to(war, path).bearer(token).get();
    }
}
