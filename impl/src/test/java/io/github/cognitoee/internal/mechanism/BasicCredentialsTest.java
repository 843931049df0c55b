package io.github.cognitoee.internal.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {

    @ParameterizedTest
    @CsvSource({
        "alice:secret, alice, secret",
        "alice:, alice, ''",
        "alice:with:colons, alice, with:colons",
        "지민:비밀번호, 지민, 비밀번호",
        "alice: blanks around , alice, ' blanks around'",
    })
    void nameAndPasswordAreReadAsUtf8(String text, String username, String password) {
        assertPassword(of("Basic " + encoded(text, StandardCharsets.UTF_8)), username, password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "BASIC", "  Basic", "Basic  "})
    void theSchemeIsReadAsHttpHasIt(String scheme) {
        assertPassword(of(scheme + " YWxpY2U6c2VjcmV0"), "alice", "secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer YWxpY2U6c2VjcmV0", "Basically YWxpY2U6c2VjcmV0", "Digest x", ""})
    void anotherSchemeIsNone(String header) {
        assertThat(of(header)).isSameAs(BasicCredentials.NONE);
    }

    @Test
    void noHeaderIsNone() {
        assertThat(BasicCredentials.of(new FakeExchange().request())).isSameAs(BasicCredentials.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "Basic, no credentials after Basic",
        "Basic !!!!, credentials that are not Base64",
        "Basic YWxpY2U6c2VjcmV0 x, credentials that are not Base64",
        "Basic YWxpY2U=, credentials without a colon",
        "Basic OnNlY3JldA==, credentials without a name",
    })
    void whatIsNeitherIsMalformed(String header, String reason) {
        assertThat(of(header)).isEqualTo(new BasicCredentials.Malformed(reason));
    }

    @Test
    void anotherCharsetIsMalformed() {
        assertThat(of("Basic " + encoded("zoë:secret", StandardCharsets.ISO_8859_1)))
                .isEqualTo(new BasicCredentials.Malformed("credentials that are not UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"al\0ice:secret", "alice:sec\nret", "alice:sec\u0085ret"})
    void controlCharactersAreMalformed(String text) {
        assertThat(of("Basic " + encoded(text, StandardCharsets.UTF_8)))
                .isEqualTo(new BasicCredentials.Malformed("credentials with a control character"));
    }

    @Test
    void moreThanAnyPasswordIsMalformed() {
        assertThat(of("Basic " + encoded("alice:" + "x".repeat(4096), StandardCharsets.UTF_8)))
                .isEqualTo(new BasicCredentials.Malformed("credentials that are too long"));
    }

    @Test
    void twoHeadersAreMalformedWhateverIsInThem() {
        assertThat(BasicCredentials.of(new FakeExchange()
                        .header("Authorization", "Basic YWxpY2U6c2VjcmV0", "Basic YWxpY2U6c2VjcmV0")
                        .request()))
                .isEqualTo(new BasicCredentials.Malformed("more than one Authorization header"));
    }

    @Test
    void toStringShowsNeitherNameNorPassword() {
        assertThat(of("Basic YWxpY2U6c2VjcmV0")).hasToString("Password");
    }

    private static void assertPassword(BasicCredentials read, String username, String password) {
        assertThat(read).isInstanceOfSatisfying(BasicCredentials.Password.class, both -> {
            assertThat(both.username()).isEqualTo(username);
            assertThat(both.chars()).isEqualTo(password.toCharArray());
        });
    }

    private static BasicCredentials of(String header) {
        return BasicCredentials.of(
                new FakeExchange().header("Authorization", header).request());
    }

    private static String encoded(String text, Charset charset) {
        return Base64.getEncoder().encodeToString(text.getBytes(charset));
    }
}
