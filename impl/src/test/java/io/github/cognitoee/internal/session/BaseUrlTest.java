package io.github.cognitoee.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.config.BaseUrlConfig;
import io.github.cognitoee.internal.mechanism.FakeExchange;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    private static final String PROXY = "10.0.0.1";

    private final BaseUrl byRequest = new BaseUrl(new BaseUrlConfig(
            Optional.empty(), Set.of("photos.example.com", "photos.example.com:8443", "[2001:db8::1]"), Set.of(PROXY)));

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "https, photos.example.com, 443, https://photos.example.com/photos",
        "https, photos.example.com, 8443, https://photos.example.com:8443/photos",
        "http, photos.example.com, 80, http://photos.example.com/photos",
        "https, PHOTOS.Example.Com, 443, https://photos.example.com/photos",
        "http, localhost, 8080, http://localhost:8080/photos",
        "http, 127.0.0.1, 80, http://127.0.0.1/photos",
        "http, [::1], 8080, http://[::1]:8080/photos",
        "http, ::1, 8080, http://[::1]:8080/photos",
        "https, [2001:DB8::1], 443, https://[2001:db8::1]/photos",
        "https, 2001:db8::1, 443, https://[2001:db8::1]/photos",
    })
    void aRequestNamesTheApplicationByAHostThatIsListedOrLoopback(
            String scheme, String host, int port, String expected) {
        assertThat(byRequest.of(request(scheme, host, port).request())).contains(expected);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "https, evil.example, 443",
        "https, photos.example.com.evil.example, 443",
        "https, evil-photos.example.com, 443",
        "https, photos.example.com., 443",
        "https, photos.example.com, 444",
        "https, photos.example.com, 80",
        "http, photos.example.com, 443",
        "https, photos.example.com@evil.example, 443",
        "https, photos.example.com/, 443",
        "https, photos.example.com#, 443",
        "https, localhost.evil.example, 443",
        "https, 127.0.0.1.evil.example, 443",
        "https, [2001:db8::2], 443",
        "https, [2001:db8::1, 443",
        "https, '', 443",
        "ftp, photos.example.com, 443",
        "javascript, photos.example.com, 443",
    })
    void anyOtherHostIsNotBelieved(String scheme, String host, int port) {
        assertThat(byRequest.of(request(scheme, host, port).request())).isEmpty();
        assertThat(byRequest.originOf(request(scheme, host, port).request())).isEmpty();
    }

    @Test
    void aHostThatTheListNamesWithAPortIsNotListedWithoutIt() {
        BaseUrl url = new BaseUrl(new BaseUrlConfig(Optional.empty(), Set.of("photos.example.com:8443"), Set.of()));

        assertThat(url.of(request("https", "photos.example.com", 443).request()))
                .isEmpty();
    }

    @Test
    void theOriginIsWithoutTheContextPath() {
        assertThat(byRequest.originOf(
                        request("https", "photos.example.com", 8443).request()))
                .contains("https://photos.example.com:8443");
    }

    @Test
    void anApplicationAtTheRootHasNoSlashAtTheEnd() {
        FakeExchange exchange = request("https", "photos.example.com", 443);
        exchange.contextPath = "";

        assertThat(byRequest.of(exchange.request())).contains("https://photos.example.com");
    }

    @ParameterizedTest(name = "Proto {0}, Host {1}, Port {2}")
    @CsvSource({
        "https, photos.example.com, , https://photos.example.com/photos",
        "HTTPS, Photos.example.com, , https://photos.example.com/photos",
        "https, photos.example.com, 443, https://photos.example.com/photos",
        "https, photos.example.com, 8443, https://photos.example.com:8443/photos",
        "https, photos.example.com:8443, , https://photos.example.com:8443/photos",
        "https, photos.example.com:9000, 443, https://photos.example.com/photos",
        "https, ' photos.example.com ', , https://photos.example.com/photos",
        ", photos.example.com, 80, http://photos.example.com/photos",
    })
    void aListedProxySaysHowItWasAsked(String proto, String host, String port, String expected) {
        FakeExchange exchange = forwarded(PROXY, proto, host, port);

        assertThat(byRequest.of(exchange.request())).contains(expected);
    }

    @ParameterizedTest(name = "http {0} is {1}")
    @CsvSource({
        "80, https://photos.example.com/photos",
        "8443, https://photos.example.com:8443/photos",
    })
    void aProxyThatEndsTlsMayLeaveTheHostAsItWas(int port, String expected) {
        FakeExchange exchange = request("http", "photos.example.com", port).header("X-Forwarded-Proto", "https");
        exchange.remoteAddress = PROXY;

        assertThat(byRequest.of(exchange.request())).contains(expected);
    }

    @ParameterizedTest(name = "Proto {0}, Host {1}, Port {2}")
    @CsvSource({
        "https, evil.example, ",
        "'https, http', photos.example.com, ",
        "https, 'photos.example.com, evil.example', ",
        "https, 'evil.example, photos.example.com', ",
        "https, photos.example.com, '443, 443'",
        "https, photos.example.com, 999999",
        "https, photos.example.com, -1",
        "https, photos.example.com, 443@evil.example",
        "https, photos.example.com:, ",
        "https, '', ",
        "'', photos.example.com, ",
        "ftp, photos.example.com, ",
        "https, photos.example.com/x, ",
        "https, evil.example\\@photos.example.com, ",
    })
    void whatItForwardsOfAnotherFormIsNotBelieved(String proto, String host, String port) {
        FakeExchange exchange = forwarded(PROXY, proto, host, port);

        assertThat(byRequest.of(exchange.request())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port"})
    void aForwardedHeaderThatIsThereTwiceIsNotBelieved(String header) {
        FakeExchange exchange = forwarded(PROXY, "https", "photos.example.com", "443");
        String value = exchange.request().getHeader(header);
        exchange.header(header, value, value);

        assertThat(byRequest.of(exchange.request())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.2", "203.0.113.7", "10.0.0.1.evil.example", ""})
    void nobodyElseIsBelievedWhatTheyForward(String address) {
        FakeExchange exchange = forwarded(address, "http", "photos.example.com:8443", "8443");

        assertThat(byRequest.of(exchange.request())).contains("https://photos.example.com/photos");
    }

    @Test
    void whatIsConfiguredHoldsWhateverTheRequestNames() {
        BaseUrl fixed = new BaseUrl(
                new BaseUrlConfig(Optional.of(URI.create("https://www.example.com/gallery")), Set.of(), Set.of(PROXY)));
        FakeExchange exchange = forwarded(PROXY, "http", "evil.example", "81");

        assertThat(fixed.of(exchange.request())).contains("https://www.example.com/gallery");
        assertThat(fixed.originOf(exchange.request())).contains("https://www.example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.com:443/gallery, https://www.example.com",
        "http://localhost:80, http://localhost",
        "https://www.example.com:8443, https://www.example.com:8443",
        "http://localhost:443, http://localhost:443",
    })
    void theOriginOfWhatIsConfiguredIsWrittenAsBrowsersWriteIt(URI configured, String origin) {
        BaseUrl fixed = new BaseUrl(new BaseUrlConfig(Optional.of(configured), Set.of(), Set.of()));

        assertThat(fixed.originOf(new FakeExchange().request())).contains(origin);
    }

    private static FakeExchange request(String scheme, String host, int port) {
        FakeExchange exchange = new FakeExchange();
        exchange.scheme = scheme;
        exchange.serverName = host;
        exchange.serverPort = port;
        return exchange;
    }

    private static FakeExchange forwarded(String by, String proto, String host, String port) {
        FakeExchange exchange = request("https", "photos.example.com", 443);
        exchange.remoteAddress = by;
        if (proto == null) {
            exchange.scheme = "http";
        } else {
            exchange.header("X-Forwarded-Proto", proto);
        }
        if (host != null) {
            exchange.header("X-Forwarded-Host", host);
        }
        if (port != null) {
            exchange.header("X-Forwarded-Port", port);
        }
        return exchange;
    }
}
