package io.github.cognitoee.internal.userpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SdkCallsTest {

    private static final Duration TIMEOUT = Duration.ofMillis(300);

    private final AtomicInteger requests = new AtomicInteger();

    @FunctionalInterface
    interface Step {
        Object ask(SignInApi api);
    }

    private static PoolAnswer answerCode(SignInApi api) {
        return api.respond("SMS_MFA", "session", Map.of("SMS_MFA_CODE", "123456"), Circumstances.NONE);
    }

    private static PoolAnswer begin(SignInApi api) {
        return api.initiate("USER_PASSWORD_AUTH", Map.of("USERNAME", "jane"), Circumstances.NONE);
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of("InitiateAuth", (Step) SdkCallsTest::begin),
                Arguments.of("RespondToAuthChallenge", (Step) SdkCallsTest::answerCode),
                Arguments.of("GetTokensFromRefreshToken", (Step) api -> api.refresh("refresh", Optional.empty())));
    }

    private static SignInApi api(int port) {
        return new AwsSignIn(
                "eu-west-1",
                URI.create("http://127.0.0.1:" + port),
                new AppClient("client", Optional.empty()),
                TIMEOUT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void aCallWhoseAnswerIsLostIsNotRepeated(String operation, Step step) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                SignInApi api = api(server.getLocalPort())) {
            List<Socket> open = new CopyOnWriteArrayList<>();
            Thread accepting = new Thread(() -> acceptAndNeverAnswer(server, open));
            accepting.start();

            assertThatThrownBy(() -> step.ask(api))
                    .isInstanceOf(CognitoUnavailableException.class)
                    .hasMessageStartingWith(operation + " failed: ");

            assertThat(requests).hasValue(1);
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private void acceptAndNeverAnswer(ServerSocket server, List<Socket> open) {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                requests.incrementAndGet();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    @ParameterizedTest
    @CsvSource({
        "500, InternalErrorException, 1",
        "503, '', 1",
        "400, TooManyRequestsException, 2",
        "400, CodeMismatchException, 1",
    })
    void anAnswerToAChallengeIsRepeatedWhereItWasThrottledAlone(int status, String code, int times) throws IOException {
        assertThat(requestsOf(SdkCallsTest::answerCode, status, code)).isEqualTo(times);
    }

    @ParameterizedTest
    @CsvSource({
        "500, InternalErrorException, 2",
        "400, TooManyRequestsException, 2",
        "400, NotAuthorizedException, 1",
    })
    void theBeginningIsRepeatedWhereTheServiceFailedToo(int status, String code, int times) throws IOException {
        assertThat(requestsOf(SdkCallsTest::begin, status, code)).isEqualTo(times);
    }

    @Test
    void aRefreshTokenIsNotUsedTwice() throws IOException {
        assertThat(requestsOf(api -> api.refresh("refresh", Optional.empty()), 500, "InternalErrorException"))
                .isEqualTo(1);
    }

    private int requestsOf(Step step, int status, String code) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            try (InputStream body = exchange.getRequestBody()) {
                body.readAllBytes();
            }
            byte[] error = ("{\"__type\":\"" + code + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, error.length);
            exchange.getResponseBody().write(error);
            exchange.close();
        });
        server.start();
        try (SignInApi api = api(server.getAddress().getPort())) {
            assertThatThrownBy(() -> step.ask(api)).isInstanceOf(CognitoException.class);
            return requests.get();
        } finally {
            server.stop(0);
        }
    }
}
