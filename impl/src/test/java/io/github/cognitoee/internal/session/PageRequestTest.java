package io.github.cognitoee.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.mechanism.FakeExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRequestTest {

    @ParameterizedTest(name = "Accept {0}, Sec-Fetch-Mode {1}, X-Requested-With {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html,application/xhtml+xml,*/*;q=0.8 |          |                | true",
                "text/html                                 | navigate |                | true",
                "*/*                                       | navigate |                | true",
                "                                          | navigate |                | true",
                "text/html                                 | cors     |                | false",
                "text/html                                 | no-cors  |                | false",
                "text/html                                 | same-origin |             | false",
                "text/html                                 | websocket |               | false",
                "text/html                                 |          | XMLHttpRequest | false",
                "text/html                                 | navigate | XMLHttpRequest | false",
                "text/html                                 |          | com.android.browser | true",
                "application/json                          |          |                | false",
                "application/json, text/plain, */*         |          |                | false",
                "*/*                                       |          |                | false",
                "image/avif,image/webp,*/*;q=0.8           | no-cors  |                | false",
                "text/event-stream                         |          |                | false",
                "                                          |          |                | false",
            })
    void isToldFromThoseOfScriptsAndPrograms(String accept, String mode, String requestedWith, boolean expected) {
        FakeExchange exchange = new FakeExchange();
        if (accept != null) {
            exchange.header("Accept", accept);
        }
        if (mode != null) {
            exchange.header("Sec-Fetch-Mode", mode);
        }
        if (requestedWith != null) {
            exchange.header("X-Requested-With", requestedWith);
        }

        assertThat(PageRequest.isOne(exchange.request())).isEqualTo(expected);
    }
}
