package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.IdentityPools;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.leavers.LeaversApplication;
import java.net.CookieManager;
import java.net.URL;
import java.net.http.HttpClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who signs in leaves behind what they were as a guest, wherever they were served then. First come those of another node, for
 * whom this one has to look although it has served no guest itself.
 */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeaversIT {

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(LeaversApplication.class);
    }

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    @Test
    @Order(1)
    void guestOfAnotherNodeIsLeftBehindAtTheSignIn() {
        assertThat(told("api/from-elsewhere")).isEqualTo(told("api/kept")).startsWith("eu-west-1:");

        assertThat(told("api/caller", Cognito.newcomer().idToken())).startsWith("ASIA");

        assertThat(told("api/kept")).isEqualTo("null");
    }

    @Test
    @Order(1)
    void guestOfAnotherNodeIsLeftBehindAtTheSignOut() {
        assertThat(told("api/from-elsewhere")).isEqualTo(told("api/kept")).startsWith("eu-west-1:");

        assertThat(told("api/sign-out", Cognito.newcomer().idToken())).isEqualTo("signed out");

        assertThat(told("api/kept")).isEqualTo("null");
    }

    @Test
    @Order(2)
    void whoSignsInHasAnIdentityOfTheirOwn() {
        String guests = identityOf(told("api/guest"));

        assertThat(identityOf(told("api/caller", Cognito.newcomer().idToken()))).isNotEqualTo(guests);
    }

    @Test
    @Order(2)
    void whoComesToTheBrowserAfterwardsIsAnotherGuest() {
        String before = identityOf(told("api/guest"));
        assertThat(identityOf(told("api/guest"))).isEqualTo(before);

        told("api/caller", Cognito.newcomer().idToken());

        assertThat(identityOf(told("api/guest"))).isNotEqualTo(before);
    }

    /** In the session of this test's browser. */
    private String told(String path) {
        return body(Call.to(war, path).via(browser).get());
    }

    private String told(String path, String token) {
        return body(Call.to(war, path).via(browser).bearer(token).get());
    }

    private static String body(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String identityOf(String accessKey) {
        return IdentityPools.issued(accessKey).identityId();
    }
}
