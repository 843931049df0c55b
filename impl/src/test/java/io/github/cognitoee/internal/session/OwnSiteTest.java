package io.github.cognitoee.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.config.BaseUrlConfig;
import io.github.cognitoee.internal.mechanism.FakeExchange;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of an application at {@code photos.example.com}, as requests name it. */
class OwnSiteTest {

    private static final BaseUrlConfig FIXED =
            new BaseUrlConfig(Optional.of(URI.create("https://www.example.com/photos")), Set.of(), Set.of());

    @ParameterizedTest(name = "{0}, Sec-Fetch-Site {1}, Origin {2}: {3}")
    @CsvSource({
        "POST, , , false",
        "POST, same-origin, https://photos.example.com, false",
        "POST, , https://photos.example.com, false",
        "POST, , http://photos.example.com, false",
        "POST, cross-site, , true",
        "POST, cross-site, https://photos.example.com, true",
        "POST, , https://evil.example, true",
        "POST, , https://photos.example.com.evil.example, true",
        "POST, , https://photos.example.com:8443, true",
        "POST, , null, true",
        "DELETE, same-site, https://www.photos.example.com, true",
        "GET, cross-site, , false",
        "GET, , https://evil.example, false",
    })
    void whereItIsNotConfiguredTheHostOfTheRequestIsIt(String method, String site, String origin, boolean forged) {
        assertThat(isForged(BaseUrlConfig.LOOPBACK, method, site, origin)).isEqualTo(forged);
    }

    @ParameterizedTest(name = "Origin {0}: {1}")
    @CsvSource({
        "https://www.example.com, false",
        "http://www.example.com, true",
        "https://photos.example.com, true",
    })
    void whereItIsConfiguredNoRequestHasASay(String origin, boolean forged) {
        assertThat(isForged(FIXED, "POST", null, origin)).isEqualTo(forged);
    }

    private static boolean isForged(BaseUrlConfig config, String method, @Nullable String site, String origin) {
        FakeExchange exchange = new FakeExchange();
        exchange.method = method;
        if (site != null) {
            exchange.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            exchange.header("Origin", origin);
        }
        return new OwnSite(config).isForged(exchange.request());
    }
}
