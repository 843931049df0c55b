package io.github.cognitoee.internal.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.cognitoee.internal.config.KeyLocation;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.config.UserPoolConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60) // against a client that stays on
class HttpJwksFetcherTest {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpJwksFetcher fetcher = new HttpJwksFetcher();
    private HttpServer server;
    private Answer answer;

    /** What the server does with a request. */
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            answer.to(exchange);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void fetchesTheText() throws IOException {
        answer = body(200, "{\"keys\":\"\u00e9\"}");

        assertThat(fetcher.fetch(address())).isEqualTo(new JwksFetcher.Fetched("{\"keys\":\"\u00e9\"}", null));
        assertThat(requests).containsExactly("GET /jwks.json");
    }

    @Test
    void fetchesAnAnswerInChunks() throws IOException {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(Draft.utf8("{}"));
        };

        assertThat(fetcher.fetch(address()).json()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=3600           | PT1H",
                "public, Max-Age=60     | PT1M",
                "max-age=5, public      | PT5S",
                "no-store               |",
                "max-age                |",
                "max-age=-1             |",
                "max-age=1e3            |",
                "max-age=99999999999999 |",
                "s-maxage=60            |",
            })
    void readsMaxAge(String cacheControl, Duration maxAge) throws IOException {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Cache-Control", cacheControl);
            body(200, "{}").to(exchange);
        };

        assertThat(fetcher.fetch(address()).maxAge()).isEqualTo(maxAge);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 304, 403, 404, 429, 500, 503})
    void takesNothingBut200(int status) {
        answer = exchange -> exchange.sendResponseHeaders(status, -1);

        assertThatThrownBy(() -> fetcher.fetch(address()))
                .isInstanceOf(IOException.class)
                .hasMessage("status " + status + ", expected 200");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirect(int status) {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        };

        assertThatThrownBy(() -> fetcher.fetch(address())).hasMessage("status " + status + ", expected 200");
        assertThat(requests).containsExactly("GET /jwks.json");
    }

    @Test
    void takes256KibibytesAndNoMore() throws IOException {
        answer = body(200, "x".repeat(256 * 1024));
        assertThat(fetcher.fetch(address()).json()).hasSize(256 * 1024);

        answer = body(200, "x".repeat(256 * 1024 + 1));
        assertThatThrownBy(() -> fetcher.fetch(address())).hasMessage("answer longer than 262144 bytes");
    }

    @Test
    void anAnswerWithoutAnEndIsGivenUp() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] chunk = new byte[8 * 1024];
            Arrays.fill(chunk, (byte) ' ');
            for (int i = 0; i < 10_000; i++) { // until the client hangs up
                exchange.getResponseBody().write(chunk);
            }
        };

        assertThatThrownBy(() -> fetcher.fetch(address())).hasMessage("answer longer than 262144 bytes");
    }

    @Test
    void anAnswerThatEndsEarlyIsNotTakenForAWholeOne() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread halfAServer = new Thread(() -> answerHalf(socket));
            halfAServer.start();

            assertThatThrownBy(() -> fetcher.fetch(address(socket)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("answer ended after 2 of 10 bytes");
            halfAServer.join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Endless: ", "Content-Length: 90000\r\nConnection: close\r\n\r\n"})
    void anAnswerThatTricklesInIsGivenUpAsAWholeAndItsConnectionClosed(String head) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread trickling = new Thread(() -> trickleUntilTheClientHangsUp(socket, head));
            trickling.start();

            assertThatThrownBy(() -> new HttpJwksFetcher(Duration.ofMillis(300)).fetch(address(socket)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no whole answer within 300 ms");
            trickling.join();
        }
    }

    @Test
    void atTheEndOfTheApplicationAFetchIsGivenUpAndNoneIsBegun() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread trickling = new Thread(() -> trickleUntilTheClientHangsUp(socket, "X-Endless: ", fetcher::close));
            trickling.start();

            assertThatThrownBy(() -> fetcher.fetch(address(socket)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the application has ended");
            trickling.join();
        }
        assertThatThrownBy(() -> fetcher.fetch(address())).hasMessage("the application has ended");
        assertThat(requests).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsAnIOException() {
        URI address = address();
        server.stop(0);

        assertThatThrownBy(() -> fetcher.fetch(address)).isInstanceOf(IOException.class);
    }

    @Test
    void everyFetchAsksTheServer() throws IOException {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Cache-Control", "max-age=3600");
            body(200, "{}").to(exchange);
        };

        fetcher.fetch(address());
        fetcher.fetch(address());

        assertThat(requests).hasSize(2);
    }

    @Test
    void theCacheFindsAKeyThroughIt() {
        answer = body(200, TestKeys.keySet("one"));

        assertThat(cache().find(pool(), "one")).isEqualTo(new KeyLookup.Found(TestKeys.publicKey(TestKeys.POOL)));
    }

    @Test
    void aPageInsteadOfAKeySetIsAnOutage() {
        answer = body(200, "<html>Please sign in to this network</html>");

        assertThat(cache().find(pool(), "one"))
                .isEqualTo(new KeyLookup.Unavailable(
                        Duration.ofSeconds(1),
                        "key set " + address() + ": java.io.IOException: not a JSON Web Key Set"));
    }

    private KeySetCache cache() {
        return new KeySetCache(
                List.of(pool()),
                (pool, address) -> new CachedKeySet(
                        address, fetcher, Clock.fixed(Draft.NOW, ZoneOffset.UTC), Runnable::run, new Backoff(() -> 1)));
    }

    private UserPoolConfig pool() {
        return new UserPoolConfig(
                Draft.POOL_ID,
                new Region("eu-west-1"),
                Set.of("web"),
                Set.of(Draft.ISSUER),
                new KeyLocation.Published(address()));
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
    }

    private static URI address(ServerSocket server) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private static Answer body(int status, String text) {
        byte[] bytes = Draft.utf8(text);
        return exchange -> {
            exchange.sendResponseHeaders(status, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        };
    }

    private static void answerHalf(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.getInputStream().read(new byte[8 * 1024]);
            client.getOutputStream().write(Draft.utf8("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{}"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void trickleUntilTheClientHangsUp(ServerSocket server, String head) {
        trickleUntilTheClientHangsUp(server, head, () -> {});
    }

    private static void trickleUntilTheClientHangsUp(ServerSocket server, String head, Runnable begun) {
        try (Socket client = server.accept()) {
            client.getInputStream().read(new byte[8 * 1024]);
            client.getOutputStream().write(Draft.utf8("HTTP/1.1 200 OK\r\n" + head));
            begun.run();
            while (true) {
                client.getOutputStream().write('x');
                Thread.sleep(10);
            }
        } catch (IOException | InterruptedException e) {
            // the client has hung up
        }
    }
}
