package io.github.cognitoee.internal.session;

import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.forgedIdToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.config.ManagedLoginConfig;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60) // against threads that wait for ever
class RefresherTest {

    private static final String NEW_ID = idToken(Map.of("jti", "new"));
    private static final String NEW_ACCESS = accessToken(Map.of("jti", "new"));

    private final LoginApplication application = new LoginApplication();
    private final FakeTokenEndpoint cognito = application.cognito;
    private final Refresher refresher = new Refresher(application.clock);
    private final TokenSource source = source(application.verifier());
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
        application.close();
    }

    private TokenSource source(TokenVerifier verifier) {
        ManagedLoginConfig config = application.settings().managedLogin().orElseThrow();
        return new ManagedLoginTokens(
                config, new OAuthEndpoints(config), verifier.ofClient(config.userPool(), "web"), Optional.empty());
    }

    private Renewal now(SessionTokens tokens) {
        return refresher.now(tokens, source);
    }

    private Renewal ahead(SessionTokens tokens) {
        return refresher.ahead(tokens, source);
    }

    private SessionTokens tokens(@Nullable String refreshToken) {
        return tokens("old", refreshToken);
    }

    private SessionTokens tokens(String jti, @Nullable String refreshToken) {
        return new SessionTokens(
                idToken(Map.of("jti", jti)),
                accessToken(Map.of("jti", jti)),
                refreshToken,
                application.clock.instant().minusSeconds(60));
    }

    @Test
    void tokensAreRenewedTwoMinutesBeforeTheyExpire() {
        assertThat(refresher.isDue(application.clock.instant().plusSeconds(121)))
                .isFalse();
        assertThat(refresher.isDue(application.clock.instant().plusSeconds(120)))
                .isFalse();
        assertThat(refresher.isDue(application.clock.instant().plusSeconds(119)))
                .isTrue();
    }

    @Test
    void newTokensComeAndTheRefreshTokenStaysWhereNoNewOneComes() {
        cognito.issues(NEW_ID, NEW_ACCESS, null);
        SessionTokens old = tokens("refresh-1");
        SessionTokens renewed = renewed(now(old));

        assertThat(renewed.idToken()).isEqualTo(NEW_ID);
        assertThat(renewed.accessToken()).isEqualTo(NEW_ACCESS);
        assertThat(renewed.refreshToken()).contains("refresh-1");
        assertThat(renewed.signedInAt()).isEqualTo(old.signedInAt());
    }

    @Test
    void aRefreshTokenThatRotatesIsReplaced() {
        cognito.issues(NEW_ID, NEW_ACCESS, "refresh-2");

        assertThat(renewed(now(tokens("refresh-1"))).refreshToken()).contains("refresh-2");
    }

    @Test
    void withoutARefreshTokenTheSessionLastsAsLongAsItsTokens() {
        assertThat(ahead(tokens(null)))
                .isEqualTo(new Renewal.Unavailable(Refresher.AHEAD, "there is no refresh token"));
        assertThat(now(tokens(null))).isEqualTo(new Renewal.Ended("there is no refresh token"));
        assertThat(cognito.asked()).isEmpty();
    }

    @Test
    void manyThreadsThatNeedNewTokensShareOneExchange() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        holdUntil(asked, answer);
        List<Future<Renewal>> waiting = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            waiting.add(threads.submit(() -> now(tokens("refresh-1"))));
        }
        asked.await();
        answer.countDown();

        Renewal first = waiting.get(0).get();
        assertThat(first).isInstanceOf(Renewal.Renewed.class);
        for (Future<Renewal> other : waiting) {
            assertThat(other.get()).isSameAs(first);
        }
        assertThat(cognito.asked()).hasSize(1);
    }

    @Test
    void whoIsLateWithTheOldTokensGetsTheSame() {
        cognito.issues(NEW_ID, NEW_ACCESS, "refresh-2");
        Renewal first = now(tokens("refresh-1"));

        assertThat(now(tokens("refresh-1"))).isSameAs(first);
        assertThat(ahead(tokens("refresh-1"))).isSameAs(first);
        assertThat(cognito.asked()).hasSize(1);
    }

    @Test
    void whoHasTheNewTokensGetsNewerOnesByTheSameRefreshToken() {
        cognito.issues(NEW_ID, NEW_ACCESS, null);
        SessionTokens renewed = renewed(now(tokens("refresh-1")));
        String newer = idToken(Map.of("jti", "newer"));
        cognito.issues(newer, NEW_ACCESS, null);

        assertThat(renewed(now(renewed)).idToken()).isEqualTo(newer);
    }

    @Test
    void sessionsDoNotShareAnExchange() {
        cognito.issues(NEW_ID, NEW_ACCESS, null);
        now(tokens("one", "refresh-1"));
        now(tokens("other", "refresh-2"));

        assertThat(cognito.asked())
                .extracting(asked -> asked.form().get("refresh_token"))
                .containsExactly("refresh-1", "refresh-2");
    }

    @Test
    void aheadOfTimeNobodyWaitsForAnother() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        holdUntil(asked, answer);
        Future<Renewal> first = threads.submit(() -> ahead(tokens("refresh-1")));
        asked.await();

        assertThat(ahead(tokens("refresh-1"))).isEqualTo(new Renewal.Unavailable(Duration.ofSeconds(5), "under way"));
        answer.countDown();
        assertThat(first.get()).isInstanceOf(Renewal.Renewed.class);
        assertThat(ahead(tokens("refresh-1"))).isSameAs(first.get());
    }

    @Test
    void aRefreshTokenThatIsNotGoodAnyMoreEndsTheSession() {
        cognito.refuses("invalid_grant");

        assertThat(now(tokens("refresh-1"))).isEqualTo(new Renewal.Ended("the refresh token is not good any more"));
        assertThat(ahead(tokens("refresh-1"))).isInstanceOf(Renewal.Ended.class);
        assertThat(cognito.asked()).as("asked in vain once").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | ''                                   | status 500",
                "429 | ''                                   | status 429",
                "400 | {\"error\":\"invalid_client\"}       | the token endpoint says invalid_client",
                "400 | {\"error\":\"unauthorized_client\"}  | the token endpoint says unauthorized_client",
                "200 | {}                                   | an answer that is none of a token endpoint",
            })
    void whatMayPassEndsNothingAndIsTriedAgainAfterAPause(int status, String body, String why) {
        cognito.answers(status, body);
        Renewal failed = new Renewal.Unavailable(Duration.ofSeconds(5), why);
        assertThat(now(tokens("refresh-1"))).isEqualTo(failed);

        cognito.issues(NEW_ID, NEW_ACCESS, null);
        application.clock.advance(Duration.ofSeconds(5));
        assertThat(now(tokens("refresh-1"))).as("within the pause").isEqualTo(failed);
        assertThat(cognito.asked()).hasSize(1);

        application.clock.advance(Duration.ofMillis(1));
        assertThat(now(tokens("refresh-1"))).isInstanceOf(Renewal.Renewed.class);
    }

    static Stream<Arguments> tokensOfOthers() {
        String otherUser = "someone-else";
        return Stream.of(
                Arguments.of(
                        "another user",
                        idToken(Map.of("sub", otherUser)),
                        accessToken(Map.of("sub", otherUser)),
                        "new tokens are of another user"),
                Arguments.of(
                        "two users", NEW_ID, accessToken(Map.of("sub", otherUser)), "new tokens are of another user"),
                Arguments.of(
                        "another app client",
                        idToken(Map.of("aud", "mobile")),
                        NEW_ACCESS,
                        "new tokens are refused: CLIENT, aud is 'mobile'"),
                Arguments.of(
                        "another signer", forgedIdToken(Map.of()), NEW_ACCESS, "new tokens are refused: SIGNATURE"),
                Arguments.of("another kind", NEW_ACCESS, NEW_ACCESS, "new tokens are refused: TOKEN_USE"),
                Arguments.of("garbage", NEW_ID, "garbage", "new tokens are refused: MALFORMED"));
    }

    @ParameterizedTest(name = "of {0}")
    @MethodSource("tokensOfOthers")
    void newTokensThatAreNotOfThisSessionEndIt(String what, String id, String access, String why) {
        cognito.issues(id, access, "refresh-2");

        assertThat(now(tokens("refresh-1")))
                .isInstanceOfSatisfying(
                        Renewal.Ended.class, ended -> assertThat(ended.detail()).startsWith(why));
    }

    @Test
    void newTokensThatCannotBeJudgedNowEndNothing() {
        cognito.issues(NEW_ID, NEW_ACCESS, null);
        TokenSource withoutKeys =
                source(TestTokens.verifierWithoutKeys(application.settings().verification(), application.clock));

        assertThat(refresher.now(tokens("refresh-1"), withoutKeys))
                .isEqualTo(new Renewal.Unavailable(Duration.ofSeconds(7), "no route to the keys"));
    }

    private void holdUntil(CountDownLatch asked, CountDownLatch answer) {
        byte[] body = FakeTokenEndpoint.issued(NEW_ID, NEW_ACCESS, null).getBytes(StandardCharsets.UTF_8);
        cognito.answers(exchange -> {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    private static SessionTokens renewed(Renewal renewal) {
        assertThat(renewal).isInstanceOf(Renewal.Renewed.class);
        return ((Renewal.Renewed) renewal).tokens();
    }
}
