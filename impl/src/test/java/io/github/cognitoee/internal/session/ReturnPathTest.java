package io.github.cognitoee.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.mechanism.FakeExchange;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    private static final String BASE = "https://photos.example.com/photos";

    @ParameterizedTest
    @CsvSource({
        "/photos, /",
        "/photos/, /",
        "/photos/albums/1, /albums/1",
        "/photos/albums/1?sort=date&page=2, /albums/1?sort=date&page=2",
        "/photos/search?q=a%20b%26c%2Fd, /search?q=a%20b%26c%2Fd",
        "/photos/a/../b?x=1?y, /a/../b?x=1?y",
        "/photos/~me/(1);v=1.0!, /~me/(1);v=1.0!",
    })
    void isWhatWasAskedFor(String asked, String expected) {
        String[] parts = asked.split("\\?", 2);

        assertThat(ReturnPath.of(
                        get(parts[0], parts.length == 1 ? null : parts[1]).request(), BASE))
                .isEqualTo(BASE + expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https:evil.example",
                "https://evil.example",
                "//evil.example/photos/",
                "/%2fevil.example",
                "/%5cevil.example",
                "/photos//evil.example",
                "/photos/%2f%2fevil.example",
                "/photos/%0d%0aSet-Cookie:x=1",
                "/photos/a%00b",
                "/photos@evil.example",
                "/photos:443@evil.example",
                "/photos.evil.example",
                "/photosevil.example/",
                "javascript:alert(1)",
                "data:text/html,x",
                "*",
                "",
            })
    void neverLeavesTheApplicationsHost(String uri) {
        URI returnTo = URI.create(ReturnPath.of(get(uri, "next=//evil.example").request(), BASE));

        assertThat(returnTo.getScheme()).isEqualTo("https");
        assertThat(returnTo.getRawAuthority()).isEqualTo("photos.example.com");
        assertThat(returnTo.getRawPath()).startsWith("/photos/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/photos/a\r\nSet-Cookie: x=1",
                "/photos/a\nb",
                "/photos/a\\b",
                "/photos/a b",
                "/photos/a\tb",
                "/photos/\u0000",
                "/photos/<script>",
                "/photos/\"",
                "/photos/\u00e9",
                "/photos/\u2028",
                "/photos/#/fragment",
            })
    void isTheRootWhereTheAddressIsOfNoFormThatClientsSend(String uri) {
        assertThat(ReturnPath.of(get(uri, null).request(), BASE)).isEqualTo(BASE + "/");
        assertThat(ReturnPath.of(get("/photos/search", uri).request(), BASE)).isEqualTo(BASE + "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "CONNECT", "get", "PURGE"})
    void isTheRootWhereToAskAgainMightDoSomethingAgain(String method) {
        FakeExchange exchange = get("/photos/albums/1", null);
        exchange.method = method;

        assertThat(ReturnPath.of(exchange.request(), BASE)).isEqualTo(BASE + "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/photos/", "/photos/search?q="})
    void isTheRootWhereTheAddressIsTooLong(String beginning) {
        String[] parts = (beginning + "a".repeat(1500)).split("\\?", 2);

        assertThat(ReturnPath.of(
                        get(parts[0], parts.length == 1 ? null : parts[1]).request(), BASE))
                .isEqualTo(BASE + "/");
    }

    @Test
    void anApplicationAtTheRootOfItsHostIsNotLeftEither() {
        FakeExchange exchange = get("//evil.example/x", null);
        exchange.contextPath = "";

        assertThat(ReturnPath.of(exchange.request(), "https://photos.example.com"))
                .isEqualTo("https://photos.example.com//evil.example/x");

        FakeExchange other = get("@evil.example", null);
        other.contextPath = "";
        assertThat(ReturnPath.of(other.request(), "https://photos.example.com"))
                .isEqualTo("https://photos.example.com/");
    }

    private static FakeExchange get(String uri, String query) {
        FakeExchange exchange = new FakeExchange();
        exchange.requestUri = uri;
        exchange.queryString = query;
        return exchange;
    }
}
