package io.github.cognitoee.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.cipher.TextCipher;
import io.github.cognitoee.internal.config.CipherKey;
import io.github.cognitoee.internal.mechanism.FakeBrowser;
import io.github.cognitoee.internal.mechanism.FakeExchange;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-ins under way, as a browser keeps them between its departure for managed login and its return. */
class FlowCookiesTest {

    private final LoginApplication application = new LoginApplication();
    private final List<CipherKey> keys = List.of(CipherKey.random());
    private final FlowCookies flows = flowsOf(application, keys);
    private final FakeBrowser browser = new FakeBrowser();

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void aSignInIsFoundByItsState() {
        Flow flow = begin(flows);

        assertThat(find(flows, flow.state())).contains(flow);
    }

    @Test
    void itsCookieIsForThisHostAloneAndOutOfReachForScriptsAndOtherSites() {
        Flow flow = flow();

        assertThat(flows.keep(flow, request()))
                .singleElement()
                .asString()
                .matches("__Host-cognito-flow-[0-9a-f]{8}-[\\w-]{8}=[\\w-]+"
                        + "; Max-Age=1200; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void itsCookieShowsNothingOfIt() {
        Flow flow = begin(flows);

        assertThat(browser.cookies().toString())
                .doesNotContain(flow.state(), flow.nonce(), flow.verifier(), "photos.example.com");
    }

    @Test
    void severalTabsMayBeAtIt() {
        Flow one = begin(flows);
        Flow other = begin(flows);

        assertThat(find(flows, one.state())).contains(one);
        assertThat(find(flows, other.state())).contains(other);
    }

    @Test
    void fiveAreKeptAtMostAndTheOldestIsDropped() {
        List<Flow> begun = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            begun.add(begin(flows));
            application.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(browser.cookies()).hasSize(5);
        assertThat(begun.subList(0, 2))
                .allMatch(flow -> find(flows, flow.state()).isEmpty());
        assertThat(begun.subList(2, 7))
                .allMatch(flow -> find(flows, flow.state()).isPresent());
    }

    @Test
    void longAddressesToReturnToDoNotMakeRequestsTooLongForTheServer() {
        Flow last = null;
        for (int i = 0; i < 5; i++) {
            last = Flow.begin(
                    "https://photos.example.com/photos/" + "a".repeat(1500), StepUp.NONE, application.clock.instant());
            browser.takes(flows.keep(last, request()));
            application.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(browser.cookies().values().stream().mapToInt(String::length).sum())
                .isLessThanOrEqualTo(4_000);
        assertThat(find(flows, last.state())).contains(last);
    }

    @Test
    void whatCannotBeReadIsDroppedBeforeWhatCan() {
        for (int i = 0; i < 2; i++) {
            begin(flowsOf(application, List.of(CipherKey.random())));
        }
        List<Flow> readable = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            readable.add(begin(flows));
        }

        assertThat(browser.cookies()).hasSize(5);
        assertThat(readable).allMatch(flow -> find(flows, flow.state()).isPresent());
    }

    @Test
    void cookiesOfOthersAreLeftAlone() {
        List<String> others = List.of(
                "JSESSIONID",
                "cognito-flow-",
                "__Host-cognito-flow-00000000-AAAAAAAA",
                "__Host-cognito-flow-",
                "__Host-cognito-flo",
                "__Secure-x",
                "x__Host-cognito-flow-");
        others.forEach(name -> browser.cookies().put(name, "theirs"));
        for (int i = 0; i < 8; i++) {
            begin(flows);
        }

        assertThat(browser.cookies())
                .containsKeys(others.toArray(String[]::new))
                .hasSize(others.size() + 5);
    }

    @Test
    void aSignInThatTookTooLongIsNotFound() {
        Flow flow = begin(flows);
        application.clock.advance(FlowCookies.LIFETIME.minusSeconds(1));
        assertThat(find(flows, flow.state())).isPresent();

        application.clock.advance(Duration.ofSeconds(1));
        assertThat(find(flows, flow.state())).isEmpty();
    }

    @Test
    void aSignInOfAnotherApplicationOnTheHostIsNotFound() {
        Flow flow = begin(flows);
        FakeExchange other = browser.asksFor("/callback");
        other.contextPath = "/albums";

        assertThat(flows.find(flow.state(), other.request())).isEmpty();
    }

    @Test
    void theCookieOfAnotherApplicationDoesNotServeUnderThisOnesName() {
        FakeExchange other = browser.asksFor("/");
        other.contextPath = "/albums";
        Flow flow = flow();
        browser.takes(flows.keep(flow, other.request()));
        String theirs = browser.cookies().values().iterator().next();
        browser.cookies().clear();
        browser.takes(flows.keep(flow, request()));
        String name = browser.cookies().keySet().iterator().next();
        assertThat(find(flows, flow.state())).isPresent();

        browser.cookies().put(name, theirs);
        assertThat(find(flows, flow.state())).isEmpty();
    }

    @Test
    void aSignInOfAnotherAppClientIsNotFound() {
        Flow flow = begin(flows);
        FlowCookies ofMobile = flowsOf(application.with("cognito.managed-login.client-id", "mobile"), keys);

        assertThat(find(ofMobile, flow.state())).isEmpty();
    }

    @Test
    void aCookieUnderTheNameOfAnotherSignInIsNotTakenForIt() {
        Flow one = begin(flows);
        String name = browser.cookies().keySet().iterator().next();
        Flow other = begin(flows);
        String cookieOfOther = browser.cookies().entrySet().stream()
                .filter(cookie -> !cookie.getKey().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
        browser.cookies().put(name, cookieOfOther);

        assertThat(find(flows, one.state())).isEmpty();
        assertThat(find(flows, other.state())).contains(other);
    }

    @Test
    void aStateThatOnlyBeginsLikeOursIsAnother() {
        Flow flow = begin(flows);

        assertThat(find(flows, flow.state() + "A")).isEmpty();
        assertThat(find(flows, flow.state().substring(0, 42))).isEmpty();
        assertThat(find(flows, flow.state().substring(0, 8))).isEmpty();
        assertThat(find(flows, flow.state().substring(0, 8) + "A".repeat(35))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "1234567",
                "%00",
                "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9",
                "=;=;=;=;",
                "12345678"
            })
    void noStateOfOthersIsFound(String state) {
        begin(flows);

        assertThat(find(flows, state)).isEmpty();
    }

    @Test
    void aSignInIsDroppedAndOthersStay() {
        Flow one = begin(flows);
        Flow other = begin(flows);
        browser.takes(List.of(flows.drop(one, request())));

        assertThat(find(flows, one.state())).isEmpty();
        assertThat(find(flows, other.state())).contains(other);
    }

    private static FlowCookies flowsOf(LoginApplication application, List<CipherKey> keys) {
        return new FlowCookies(new TextCipher(keys), new Owner(application.config()), application.clock);
    }

    private Flow begin(FlowCookies keeper) {
        Flow flow = flow();
        browser.takes(keeper.keep(flow, request()));
        return flow;
    }

    private Flow flow() {
        return Flow.begin("https://photos.example.com/photos/albums", StepUp.NONE, application.clock.instant());
    }

    private Optional<Flow> find(FlowCookies keeper, String state) {
        return keeper.find(state, request());
    }

    private HttpServletRequest request() {
        return browser.asksFor("/callback").request();
    }
}
