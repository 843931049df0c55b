package io.github.cognitoee.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.UnsignableRequestException;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignableAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders/7",
                "https://api.example.com",
                "https://api.example.com/",
                "https://api.example.com:8443/orders",
                "http://127.0.0.1:9339/execute-api/a1b2c3d4e5/prod",
                "http://[::1]:9339/orders",
                "https://api.example.com/a%20b/c%2Fd/e%25f/caf%C3%A9",
                "https://api.example.com/-._~!'()*;:@&=+$,",
                "https://api.example.com/?page=2&of=a%20b&empty=&sum=1%2B1&none"
            })
    void addressThatAllSpellAlikeStaysAsItIs(String address) {
        assertThat(SignableAddress.of(URI.create(address))).hasToString(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://h/eu-west-1%3A1 | https://h/eu-west-1:1",
                "https://h/%7euser/%28a%29%2Bb | https://h/~user/(a)+b",
                "https://h/%c3%a9%2f%5b | https://h/%C3%A9%2F%5B",
                "https://h/é?q=é | https://h/%C3%A9?q=%C3%A9",
                "https://h/?q=a+b&r=1%2B1 | https://h/?q=a%20b&r=1%2B1",
                "https://h:443/a | https://h/a",
                "http://localhost:80/a | http://localhost/a",
                "HTTPS://h/a | https://h/a",
                "https://somebody:secret@h/a | https://h/a",
                "https://h/a#part | https://h/a"
            })
    void addressIsSpelledAnew(String address, String expected) {
        assertThat(SignableAddress.of(URI.create(address))).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://h/orders/%2E%2E/admin", "https://h/orders/%2e", "https://h/.%2E/admin"})
    void escapedDotsThatLeadElsewhereAreNotSignedFor(String address) {
        assertThatThrownBy(() -> SignableAddress.of(URI.create(address)))
                .isInstanceOf(UnsignableRequestException.class)
                .hasMessage("A request to the path " + URI.create(address).getRawPath()
                        + " is not signed: an escaped segment . or .. may be read in two ways");
    }

    @ParameterizedTest
    @CsvSource({
        "http://api.example.com/orders?secret=1, http://api.example.com",
        "ftp://h/a, ftp://h",
        "http://127.0.0.1.example.com/, http://127.0.0.1.example.com"
    })
    void nothingIsSignedForOthersToRead(String address, String named) {
        assertThatThrownBy(() -> SignableAddress.of(URI.create(address)))
                .isInstanceOf(UnsignableRequestException.class)
                .hasMessage(
                        "A request to " + named + " is not signed: expected https, or http on the loopback interface");
    }
}
