package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.IssuedCredentials;
import io.github.cognitoee.it.guests.GuestsApplication;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.IdentityPools;
import io.github.cognitoee.it.harness.Wars;
import java.net.CookieManager;
import java.net.URL;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Guests have credentials of their own, one identity for each session, and take it along when they sign in. */
@ExtendWith(ArquillianExtension.class)
class GuestsIT {

    private static final String VISITORS = "arn:aws:iam::123456789012:role/Visitors";
    private static final String MEMBERS = "arn:aws:iam::123456789012:role/Members";

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(GuestsApplication.class);
    }

    private final HttpClient browser = browser();

    @Test
    void guestActsInTheRoleForGuests() {
        assertThat(issued(guest(browser)).roleArn()).isEqualTo(VISITORS);
    }

    @Test
    void allRequestsOfASessionAreOneGuest() {
        String first = guest(browser);
        Cognito.requests().reset();

        List<CompletableFuture<Answer>> underWay = IntStream.range(0, 20)
                .mapToObj(i -> Call.to(war, "api/guest").via(browser).getAsync())
                .toList();

        assertThat(underWay).extracting(answer -> answer.join().body()).containsOnly(first);
        assertThat(Cognito.requests().count("GetId")).isZero();
    }

    @Test
    void twoBrowsersAreTwoGuests() {
        assertThat(issued(guest(browser)).identityId())
                .isNotEqualTo(issued(guest(browser())).identityId());
    }

    @Test
    void guestWhoSignsInGoesOnWithTheSameIdentity() {
        String guests = issued(guest(browser)).identityId();
        String token = Cognito.newcomer().idToken();

        String callers = told("api/caller", token);

        assertThat(issued(callers).identityId()).isEqualTo(guests);
        assertThat(issued(callers).roleArn()).isEqualTo(MEMBERS);
        assertThat(told("api/identity", token)).isEqualTo(guests);
    }

    @Test
    void callerWhoHasAnIdentityKeepsItWhenTheyWereAGuestFirst() {
        String token = Cognito.newcomer().idToken();
        String known = Call.to(war, "api/identity").bearer(token).get().body();
        guest(browser);

        assertThat(told("api/identity", token)).isEqualTo(known);
    }

    @Test
    void guestsCredentialsAreNeverTheCallersNorTheOtherWayRound() {
        String token = Cognito.newcomer().idToken();
        String callers = told("api/caller", token);
        String guests = told("api/guest", token);

        assertThat(issued(guests).roleArn()).isEqualTo(VISITORS);
        assertThat(issued(guests).identityId()).isNotEqualTo(issued(callers).identityId());
        assertThat(Call.to(war, "api/caller").via(browser).get().body()).isEqualTo("CallerRequiredException");
    }

    @Test
    void guestOfASessionIsNobodyOnAThreadThatServesNoRequest() {
        assertThat(Call.to(war, "api/elsewhere").via(browser).get().body()).isEqualTo("CallerRequiredException");
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
    }

    private String guest(HttpClient by) {
        Answer answer = Call.to(war, "api/guest").via(by).get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** In the session of this test's browser. */
    private String told(String path, String token) {
        Answer answer = Call.to(war, path).via(browser).bearer(token).get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static IssuedCredentials issued(String accessKey) {
        return IdentityPools.issued(accessKey);
    }
}
