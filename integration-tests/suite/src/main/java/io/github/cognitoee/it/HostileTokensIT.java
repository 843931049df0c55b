package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.cognitoee.it.debuglog.DebugLogServlet;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.RawCall;
import io.github.cognitoee.it.harness.ServerLog;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.roles.RolesApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever an attacker puts into {@code Authorization} is refused with 401 and the right words, on guarded and on open
 * paths, with one line in the log, and no trace of the token anywhere.
 */
@ExtendWith(ArquillianExtension.class)
class HostileTokensIT {

    private static final String GUARDED_REST = "api/methods/users";
    private static final String OPEN_REST = "api/methods/unannotated";
    private static final String OPEN_SERVLET = "servlet/open";
    private static final List<String> PATHS = List.of(GUARDED_REST, OPEN_REST, OPEN_SERVLET);

    /** Presented before every hostile token, so that the server has it among the tokens it has seen. */
    private static final String VALID = Cognito.alice().accessToken();

    private static final AtomicInteger REQUESTS_TO_FORGER = new AtomicInteger();
    private static final HttpServer FORGER = forger();

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(RolesApplication.class).addPackage(DebugLogServlet.class.getPackage());
    }

    @BeforeEach
    void validTokenIsTaken() {
        assertThat(Call.to(war, GUARDED_REST).bearer(VALID).get().status()).isEqualTo(200);
    }

    @AfterAll
    static void stopForger() {
        FORGER.stop(0);
    }

    static Stream<HostileToken> hostileTokens() {
        return Stream.of(
                        HostileTokens.notCompactJws(),
                        HostileTokens.algorithms(),
                        HostileTokens.keys(forgersAddress()),
                        HostileTokens.json(),
                        HostileTokens.claims(),
                        HostileTokens.issuers(forgersAddress()))
                .flatMap(List::stream);
    }

    static Stream<HostileToken> tokensOfOtherIssuers() {
        return HostileTokens.issuers(forgersAddress()).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileTokens")
    void hostileTokenIsRefusedOnEveryPath(HostileToken token) {
        for (String path : PATHS) {
            Answer answer = Call.to(war, path).bearer(token.text()).get();

            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.challenge()).as(path).isEqualTo(token.challenge());
            assertThat(token.fragments()).as(path).noneMatch((answer.headers() + answer.body())::contains);
        }
        assertThat(REQUESTS_TO_FORGER).hasValue(0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileTokens")
    void refusalIsOneLineInTheLogThatTellsTheReason(HostileToken token) {
        loggedByLibrary();

        Call.to(war, OPEN_SERVLET).bearer(token.text()).get();

        List<String> logged = loggedByLibrary();
        assertThat(logged).singleElement().asString().startsWith("token refused: " + token.reason() + ", ");
        assertThat(token.fragments()).noneMatch(logged.get(0)::contains);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokensOfOtherIssuers")
    void keysAreNotFetchedForTokensOfOtherIssuers(HostileToken token) {
        long before = Cognito.requests().total();

        Call.to(war, GUARDED_REST).bearer(token.text()).get();

        assertThat(Cognito.requests().total()).isEqualTo(before);
        assertThat(REQUESTS_TO_FORGER).hasValue(0);
    }

    static IntStream positions() {
        return IntStream.range(0, 64).map(step -> step * (VALID.length() - 1) / 63);
    }

    @ParameterizedTest(name = "position {0}")
    @MethodSource("positions")
    void validTokenWithOneBitFlippedIsRefused(int position) {
        char flipped = (char) (VALID.charAt(position) ^ 1);
        String token = VALID.substring(0, position) + flipped + VALID.substring(position + 1);

        Answer answer = Call.to(war, OPEN_SERVLET).bearer(token).get();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).startsWith("Bearer realm=\"cognito\", error=\"invalid_token\"");
    }

    @Test
    void serversOwnLogTellsNoPartOfAToken() throws IOException {
        Set<String> fragments = new HashSet<>();
        hostileTokens().forEach(token -> {
            Call.to(war, GUARDED_REST).bearer(token.text()).get();
            fragments.addAll(token.fragments());
        });

        assertThat(ServerLog.read()).contains("roles").satisfies(log -> assertThat(fragments)
                .noneMatch(log::contains));
    }

    @ParameterizedTest
    @ValueSource(strings = {GUARDED_REST, OPEN_REST, OPEN_SERVLET})
    void schemeWithoutTokenIsAMalformedRequest(String path) {
        Answer answer = Call.to(war, path).header("Authorization", "Bearer").get();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.challenge())
                .isEqualTo("Bearer realm=\"cognito\", error=\"invalid_request\","
                        + " error_description=\"no token after Bearer\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {GUARDED_REST, OPEN_REST, OPEN_SERVLET})
    void twoHeadersAreAMalformedRequestWhateverTheyHold(String path) {
        for (String other : List.of("Bearer x", "Basic YWxpY2U6c2VjcmV0", "")) {
            Answer answer = Call.to(war, path)
                    .bearer(VALID)
                    .header("Authorization", other)
                    .get();

            assertThat(answer.status()).as(other).isEqualTo(400);
            assertThat(answer.challenge())
                    .isEqualTo("Bearer realm=\"cognito\", error=\"invalid_request\","
                            + " error_description=\"more than one Authorization header\"");
        }
    }

    /** Every byte that is no printable ASCII, but for the line's end. */
    static IntStream strayBytes() {
        return IntStream.concat(IntStream.range(0, ' '), IntStream.range(0x7F, 0x100))
                .filter(b -> b != '\r' && b != '\n');
    }

    @ParameterizedTest(name = "byte {0}")
    @MethodSource("strayBytes")
    void validTokenWithAStrayByteInsideIsRefusedByServerOrLibrary(int stray) {
        assertRefused(rawBearer(VALID.substring(0, 40) + (char) stray + VALID.substring(40)));
    }

    /** Not those that HTTP calls white space: space, tab and the ends of lines. */
    static IntStream strayBytesButWhitespace() {
        return IntStream.of(
                0, 1, 8, 0x0B, 0x0C, 0x0E, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F, 0x7F, 0x80, 0x85, 0xA0, 0xAD, 0xFF);
    }

    @ParameterizedTest(name = "byte {0}")
    @MethodSource("strayBytesButWhitespace")
    void validTokenWithAStrayByteAroundItIsRefusedByServerOrLibrary(int stray) {
        assertRefused(rawBearer((char) stray + VALID));
        assertRefused(rawBearer(VALID + (char) stray));
    }

    @ParameterizedTest
    @ValueSource(ints = {6_000, 9_000, 20_000, 70_000, 1_100_000})
    void tokenOfThatLengthIsRefusedByServerOrLibrary(int length) {
        String token = VALID + "A".repeat(length - VALID.length());

        assertRefused(rawBearer(token));
    }

    /** What comes back from a guarded path; a server that hangs up without a word has refused, too. */
    private String rawBearer(String token) {
        return RawCall.to(war, GUARDED_REST)
                .header("Authorization", "Bearer " + token)
                .get()
                .orElse("HTTP/1.1 400 hung up");
    }

    /** By the library with 401, or before it by the server, whose limits are 400, 413 and 431. */
    private static void assertRefused(String answer) {
        assertThat(answer.lines().findFirst().orElse("")).matches("HTTP/1.1 (400|401|413|431)( .*)?");
        assertThat(answer).doesNotContain(VALID.substring(0, 20)).doesNotContain(VALID.substring(VALID.length() - 20));
    }

    private List<String> loggedByLibrary() {
        return Call.to(war, "debug-log").get().body().lines().toList();
    }

    private static String forgersAddress() {
        return "http://127.0.0.1:" + FORGER.getAddress().getPort() + "/keys";
    }

    /** Counts who comes for the forger's keys. */
    private static HttpServer forger() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                REQUESTS_TO_FORGER.incrementAndGet();
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
