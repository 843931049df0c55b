package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.servlets.ServletsDefinition;
import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a WAR of Servlets and CDI beans alone has of the library, on servers with and without REST and EJB. */
@Tag("servlet")
@ExtendWith(ArquillianExtension.class)
class ServletsIT {

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(ServletsDefinition.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admins", "signed-in", "orders", "stock"})
    void anonymousCallerIsChallenged(String path) {
        Answer answer = Call.to(war, path).get();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).isEqualTo("Bearer realm=\"cognito\"");
    }

    @Test
    void anonymousCallerMayCallWhatIsOpen() {
        assertThat(Call.to(war, "who").get().lines())
                .isEqualTo(Map.of(
                        "request", "nobody",
                        "caller", "nobody",
                        "token", "nobody",
                        "claim", "null",
                        "bean", "nobody",
                        "users", "false",
                        "admins", "false",
                        "roles", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admins", "signed-in", "who"})
    void badTokenIsRefusedOnEveryPath(String path) {
        Answer answer = present(path, Cognito.admin().expired().accessToken());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge())
                .isEqualTo("Bearer realm=\"cognito\", error=\"invalid_token\","
                        + " error_description=\"The token has expired\"");
    }

    @Test
    void holderOfTheRoleMayCallWhatIsForIt() {
        assertThat(present("admins", Cognito.admin().accessToken()).body()).isEqualTo("for admins");
    }

    @Test
    void callerWithoutTheRoleIsForbidden() {
        assertThat(present("admins", Cognito.alice().accessToken()).status()).isEqualTo(403);
    }

    @Test
    void callerWithoutAnyRoleMayCallWhatIsForAnybodySignedIn() {
        assertThat(present("signed-in", Cognito.alice().groups().accessToken()).body())
                .isEqualTo("for anybody signed in");
    }

    @Test
    void notEvenAdminMayCallWhatIsForNobody() {
        assertThat(present("nobody", Cognito.admin().accessToken()).status()).isEqualTo(403);
    }

    @Test
    void everyApiKnowsTheCaller() {
        String token = Cognito.alice().withClaim("text", "hers").idToken();

        assertThat(present("who", token).lines())
                .isEqualTo(Map.of(
                        "request", "alice",
                        "caller", "alice",
                        "token", "alice",
                        "claim", "hers",
                        "bean", "alice",
                        "users", "true",
                        "admins", "false",
                        "roles", "users"));
    }

    @Test
    void callerIsForgottenWhenTheRequestSignsThemOut() {
        Map<String, String> told =
                present("who?logout", Cognito.alice().accessToken()).lines();

        assertThat(told)
                .containsEntry("request", "nobody")
                .containsEntry("caller", "nobody")
                .containsEntry("bean", "nobody")
                .containsEntry("users", "false")
                .containsEntry("roles", "");
    }

    @Test
    void callerOfTheRequestBeforeIsForgotten() {
        present("who", Cognito.alice().accessToken());

        assertThat(Call.to(war, "who").get().lines())
                .containsEntry("caller", "nobody")
                .containsEntry("bean", "nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "stock"})
    void callerWithTheScopePasses(String path) {
        assertThat(present(path, Cognito.alice().scopes("orders/read").accessToken())
                        .body())
                .isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "stock"})
    void callerWithoutTheScopeIsToldWhichIsMissing(String path) {
        Answer answer = present(path, Cognito.alice().scopes("orders/write").accessToken());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.challenge())
                .isEqualTo("Bearer realm=\"cognito\", error=\"insufficient_scope\", scope=\"orders/read\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admins", "who"})
    void tokenWhoseKeysCannotBeHadIsNeitherTakenNorRefused(String path) {
        String issuer = "https://cognito-idp.eu-west-1.amazonaws.com/" + ServletsDefinition.UNREACHABLE_POOL;

        Answer answer = present(path, Cognito.admin().withClaim("iss", issuer).accessToken());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After"))
                .hasValueSatisfying(seconds -> assertThat(seconds).matches("[1-9][0-9]*"));
        assertThat(answer.challenge()).isEmpty();
    }

    private Answer present(String path, String token) {
        return Call.to(war, path).bearer(token).get();
    }
}
