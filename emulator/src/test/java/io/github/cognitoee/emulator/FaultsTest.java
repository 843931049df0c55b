package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POOL = "eu-west-1_CognitoEE";
    private static final String OTHER_POOL = "eu-west-1_OtherPool";
    private static final String AS_COGNITO = "public, max-age=86400";

    private static final String TWO_POOLS =
            """
            {"region": "eu-west-1", "accountId": "123456789012", "userPools": [
              {"id": "eu-west-1_CognitoEE", "clients": [{"id": "one0client"}]},
              {"id": "eu-west-1_OtherPool", "clients": [{"id": "other0client"}]}]}
            """;

    private CognitoEmulator emulator;

    @BeforeAll
    void start() {
        emulator = CognitoEmulator.builder()
                .config(EmulatorConfig.parse(TWO_POOLS))
                .start();
    }

    @AfterAll
    void stop() {
        emulator.close();
    }

    @AfterEach
    void repair() {
        emulator.faults().clear();
        emulator.requests().reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 500, 503})
    void anErrorHasTheStatusThatWasAskedFor(int status) throws Exception {
        emulator.faults().keys(KeyFault.status(status));

        HttpResponse<String> answer = keys(POOL);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body())
                .isEqualTo("{\"__type\":\"EmulatedFaultException\",\"message\":\"The emulator was told to fail.\"}");
        assertThat(answer.headers().firstValue("Cache-Control")).isEmpty();
    }

    @Test
    void aFaultHoldsUntilItIsCleared() throws Exception {
        emulator.faults().keys(KeyFault.status(503));

        assertThat(keys(POOL).statusCode()).isEqualTo(503);
        assertThat(keys(POOL).statusCode()).isEqualTo(503);
        emulator.faults().clear();
        assertThat(keys(POOL).statusCode()).isEqualTo(200);
    }

    @Test
    void failedRequestsAreCounted() throws Exception {
        emulator.faults().keys(KeyFault.status(500));

        keys(POOL);
        keys(POOL);

        assertThat(emulator.requests().count("jwks")).isEqualTo(2);
    }

    @Test
    void aFaultOfOnePoolLeavesTheOthersAlone() throws Exception {
        emulator.faults().keys(POOL, KeyFault.status(500));

        assertThat(keys(POOL).statusCode()).isEqualTo(500);
        assertThat(keys(OTHER_POOL).statusCode()).isEqualTo(200);
    }

    @Test
    void aPoolsOwnFaultCountsMoreThanThatOfAll() throws Exception {
        emulator.faults().keys(POOL, KeyFault.status(500));
        emulator.faults().keys(KeyFault.status(503));

        assertThat(keys(POOL).statusCode()).isEqualTo(500);
        assertThat(keys(OTHER_POOL).statusCode()).isEqualTo(503);
    }

    @Test
    void aSlowAnswerIsTheGoodOneAndComesLate() throws Exception {
        String good = keys(POOL).body();
        emulator.faults().keys(POOL, KeyFault.slow(Duration.ofMillis(300)));

        CompletableFuture<HttpResponse<String>> late = Http.getLater(emulator, path(POOL));
        keys(OTHER_POOL);

        assertThat(late).isNotDone();
        assertThat(late.get().body()).isEqualTo(good);
        assertThat(late.get().headers().firstValue("Cache-Control")).hasValue(AS_COGNITO);
    }

    @Test
    @Timeout(60)
    void closingDoesNotWaitForASlowAnswer() {
        try (CognitoEmulator slow = CognitoEmulator.builder().start()) {
            slow.faults().keys(KeyFault.slow(Duration.ofDays(1)));
            Http.getLater(slow, path(POOL));
            while (slow.requests().count("jwks") == 0) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aTruncatedAnswerAnnouncesMoreThanItSends() throws Exception {
        String good = keys(POOL).body();
        emulator.faults().keys(KeyFault.truncated());

        String answer = raw(POOL);

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\r\nContent-Length: " + good.length() + "\r\n");
        assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).isEqualTo(good.substring(0, good.length() / 2));
    }

    @Test
    void aHugeAnswerIsValidButLong() throws Exception {
        JsonNode good = JSON.readTree(keys(POOL).body());
        emulator.faults().keys(KeyFault.huge(1_000_001));

        HttpResponse<String> answer = keys(POOL);

        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
        assertThat(JSON.readTree(answer.body()).get("padding").textValue()).hasSize(1_000_001);
        assertThat(JSON.readTree(answer.body()).get("keys")).isEqualTo(good.get("keys"));
    }

    @Test
    void aHugeAnswerEndsWhenTheClientHangsUp() throws Exception {
        emulator.faults().keys(KeyFault.huge(Long.MAX_VALUE));

        try (Socket socket = ask(POOL);
                InputStream in = socket.getInputStream()) {
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
        }
        emulator.faults().clear();

        assertThat(keys(POOL).statusCode()).isEqualTo(200);
    }

    @Test
    void wrongContentIsAPage() throws Exception {
        emulator.faults().keys(KeyFault.wrongContent());

        HttpResponse<String> answer = keys(POOL);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue(AS_COGNITO);
        assertThat(answer.body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void whatIsNotAKeySetIsStillJson() throws Exception {
        emulator.faults().keys(KeyFault.notAKeySet());

        HttpResponse<String> answer = keys(POOL);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo("{\"message\":\"Everything is fine.\"}");
    }

    @Test
    void aKeySetCanBeEmpty() throws Exception {
        emulator.faults().keys(KeyFault.noKeys());

        assertThat(keys(POOL).body()).isEqualTo("{\"keys\":[]}");
    }

    @Test
    void aClosedConnectionGivesNoByte() throws Exception {
        emulator.faults().keys(KeyFault.connectionClosed());

        assertThat(raw(POOL)).isEmpty();
        assertThat(emulator.requests().count("jwks")).isEqualTo(1);
    }

    @Test
    void anAnswerCanTrickleInUntilTheClientHangsUp() throws Exception {
        emulator.faults().keys(KeyFault.trickling(Duration.ofMillis(1)));

        try (Socket socket =
                new Socket(emulator.endpoint().getHost(), emulator.endpoint().getPort())) {
            String request = "GET /" + POOL + "/.well-known/jwks.json HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String begin = "HTTP/1.1 200 OK\r\nX-Trickle: xxxxx";
            assertThat(socket.getInputStream().readNBytes(begin.length()))
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo(begin);
        }
    }

    @Test
    void faultsThatMakeNoSenseAreRefused() {
        assertRefused(() -> KeyFault.status(200), "found status 200, expected 400 to 599");
        assertRefused(() -> KeyFault.slow(Duration.ofMillis(-1)), "found delay PT-0.001S, expected zero or more");
        assertRefused(
                () -> KeyFault.trickling(Duration.ofNanos(1)),
                "found interval PT0.000000001S, expected one millisecond or more");
        assertRefused(() -> KeyFault.huge(0), "found a padding of 0 bytes, expected one or more");
        assertRefused(
                () -> emulator.faults().keys("eu-west-1_None", KeyFault.noKeys()),
                "the emulator's configuration has no such user pool: eu-west-1_None");
    }

    @Test
    void faultsSayWhatTheyAre() {
        emulator.faults().keys(KeyFault.slow(Duration.ofSeconds(2)));
        emulator.faults().keys(POOL, KeyFault.huge(7));

        assertThat(emulator.faults())
                .hasToString(
                        "Faults[keys of all=slow(PT2S), of pools={eu-west-1_CognitoEE=huge(7)}, calls={}, quotas={}]");
    }

    private HttpResponse<String> keys(String poolId) throws Exception {
        return Http.get(emulator, path(poolId));
    }

    private static String path(String poolId) {
        return "/" + poolId + "/.well-known/jwks.json";
    }

    /** All that comes over the wire. */
    private String raw(String poolId) throws IOException {
        try (Socket socket = ask(poolId);
                InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private Socket ask(String poolId) throws IOException {
        Socket socket = new Socket("127.0.0.1", emulator.endpoint().getPort());
        String request = "GET " + path(poolId) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void assertRefused(Runnable fault, String message) {
        assertThatThrownBy(fault::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
