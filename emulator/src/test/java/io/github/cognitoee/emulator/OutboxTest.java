package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What Cognito would have sent, as tests and people at a desk find it. */
class OutboxTest extends UserPoolFixture {

    @Test
    void messagesAreFoundByUser() throws Exception {
        invite("alice");
        invite("bob");

        HttpResponse<String> answer = Http.get(emulator, "/dev/outbox?username=bob");

        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body())
                .isEqualTo("[{\"user_pool_id\":\"" + pool + "\",\"username\":\"bob\",\"purpose\":\"INVITATION\","
                        + "\"medium\":\"EMAIL\",\"destination\":\"bob@example.com\",\"secret\":\""
                        + emulator.outbox().latestTo("bob").secret() + "\",\"sent_at\":\"" + clock.instant()
                        + "\"}]");
        assertThat(emulator.outbox().messages()).hasSize(2);
    }

    @Test
    void theOutboxIsForThisMachine() throws Exception {
        assertThat(Http.getWithHost(emulator, "/dev/outbox", "evil.example")).startsWith("HTTP/1.1 403 ");
        assertThat(Http.get(emulator, "/dev/outbox", "X-Forwarded-For", "10.0.0.1")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Http.get(emulator, "/dev/outbox", "Origin", "https://evil.example")
                        .headers()
                        .map()
                        .keySet())
                .noneMatch(name -> name.startsWith("access-control-"));
    }

    @Test
    void whoGotNothingHasNoLatestMessage() {
        assertThatThrownBy(() -> emulator.outbox().latestTo("nobody"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("nothing was sent to the user nobody");
    }

    private void invite(String username) {
        admin.adminCreateUser(request -> request.userPoolId(pool)
                .username(username)
                .desiredDeliveryMediumsWithStrings("EMAIL")
                .userAttributes(Attributes.of("email", username + "@example.com")));
    }
}
