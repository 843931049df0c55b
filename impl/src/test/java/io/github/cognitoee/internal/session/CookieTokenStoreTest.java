package io.github.cognitoee.internal.session;

import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.cipher.TextCipher;
import io.github.cognitoee.internal.config.CipherKey;
import io.github.cognitoee.internal.config.TokenKeeping;
import io.github.cognitoee.internal.mechanism.FakeBrowser;
import io.github.cognitoee.internal.mechanism.FakeExchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieTokenStoreTest {

    private static final Duration MAX_AGE = Duration.ofHours(12);

    private final LoginApplication application = new LoginApplication();
    private final FakeBrowser browser = new FakeBrowser();
    private final CipherKey key = CipherKey.random();
    private final CookieTokenStore store = storeOf(key);

    @AfterEach
    void stop() {
        application.close();
    }

    private CookieTokenStore storeOf(CipherKey key) {
        return store(key, 1 << 20);
    }

    private CookieTokenStore store(CipherKey key, long openedCookieBytes) {
        return new CookieTokenStore(
                new TextCipher(List.of(key)),
                new Owner(application.config()),
                new TokenKeeping(true, MAX_AGE, openedCookieBytes),
                application.clock);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "refresh", "eyJjdHkiOiJKV1QifQ.a.b.c.d", "not=base64.\u00e9", "..", "AB"})
    void tokensComeBackAsTheyWereKept(String refreshToken) {
        SessionTokens tokens = tokens(refreshToken.isEmpty() ? null : refreshToken);
        begin(tokens);

        assertSame(find().orElseThrow(), tokens);
    }

    @Test
    void theCookieIsForThisHostAloneAndShowsNothing() {
        SessionTokens tokens = tokens("refresh-1");

        assertThat(begin(tokens))
                .anySatisfy(header -> assertThat(header)
                        .matches("__Host-cognito-[0-9a-f]{8}-0=[\\w-]+"
                                + "; Max-Age=43200; Path=/; Secure; HttpOnly; SameSite=Lax"))
                .noneMatch(header -> header.contains("eyJ") || header.contains("refresh-1"));
        assertThat(browser.session()).as("needs no session").isNull();
    }

    @Test
    void longTokensTakeTwoCookiesAndShortOnesAfterThemOne() {
        begin(tokens(random(3_000)));
        assertThat(browser.cookies()).hasSize(2).allSatisfy((name, value) -> assertThat(name.length() + value.length())
                .isLessThan(4_096));
        assertThat(find()).isPresent();

        begin(tokens("refresh-1"));
        assertThat(browser.cookies()).hasSize(1);
        assertThat(find().orElseThrow().refreshToken()).contains("refresh-1");
    }

    @Test
    void tokensThatBrowsersWouldNotKeepAreTold() {
        assertThatThrownBy(() -> begin(tokens(random(6_000))))
                .isInstanceOf(TokensTooLongException.class)
                .hasMessageMatching(
                        "COG-0035: somebody's tokens take \\d+ characters as cookies, of which 6000 are taken; set"
                                + " cognito\\.session\\.token-store=SESSION, or have fewer claims in the tokens");
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void aSessionEndsSoLongAfterSigningInWhateverIsDoneInIt() {
        SessionTokens tokens = tokens("refresh-1");
        begin(tokens);
        application.clock.advance(MAX_AGE);
        assertThat(find()).isPresent();

        application.clock.advance(Duration.ofSeconds(1));
        assertThat(find()).isEmpty();
    }

    @Test
    void renewedTokensLiveOnForTheRestOfThat() {
        SessionTokens old = tokens("refresh-1");
        begin(old);
        application.clock.advance(Duration.ofHours(11));
        FakeExchange exchange = browser.asksFor("/");
        store.replace(
                old,
                new SessionTokens(old.idToken(), old.accessToken(), "refresh-2", old.signedInAt()),
                exchange.request(),
                exchange.response());

        assertThat(exchange.setCookies).first().asString().contains("; Max-Age=3600; ");
        browser.takes(exchange.setCookies);
        assertThat(find().orElseThrow().refreshToken()).contains("refresh-2");
    }

    @Test
    void endingItRemovesItsCookiesAndNoOthers() {
        browser.cookies().put("JSESSIONID", "x");
        browser.cookies().put("__Host-cognito-flow-00000000-AAAAAAAA", "x");
        begin(tokens(random(3_000)));
        FakeExchange exchange = browser.asksFor("/");
        store.end(exchange.request(), exchange.response());
        browser.takes(exchange.setCookies);

        assertThat(browser.cookies()).containsOnlyKeys("JSESSIONID", "__Host-cognito-flow-00000000-AAAAAAAA");
        assertThat(find()).isEmpty();
    }

    @Test
    void whatTheSameResponseBeganIsEndedToo() {
        FakeExchange exchange = browser.asksFor("/");
        store.begin(tokens(random(3_000)), exchange.request(), exchange.response());
        store.end(exchange.request(), exchange.response());
        browser.takes(exchange.setCookies);

        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void anotherKeyOrAnotherApplicationReadsNothing() {
        begin(tokens("refresh-1"));
        FakeExchange other = browser.asksFor("/");
        other.contextPath = "/albums";

        assertThat(storeOf(CipherKey.random()).find(browser.asksFor("/").request()))
                .isEmpty();
        assertThat(store.find(other.request())).isEmpty();
    }

    @Test
    void partsOfTwoSessionsAreNoSession() {
        begin(tokens(random(3_000)));
        String second = browser.cookies().keySet().stream()
                .filter(name -> name.endsWith("-1"))
                .findFirst()
                .orElseThrow();
        String partOfFirst = browser.cookies().get(second);
        begin(tokens(random(3_000)));
        browser.cookies().put(second, partOfFirst);

        assertThat(find()).isEmpty();
    }

    @Test
    void aPartThatIsMissingOrGarbageIsNoSession() {
        begin(tokens(random(3_000)));
        for (String name : new ArrayList<>(browser.cookies().keySet())) {
            String value = browser.cookies().get(name);
            for (String garbage : List.of("", "garbage", "%", value.substring(1))) {
                browser.cookies().put(name, garbage);
                assertThat(find()).isEmpty();
            }
            browser.cookies().put(name, value);
        }
        assertThat(find()).isPresent();
    }

    @Test
    void theRequestsOfOnePageHaveItDecryptedOnce() {
        begin(tokens("refresh-1"));

        assertThat(find().orElseThrow()).isSameAs(find().orElseThrow());
    }

    @Test
    void nothingIsKeptHereWhereNoTokensAreToBeRemembered() {
        begin(tokens("refresh-1"));
        CookieTokenStore forgetful = store(key, 0);

        assertThat(find(forgetful)).isPresent();
        assertThat(find(forgetful).orElseThrow()).isNotSameAs(find(forgetful).orElseThrow());
    }

    @Test
    void aCookieThatWasOpenedBeforeLetsNoOtherIn() {
        begin(tokens("refresh-1"));
        assertThat(find()).isPresent();
        browser.cookies().replaceAll((name, value) -> changed(value));

        assertThat(find()).isEmpty();
    }

    /** In the last bits that count. */
    private static String changed(String value) {
        int at = value.length() - 2;
        return value.substring(0, at) + (value.charAt(at) == 'A' ? 'B' : 'A') + value.substring(at + 1);
    }

    private SessionTokens tokens(@Nullable String refreshToken) {
        return new SessionTokens(idToken(Map.of()), accessToken(Map.of()), refreshToken, application.clock.instant());
    }

    /** Text that does not get shorter. */
    private static String random(int length) {
        return new Random(length)
                .ints(length, 0, 64)
                .mapToObj("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    private List<String> begin(SessionTokens tokens) {
        FakeExchange exchange = browser.asksFor("/callback");
        store.begin(tokens, exchange.request(), exchange.response());
        browser.takes(exchange.setCookies);
        return exchange.setCookies;
    }

    private Optional<SessionTokens> find() {
        return find(store);
    }

    private Optional<SessionTokens> find(CookieTokenStore store) {
        return store.find(browser.asksFor("/").request());
    }

    private static void assertSame(SessionTokens found, SessionTokens expected) {
        assertThat(found.idToken()).isEqualTo(expected.idToken());
        assertThat(found.accessToken()).isEqualTo(expected.accessToken());
        assertThat(found.refreshToken()).isEqualTo(expected.refreshToken());
        assertThat(found.signedInAt()).isEqualTo(expected.signedInAt());
    }
}
