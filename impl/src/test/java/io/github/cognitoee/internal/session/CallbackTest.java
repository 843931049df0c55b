package io.github.cognitoee.internal.session;

import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.forgedIdToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.LogLines;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.mechanism.FakeBrowser;
import io.github.cognitoee.internal.mechanism.FakeExchange;
import io.github.cognitoee.internal.mechanism.FakeSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser that comes back from managed login: one good return, and all that may be wrong with it. */
@Timeout(60) // against an endpoint that is waited for
class CallbackTest {

    private static final String CODE = "a1b2c3d4-code";
    private static final String HTML = "<script>alert('x')</script>\"onload=\"&amp;";

    private final LoginApplication application = new LoginApplication();
    private final FakeTokenEndpoint cognito = application.cognito;
    private final FakeBrowser browser = new FakeBrowser();
    private final LogLines log = LogLines.ofPackage(ManagedLogin.class);
    private ManagedLogin login = application.login();
    private Map<String, String> visit = Map.of();

    @BeforeEach
    void start() {
        log.start();
        depart();
    }

    @AfterEach
    void stop() {
        log.stop();
        application.close();
    }

    private void depart() {
        visit = LoginApplication.visit(login, browser, "/albums/1?page=2");
        cognito.issues(idOf(visit, Map.of()), accessToken(Map.of()), "refresh-1");
    }

    @Test
    void whoComesBackFromManagedLoginIsSignedInAndWhereTheyWantedToBe() {
        PageAnswer answer = comeBack();

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("https://photos.example.com/photos/albums/1?page=2");
        assertThat(answer.body()).isEmpty();
        SessionTokens tokens = signedIn().orElseThrow();
        assertThat(tokens.idToken()).isEqualTo(idOf(visit, Map.of()));
        assertThat(tokens.accessToken()).isEqualTo(accessToken(Map.of()));
        assertThat(tokens.refreshToken()).contains("refresh-1");
        assertThat(tokens.signedInAt()).isEqualTo(application.clock.instant());
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void theCodeIsRedeemedWithWhatOnlyThisApplicationKnows() {
        comeBack();

        assertThat(cognito.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/oauth2/token");
            assertThat(asked.authorization()).isNull();
            assertThat(asked.form())
                    .containsOnlyKeys("grant_type", "code", "code_verifier", "redirect_uri", "client_id")
                    .containsEntry("grant_type", "authorization_code")
                    .containsEntry("code", CODE)
                    .containsEntry("redirect_uri", "https://photos.example.com/photos/callback")
                    .containsEntry("client_id", "web");
            assertThat(new Flow("", "", asked.form().get("code_verifier"), "", StepUp.NONE, application.clock.instant())
                            .challenge())
                    .isEqualTo(visit.get("code_challenge"));
        });
    }

    @Test
    void aConfidentialClientProvesItselfByItsSecret() {
        login = application
                .with("cognito.managed-login.client-secret", "s3cr3t+/=")
                .login();
        depart();
        comeBack();

        assertThat(signedIn()).isPresent();
        assertThat(cognito.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.authorization()).as("web:s3cr3t+/=").isEqualTo("Basic d2ViOnMzY3IzdCsvPQ==");
            assertThat(asked.form()).containsEntry("client_id", "web").doesNotContainKey("client_secret");
        });
    }

    @Test
    void theReturnEndsTheFlow() {
        browser.takes(comeBack().setCookies());

        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void aReturnThatIsRepeatedIsRefusedAndLeavesTheSessionAlone() {
        FakeExchange first = callback(visit.get("state"), CODE);
        browser.takes(finish(first).setCookies());
        Optional<SessionTokens> before = signedIn();

        assertToldWhy(comeBack(), Failure.NOT_STARTED_HERE, "this browser has no sign-in of this state");
        assertThat(signedIn()).isPresent().isEqualTo(before);
        assertThat(cognito.asked()).hasSize(1);
    }

    static Stream<Arguments> wrongStates() {
        return Stream.of(
                Arguments.of("missing", List.of(), "no single state"),
                Arguments.of("empty", List.of(""), "no single state"),
                Arguments.of("sent twice", List.of("{state}", "{state}"), "no single state"),
                Arguments.of("sent twice, one of them another's", List.of("{state}", "x"), "no single state"),
                Arguments.of("guessed", List.of("A".repeat(43)), "this browser has no sign-in of this state"),
                Arguments.of("cut off", List.of("{state}-"), "this browser has no sign-in of this state"),
                Arguments.of("HTML", List.of(HTML), "this browser has no sign-in of this state"),
                Arguments.of("short", List.of("a"), "this browser has no sign-in of this state"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongStates")
    void withoutTheRightStateNothingIsRedeemed(String what, List<String> states, String why) {
        FakeExchange exchange = browser.asksFor("/callback").parameter("code", CODE);
        if (!states.isEmpty()) {
            exchange.parameter(
                    "state",
                    states.stream()
                            .map(state -> state.replace("{state}", visit.get("state")))
                            .toArray(String[]::new));
        }

        assertRefused(finish(exchange), Failure.NOT_STARTED_HERE, why);
        assertThat(cognito.asked()).isEmpty();
    }

    @Test
    void theStateOfAnotherBrowserIsRefused() {
        FakeBrowser victim = new FakeBrowser();
        LoginApplication.visit(login, victim, "/");
        FakeExchange lured = victim.asksFor("/callback").parameter("code", CODE).parameter("state", visit.get("state"));

        assertRefused(finish(lured), Failure.NOT_STARTED_HERE, "this browser has no sign-in of this state");
        assertThat(cognito.asked()).isEmpty();
        assertThat(application.sessions().find(victim.asksFor("/").request())).isEmpty();
    }

    @Test
    void aBrowserThatNeverLeftIsRefused() {
        browser.cookies().clear();

        assertRefused(comeBack(), Failure.NOT_STARTED_HERE, "this browser has no sign-in of this state");
        assertThat(cognito.asked()).isEmpty();
    }

    @Test
    void whoTookTooLongIsRefused() {
        application.clock.advance(FlowCookies.LIFETIME);

        assertRefused(comeBack(), Failure.NOT_STARTED_HERE, "this browser has no sign-in of this state");
        assertThat(cognito.asked()).isEmpty();
    }

    @Test
    void aFlowOfAnotherProcessWithAnotherKeyIsRefused() {
        application.with("cognito.session.cookie-keys", "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=");
        assertRefused(
                application
                        .login()
                        .finish(
                                callback(visit.get("state"), CODE).request(),
                                browser.asksFor("/").response()),
                Failure.NOT_STARTED_HERE,
                "this browser has no sign-in of this state");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one,two"})
    void withoutOneCodeNothingIsRedeemed(String codes) {
        FakeExchange exchange = browser.asksFor("/callback").parameter("state", visit.get("state"));
        if (!codes.isEmpty()) {
            exchange.parameter("code", codes.split(","));
        }

        assertRefused(finish(exchange), Failure.MALFORMED, "no single code");
        assertThat(cognito.asked()).isEmpty();
    }

    @Test
    void aHostThatIsNotListedIsRefusedBeforeAnythingElse() {
        FakeExchange exchange = callback(visit.get("state"), CODE);
        exchange.serverName = "evil.example";
        PageAnswer answer = finish(exchange);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains("This application is not known under the address in your browser.")
                .doesNotContain("evil.example", "Start again");
        assertThat(cognito.asked()).isEmpty();
        assertThat(signedIn()).isEmpty();
    }

    @ParameterizedTest(name = "error={0}")
    @CsvSource({
        "access_denied, DENIED, managed login says access_denied",
        "login_required, DENIED, managed login says login_required",
        "invalid_request, DENIED, managed login says invalid_request",
        "server_error, UNAVAILABLE, managed login says server_error",
        "temporarily_unavailable, UNAVAILABLE, managed login says temporarily_unavailable",
        "unauthorized_client, MISCONFIGURED, managed login says unauthorized_client; look at the app client's OAuth"
                + " settings",
        "invalid_scope, MISCONFIGURED, managed login says invalid_scope; look at the app client's OAuth settings",
        "'', MISCONFIGURED, managed login says an error of another form; look at the app client's OAuth settings",
        HTML + ", MISCONFIGURED, managed login says an error of another form; look at the app client's OAuth settings",
    })
    void anErrorOfManagedLoginIsToldWithoutAWordOfIt(String error, Failure failure, String why) {
        FakeExchange exchange = callback(visit.get("state"), CODE)
                .parameter("error", error)
                .parameter("error_description", "Look here: " + HTML + " or call +1 555 0100")
                .parameter("error_uri", "https://evil.example");
        PageAnswer answer = finish(exchange);

        assertRefused(answer, failure, why);
        assertThat(answer.body()).doesNotContain("script>", "alert", "onload", "555", "evil.example", "call");
        assertThat(String.join("\n", log.lines())).doesNotContain("script>", "555", "evil.example");
        assertThat(cognito.asked()).isEmpty();
        assertThat(browser.takes(answer.setCookies()).cookies())
                .as("the flow is over")
                .isEmpty();
    }

    @Test
    void anErrorThatNobodyHereAskedForIsRefusedLikeAnyStrangeReturn() {
        FakeExchange exchange = browser.asksFor("/callback").parameter("error", "access_denied");

        assertRefused(finish(exchange), Failure.NOT_STARTED_HERE, "no single state");
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_grant, EXPIRED_CODE, the token endpoint does not know the code",
        "invalid_client, MISCONFIGURED, 'the token endpoint says invalid_client; look at client id, secret and redirect"
                + " URI'",
        "unauthorized_client, MISCONFIGURED, 'the token endpoint says unauthorized_client; look at client id, secret and"
                + " redirect URI'",
    })
    void aRefusalOfTheTokenEndpointSignsNobodyIn(String error, Failure failure, String why) {
        cognito.refuses(error);

        assertRefused(comeBack(), failure, why);
    }

    /** What the token endpoint issues in the place of good tokens. */
    private record Issued(
            String what, Function<String, String> idTokenOfNonce, String accessToken, Failure failure, String why) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Issued otherId(String what, Map<String, ?> claims, Failure failure, String why) {
        return new Issued(what, nonce -> idOf(Map.of("nonce", nonce), claims), accessToken(Map.of()), failure, why);
    }

    private static Issued otherAccess(String what, String accessToken, Failure failure, String why) {
        return new Issued(what, nonce -> idToken(Map.of("nonce", nonce)), accessToken, failure, why);
    }

    static Stream<Issued> wrongTokens() {
        String otherNonce = "the ID token has another nonce, or none";
        String now = ", now 2026-11-20T10:00:00Z";
        return Stream.of(
                new Issued(
                        "no nonce",
                        nonce -> idToken(Map.of()),
                        accessToken(Map.of()),
                        Failure.OTHER_SIGN_IN,
                        otherNonce),
                otherId("the nonce of another sign-in", Map.of("nonce", "another"), Failure.OTHER_SIGN_IN, otherNonce),
                otherId("an empty nonce", Map.of("nonce", ""), Failure.OTHER_SIGN_IN, otherNonce),
                otherId("a nonce that is no text", Map.of("nonce", 1), Failure.OTHER_SIGN_IN, otherNonce),
                otherId(
                        "an ID token of another app client",
                        Map.of("aud", "mobile"),
                        Failure.BAD_ANSWER,
                        "ID token refused: CLIENT, aud is 'mobile'"),
                otherId(
                        "an ID token of another user pool",
                        Map.of("iss", "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other"),
                        Failure.BAD_ANSWER,
                        "ID token refused: ISSUER, "),
                otherId(
                        "an ID token that has expired",
                        Map.of("exp", epochSecond(-61)),
                        Failure.BAD_ANSWER,
                        "ID token refused: EXPIRED, exp was 2026-11-20T09:58:59Z" + now),
                otherId(
                        "an ID token of the future",
                        Map.of("iat", epochSecond(61)),
                        Failure.BAD_ANSWER,
                        "ID token refused: ISSUED_IN_FUTURE, iat is 2026-11-20T10:01:01Z" + now),
                new Issued(
                        "an ID token that somebody else signed",
                        nonce -> forgedIdToken(Map.of("nonce", nonce)),
                        accessToken(Map.of()),
                        Failure.BAD_ANSWER,
                        "ID token refused: SIGNATURE"),
                new Issued(
                        "an access token in the place of the ID token",
                        nonce -> accessToken(Map.of("nonce", nonce)),
                        accessToken(Map.of()),
                        Failure.BAD_ANSWER,
                        "ID token refused: TOKEN_USE, token_use is 'access', expected 'id'"),
                new Issued(
                        "no ID token at all",
                        nonce -> "",
                        accessToken(Map.of()),
                        Failure.BAD_ANSWER,
                        "ID token refused: MALFORMED"),
                otherAccess(
                        "an ID token in the place of the access token",
                        idToken(Map.of()),
                        Failure.BAD_ANSWER,
                        "access token refused: TOKEN_USE, token_use is 'id', expected 'access'"),
                otherAccess(
                        "an access token of another app client",
                        accessToken(Map.of("client_id", "mobile")),
                        Failure.BAD_ANSWER,
                        "access token refused: CLIENT, client_id is 'mobile'"),
                otherAccess(
                        "an access token that has expired",
                        accessToken(Map.of("exp", epochSecond(-61))),
                        Failure.BAD_ANSWER,
                        "access token refused: EXPIRED, exp was 2026-11-20T09:58:59Z" + now),
                otherAccess("garbage", "garbage", Failure.BAD_ANSWER, "access token refused: MALFORMED"),
                otherAccess(
                        "tokens of two users",
                        accessToken(Map.of("sub", "someone-else")),
                        Failure.BAD_ANSWER,
                        "ID token and access token are of different users"));
    }

    private static long epochSecond(int fromNow) {
        return TestTokens.NOW.plusSeconds(fromNow).getEpochSecond();
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void onlyTokensOfThisVeryVisitSignSomebodyIn(Issued issued) {
        cognito.issues(issued.idTokenOfNonce().apply(visit.get("nonce")), issued.accessToken(), "refresh-1");

        assertRefused(comeBack(), issued.failure(), issued.why());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cognito.required-scopes | albums/write | access token refused: SCOPE",
                "cognito.required-groups | staff        | ID token refused: GROUP",
            })
    void whoLacksWhatTheDefinitionRequiresIsNotSignedIn(String key, String value, String why) {
        login = application.with(key, value).login();
        depart();

        assertRefused(comeBack(), Failure.DENIED, why);
    }

    @Test
    void whileTheKeysCannotBeHadNobodyIsSignedIn() {
        login = application.loginWithoutKeys();
        depart();

        assertRefused(comeBack(), Failure.UNAVAILABLE, "no route to the keys");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | {\"error\":\"slow_down\"} | the token endpoint: status 429",
                "500 | <html>oops</html> | the token endpoint: status 500",
                "502 | '' | the token endpoint: status 502",
                "503 | {\"error\":\"invalid_grant\"} | the token endpoint: status 503",
                "302 | '' | the token endpoint: an answer that is none of a token endpoint",
                "404 | Not Found | the token endpoint: an answer that is none of a token endpoint",
                "400 | '' | the token endpoint: an answer that is none of a token endpoint",
                "400 | {} | the token endpoint: an answer that is none of a token endpoint",
                "400 | [] | the token endpoint: an answer that is none of a token endpoint",
                "400 | {\"error\":{}} | the token endpoint: an answer that is none of a token endpoint",
                "400 | {\"error\":\"<script>\"} | the token endpoint: status 400 with an unknown error",
                "200 | '' | the token endpoint: an answer that is none of a token endpoint",
                "200 | garbage | the token endpoint: an answer that is none of a token endpoint",
                "200 | null | the token endpoint: an answer that is none of a token endpoint",
                "200 | {\"access_token\":\"a\"} | the token endpoint: an answer that is none of a token endpoint",
                "200 | {\"id_token\":1,\"access_token\":\"a\"} | the token endpoint: an answer that is none of a token endpoint",
                "200 | {\"id_token\":null,\"access_token\":\"a\"} | the token endpoint: an answer that is none of a token endpoint",
                "204 | '' | the token endpoint: an answer that is none of a token endpoint",
            })
    void anAnswerThatSaysNothingIsNoSignIn(int status, String body, String why) {
        cognito.answers(status, body);

        assertRefused(comeBack(), Failure.UNAVAILABLE, why);
        assertThat(cognito.asked()).as("a code is redeemed once").hasSize(1);
    }

    @Test
    void aClientThatTheEndpointDoesNotKnowIsAMistakeInTheSettings() {
        cognito.answers(401, "{\"error\":\"invalid_client\"}");

        assertRefused(
                comeBack(),
                Failure.MISCONFIGURED,
                "the token endpoint says invalid_client; look at client id, secret and redirect URI");
        assertThat(cognito.asked()).hasSize(1);
    }

    @Test
    void aRedirectIsNotFollowedWithTheCodeInHand() {
        try (FakeTokenEndpoint elsewhere = new FakeTokenEndpoint()) {
            cognito.answers(exchange -> {
                exchange.getResponseHeaders().set("Location", elsewhere.address() + "/oauth2/token");
                exchange.sendResponseHeaders(307, -1);
            });

            assertRefused(
                    comeBack(), Failure.UNAVAILABLE, "the token endpoint: an answer that is none of a token endpoint");
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void anEndlessAnswerIsGivenUp() {
        cognito.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = " ".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
            while (true) { // until the client closes the connection
                exchange.getResponseBody().write(blanks);
            }
        });

        assertRefused(
                comeBack(),
                Failure.UNAVAILABLE,
                "the token endpoint: not reached: java.io.IOException: an answer too long, or too slow");
    }

    @Test
    void anEndpointThatIsDownSignsNobodyIn() {
        cognito.goesDown();

        assertRefused(comeBack(), Failure.UNAVAILABLE, "the token endpoint: not reached: java.net.ConnectException");
    }

    @Test
    void aConnectionThatBreaksIsNotTriedAgainWithTheSameCode() {
        cognito.answers(exchange -> {
            throw new IOException("close it without an answer");
        });

        assertRefused(comeBack(), Failure.UNAVAILABLE, "the token endpoint: not reached: java.net.SocketException");
        assertThat(cognito.asked()).hasSize(1);
    }

    @Test
    void theSessionOfAnAnonymousVisitorStaysUnderAnotherId() {
        FakeSession session = browser.inSession();
        session.setAttribute("basket", "two prints");
        String id = session.getId();
        comeBack();

        assertThat(browser.session()).isSameAs(session);
        assertThat(session.getId()).isNotEqualTo(id);
        assertThat(session.attributes()).containsEntry("basket", "two prints");
        assertThat(signedIn()).isPresent();
    }

    @Test
    void whatAnotherUserHadInTheSessionIsDropped() {
        comeBack();
        FakeSession ofAlice = browser.inSession();
        ofAlice.setAttribute("basket", "alice's");
        visit = LoginApplication.visit(login, browser, "/");
        String bobs = idOf(visit, Map.of("sub", "bob"));
        cognito.issues(bobs, accessToken(Map.of("sub", "bob")), "refresh-2");
        comeBack();

        assertThat(ofAlice.isOver()).isTrue();
        assertThat(browser.session()).isNotSameAs(ofAlice);
        assertThat(browser.session().attributes()).doesNotContainKey("basket");
        assertThat(signedIn().orElseThrow().idToken()).isEqualTo(bobs);
    }

    @Test
    void aFailedReturnLeavesTheSessionOfWhoeverIsSignedInAlone() {
        comeBack();
        Optional<SessionTokens> before = signedIn();
        visit = LoginApplication.visit(login, browser, "/");
        cognito.refuses("invalid_grant");

        assertThat(comeBack().status()).isEqualTo(400);
        assertThat(signedIn()).isPresent().isEqualTo(before);
    }

    @Test
    void noSecretIsInAnyLineOrPage() {
        String access = accessToken(Map.of("sub", "someone-else"));
        login = application
                .with("cognito.managed-login.client-secret", "s3cr3t")
                .login();
        depart();
        String id = idOf(visit, Map.of());
        cognito.issues(id, access, "refresh-1");
        String shown = comeBack().body() + browser.cookies() + log.lines();

        assertThat(shown)
                .contains("of different users")
                .doesNotContain(CODE, id, access, "refresh-1", "s3cr3t", visit.get("nonce"), visit.get("state"));
    }

    @Test
    void resultsPrintNoSecret() {
        SessionTokens tokens = new SessionTokens("id", "access", "refresh", application.clock.instant());
        Flow flow = Flow.begin("/", StepUp.NONE, application.clock.instant());

        assertThat(new Callback.SignedIn(flow, tokens)).hasToString("SignedIn[flow=Flow, tokens=SessionTokens]");
        assertThat(new TokenAnswer.Issued("id", "access", "refresh")).hasToString("Issued");
        assertThat(new Renewal.Renewed(tokens)).hasToString("Renewed[tokens=SessionTokens]");
        assertThat(login.start(browser.asksFor("/").request(), Visit.ORDINARY)).hasToString("PageAnswer[303]");
    }

    /** The ID token of a visit to managed login, with some claims changed. */
    private static String idOf(Map<String, String> visit, Map<String, ?> changes) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("nonce", visit.get("nonce"));
        claims.putAll(changes);
        return idToken(claims);
    }

    private FakeExchange callback(String state, String code) {
        return browser.asksFor("/callback").parameter("code", code).parameter("state", state);
    }

    private PageAnswer finish(FakeExchange exchange) {
        return login.finish(exchange.request(), exchange.response());
    }

    private PageAnswer comeBack() {
        return finish(callback(visit.get("state"), CODE));
    }

    private Optional<SessionTokens> signedIn() {
        return application.sessions().find(browser.asksFor("/").request());
    }

    /** The page says what the failure says, and an id by which the log says why; and nobody is signed in. */
    private void assertRefused(PageAnswer answer, Failure failure, String why) {
        assertToldWhy(answer, failure, why);
        assertThat(browser.session()).as("not even a session").isNull();
    }

    private void assertToldWhy(PageAnswer answer, Failure failure, String why) {
        assertThat(answer.status()).isEqualTo(failure.status());
        assertThat(answer.isRedirect()).isFalse();
        assertThat(answer.body())
                .contains("<h1>" + failure.title() + "</h1>", "<p>" + failure.text() + "</p>")
                .contains("<a href=\"https://photos.example.com/photos/\">Start again</a>");
        Matcher incident = Pattern.compile("Reference: ([\\w-]{8})<").matcher(answer.body());
        assertThat(incident.find()).isTrue();
        assertThat(log.lines())
                .last()
                .asString()
                .startsWith((failure == Failure.MISCONFIGURED ? "COG-0037: " : "") + "sign-in " + incident.group(1)
                        + " failed: " + why);
    }
}
