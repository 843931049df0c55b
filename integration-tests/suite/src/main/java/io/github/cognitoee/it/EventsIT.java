package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.TokenPair;
import io.github.cognitoee.emulator.TokenRecipe;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.ServerLog;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.observed.ObservedApplication;
import java.net.URL;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What applications observe of their callers, synchronously and not, and that a failing observer changes nothing. */
@ExtendWith(ArquillianExtension.class)
@Timeout(120)
class EventsIT {

    private static final String CLIENT = "demo0client0of0photo0album";

    private final String sub = UUID.randomUUID().toString();
    private final TokenRecipe alice = Cognito.alice().withClaim("sub", sub);

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(ObservedApplication.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async"})
    void aTokenIsToldOfWhenItIsNewAndNotWhenItComesAgain(String how) throws InterruptedException {
        String token = alice.accessToken();
        for (int i = 0; i < 3; i++) {
            assertThat(status("api/caller", token)).isEqualTo(200);
        }

        assertThat(await(how + " accepted " + sub))
                .singleElement()
                .asString()
                .contains(" " + CLIENT + " ")
                .contains("userPoolId=eu-west-1_CognitoEE, issuer=" + Cognito.ISSUER)
                .contains("idToken=false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async"})
    void aRefusalIsToldOfWithItsReasonEachTime(String how) throws InterruptedException {
        int before = lines(how + " rejected NOT_YET_VALID").size();
        String token = alice.notBefore(Instant.now().plusSeconds(3_600)).accessToken();
        for (int i = 0; i < 3; i++) {
            assertThat(status("api/caller", token)).isEqualTo(401);
        }

        await(how + " rejected NOT_YET_VALID", before + 3);
        assertThat(lines(how + " rejected NOT_YET_VALID")).hasSize(before + 3);
    }

    @Test
    void aRefusalIsObservedInItsRequest() throws InterruptedException {
        status("api/caller", alice.expired().accessToken());

        assertThat(await("at ")).contains("at " + war.getPath() + "api/caller EXPIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async"})
    void anExchangeOfCredentialsIsToldOfOnce(String how) throws InterruptedException {
        String ofOneSignIn = alice.idToken();
        for (int i = 0; i < 3; i++) {
            assertThat(status("api/caller/credentials", ofOneSignIn)).isEqualTo(200);
        }

        assertThat(await(how + " issued " + sub))
                .singleElement()
                .asString()
                .contains("identityPoolId=eu-west-1:c0911170-ee00-4000-8000-000000000001")
                .contains("requestedRole=Optional.empty");
    }

    @Test
    void theIdTokenBesideAnAccessTokenIsToldOfWhenItIsVerified() throws InterruptedException {
        TokenPair tokens = alice.pair();
        Call.to(war, "api/caller/credentials")
                .bearer(tokens.accessToken())
                .header("X-Cognito-Id-Token", tokens.idToken())
                .get();

        assertThat(await("sync accepted " + sub, 2))
                .satisfiesExactly(first -> assertThat(first).contains("idToken=false"), second -> assertThat(second)
                        .contains("idToken=true"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async"})
    void keysThatCannotBeHadAtDeploymentAreToldOf(String how) throws InterruptedException {
        assertThat(await(how + " unavailable eu-west-1_Unreachable 1"))
                .singleElement()
                .asString()
                .contains("/eu-west-1_Unreachable/.well-known/jwks.json: java.io.IOException: ");
    }

    @Test
    void observersThatFailLetNobodyInKeepNobodyOutAndAreInTheLog() throws Exception {
        assertThat(status("api/caller", alice.accessToken())).isEqualTo(200);
        assertThat(status("api/caller", alice.signedWithForeignKey().accessToken()))
                .isEqualTo(401);
        assertThat(status("api/caller", alice.groups("guests").accessToken())).isEqualTo(403);

        String accepted = "COG-0040: an observer of TokenAccepted failed";
        String rejected = "COG-0040: an observer of TokenRejected failed";
        assertThat(ServerLog.readOnce(log -> log.contains(accepted) && log.contains(rejected)))
                .contains(accepted, rejected);
    }

    @Test
    void noEventHoldsAToken() throws InterruptedException {
        String token = alice.idToken();
        status("api/caller/credentials", token);
        status("api/caller", token + "A");
        await("sync issued " + sub);

        String[] parts = token.split("\\.");
        assertThat(Call.to(war, "events").get().body()).doesNotContain(parts[1]).doesNotContain(parts[2]);
    }

    private int status(String path, String token) {
        return Call.to(war, path).bearer(token).get().status();
    }

    private List<String> await(String prefix) throws InterruptedException {
        return await(prefix, 1);
    }

    /** Waits for so many lines with this beginning; the time limit of the test is that of the wait. */
    private List<String> await(String prefix, int count) throws InterruptedException {
        List<String> found = lines(prefix);
        while (found.size() < count) {
            Thread.sleep(50);
            found = lines(prefix);
        }
        return found;
    }

    private List<String> lines(String prefix) {
        return Call.to(war, "events")
                .get()
                .body()
                .lines()
                .filter(line -> line.startsWith(prefix))
                .toList();
    }
}
