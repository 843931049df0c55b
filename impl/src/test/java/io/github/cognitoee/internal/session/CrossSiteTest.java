package io.github.cognitoee.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.mechanism.FakeExchange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossSiteTest {

    private static final Optional<String> OWN = Optional.of("https://photos.example.com");

    @ParameterizedTest(name = "Sec-Fetch-Site {0}, Origin {1}: {2}")
    @CsvSource({
        ", , false",
        "same-origin, , false",
        "same-site, , false",
        "none, , false",
        "cross-site, , true",
        "Cross-Site, , true",
        ", https://photos.example.com, false",
        ", HTTPS://PHOTOS.EXAMPLE.COM, false",
        "same-origin, https://photos.example.com, false",
        "cross-site, https://photos.example.com, true",
        "same-origin, https://evil.example, true",
        ", https://evil.example, true",
        ", http://photos.example.com, true",
        ", https://photos.example.com:8443, true",
        ", https://www.photos.example.com, true",
        ", https://photos.example.com.evil.example, true",
        ", https://photos.example.com/, true",
        "same-origin, null, false",
        "Same-Origin, null, false",
        "same-site, null, true",
        "none, null, true",
        "cross-site, null, true",
        ", null, true",
        ", '', true",
    })
    void isToldByWhatBrowsersSay(String fetchSite, String origin, boolean expected) {
        FakeExchange exchange = new FakeExchange();
        if (fetchSite != null) {
            exchange.header("Sec-Fetch-Site", fetchSite);
        }
        if (origin != null) {
            exchange.header("Origin", origin);
        }

        assertThat(CrossSite.isSentByAnother(exchange.request(), OWN)).isEqualTo(expected);
    }

    @Test
    void whereTheOwnOriginIsNotKnownEveryOriginIsAnothers() {
        FakeExchange exchange = new FakeExchange();
        assertThat(CrossSite.isSentByAnother(exchange.request(), Optional.empty()))
                .isFalse();

        exchange.header("Sec-Fetch-Site", "same-origin");
        for (String origin : List.of("https://photos.example.com", "null")) {
            exchange.header("Origin", origin);
            assertThat(CrossSite.isSentByAnother(exchange.request(), Optional.empty()))
                    .as(origin)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "TRACE"})
    void methodsThatOnlyReadAreSafe(String method) {
        assertThat(CrossSite.mayChangeSomething(asking(method))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "CONNECT", "get", "PROPFIND", ""})
    void allOthersAreNot(String method) {
        assertThat(CrossSite.mayChangeSomething(asking(method))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "WebSocket", "h2c, websocket"})
    void aWebSocketThatIsOpenedIsNot(String upgrade) {
        FakeExchange exchange = new FakeExchange().header("Upgrade", upgrade);

        assertThat(CrossSite.mayChangeSomething(exchange.request())).isTrue();
    }

    private static HttpServletRequest asking(String method) {
        FakeExchange exchange = new FakeExchange();
        exchange.method = method;
        return exchange.request();
    }
}
