package io.github.cognitoee.internal.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.config.BaseUrlConfig;
import io.github.cognitoee.internal.mechanism.FakeBrowser;
import io.github.cognitoee.internal.mechanism.FakeExchange;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    private static final BaseUrlConfig CONFIG =
            new BaseUrlConfig(Optional.empty(), Set.of(), Set.of("10.0.0.1", "10.0.0.2"));

    @ParameterizedTest(name = "{0} forwarded for {1}")
    @CsvSource({
        "203.0.113.7, , 203.0.113.7",
        "203.0.113.7, 198.51.100.9, 203.0.113.7",
        "10.0.0.1, , ",
        "10.0.0.1, 203.0.113.7, 203.0.113.7",
        "10.0.0.1, '198.51.100.9, 203.0.113.7', 203.0.113.7",
        "10.0.0.1, '203.0.113.7 ,10.0.0.2', 203.0.113.7",
        "10.0.0.1, ',', ",
        "10.0.0.1, 10.0.0.2, ",
    })
    void proxiesAreBelievedAndNobodyElse(String remote, String forwarded, String expected) {
        FakeExchange exchange = new FakeBrowser().asksFor("/");
        exchange.remoteAddress = remote;
        if (forwarded != null) {
            exchange.header("X-Forwarded-For", forwarded);
        }

        assertThat(ClientAddress.of(exchange.request(), CONFIG)).isEqualTo(Optional.ofNullable(expected));
    }
}
