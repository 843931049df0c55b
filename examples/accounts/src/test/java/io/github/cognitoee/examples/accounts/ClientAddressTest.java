package io.github.cognitoee.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Of a browser whose requests come from 192.0.2.1. */
class ClientAddressTest {

    private final FakeBrowser browser = new FakeBrowser();
    private final ClientAddress address = new ClientAddress();

    @Test
    void whoComesStraightIsNotAskedForWhom() {
        browser.sending("X-Forwarded-For", "198.51.100.9");

        assertThat(address.of(browser.request())).contains("192.0.2.1");
    }

    @Test
    void behindAProxyItIsTheLastAddressThatTheProxyWrote() {
        address.proxies = List.of("192.0.2.1");
        browser.sending("X-Forwarded-For", "203.0.113.7, 198.51.100.9");

        assertThat(address.of(browser.request())).contains("198.51.100.9");
    }

    @Test
    void thatOfTheProxyItselfIsNobodys() {
        address.proxies = List.of("192.0.2.1");

        assertThat(address.of(browser.request())).isEmpty();
    }
}
