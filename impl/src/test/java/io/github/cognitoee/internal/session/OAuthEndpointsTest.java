package io.github.cognitoee.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link CallbackTest} does not show of the endpoints: how long they are waited for, and revocation. */
@Timeout(60) // against a client that stays on
class OAuthEndpointsTest {

    private final LoginApplication application = new LoginApplication();
    private final FakeTokenEndpoint cognito = application.cognito;
    private final OAuthEndpoints endpoints =
            new OAuthEndpoints(application.settings().managedLogin().orElseThrow());
    private final OAuthEndpoints impatient = new OAuthEndpoints(
            application.settings().managedLogin().orElseThrow(), Duration.ofMillis(300), Duration.ofMillis(600));

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void whoNeverAnswersIsGivenUp() {
        CountDownLatch end = new CountDownLatch(1);
        cognito.answers(exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        TokenAnswer answer = impatient.refresh("refresh-1");
        end.countDown();

        assertThat(answer)
                .isEqualTo(new TokenAnswer.Unavailable(
                        Duration.ofSeconds(5), "not reached: java.net.SocketTimeoutException: Read timed out"));
    }

    @Test
    void whoseAnswerTricklesInIsGivenUp() {
        cognito.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) { // until the client closes the connection
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        });

        assertThat(impatient.refresh("refresh-1"))
                .isEqualTo(new TokenAnswer.Unavailable(
                        Duration.ofSeconds(5), "not reached: java.io.IOException: an answer too long, or too slow"));
    }

    @Test
    void aRefreshTokenIsSentAsTheSpecificationSays() {
        cognito.refuses("invalid_grant");
        endpoints.refresh("refresh+1/=");

        assertThat(cognito.asked())
                .containsExactly(new FakeTokenEndpoint.Asked(
                        "/oauth2/token",
                        null,
                        Map.of("grant_type", "refresh_token", "refresh_token", "refresh+1/=", "client_id", "web")));
    }

    @Test
    void tokensComeWithoutARefreshTokenWhereItStaysGood() {
        cognito.issues("id", "access", null);

        assertThat(endpoints.refresh("refresh-1")).isEqualTo(new TokenAnswer.Issued("id", "access", null));
    }

    @Test
    void revocationTellsTheRefreshTokenAndTheClient() throws IOException {
        cognito.answers(200, "");
        endpoints.revoke("refresh-1");

        assertThat(cognito.asked())
                .containsExactly(new FakeTokenEndpoint.Asked(
                        "/oauth2/revoke", null, Map.of("token", "refresh-1", "client_id", "web")));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 429, 500})
    void revocationThatWasNotConfirmedMayNotHaveHappened(int status) {
        cognito.answers(status, "{\"error\":\"refresh-1 is what you sent\"}");

        assertThatThrownBy(() -> endpoints.revoke("refresh-1"))
                .isInstanceOf(IOException.class)
                .hasMessage("revocation answered " + status);
    }
}
