package io.github.cognitoee.internal.session;

import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.cipher.TextCipher;
import io.github.cognitoee.internal.config.CipherKey;
import io.github.cognitoee.internal.mechanism.FakeBrowser;
import io.github.cognitoee.userpool.RememberedDevice;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices that a user pool remembers, as the browsers keep them that they are. */
class DeviceCookiesTest {

    private final LoginApplication application = new LoginApplication();
    private final DeviceCookies devices = devicesOf(application);
    private final FakeBrowser browser = new FakeBrowser();

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void itsCookieIsForThisHostAloneAndShowsNothing() {
        assertThat(devices.keep(device("one"), idToken(Map.of()), request()))
                .singleElement()
                .asString()
                .matches("__Host-cognito-device-[0-9a-f]{8}-[0-9a-f]{8}=[\\w-]+"
                        + "; Max-Age=31536000; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "ALICE", "alice@example.com", "+491701234567", "ali"})
    void itsUserFindsItByAnyNameThatUserPoolsTake(String name) {
        keep(device("one"), Map.of("phone_number", "+491701234567", "preferred_username", "ali"));

        assertThat(key(name)).contains("eu-west-1_one");
    }

    @Test
    void nobodyElseDoes() {
        keep(device("one"), Map.of());

        assertThat(key("bob")).isEmpty();
        assertThat(key("")).isEmpty();
    }

    @Test
    void eachUserOfABrowserHasOneAndANewOneTakesItsPlace() {
        keep(device("one"), Map.of());
        keep(device("two"), Map.of("sub", "b0b", "cognito:username", "bob", "email", "bob@example.com"));
        keep(device("three"), Map.of());

        assertThat(key("alice")).contains("eu-west-1_three");
        assertThat(key("bob")).contains("eu-west-1_two");
        assertThat(browser.cookies()).hasSize(2);
    }

    @Test
    void threeAreKeptAtMostAndTheOldestIsDropped() {
        for (int i = 0; i < 5; i++) {
            keep(device("d" + i), Map.of("sub", "sub" + i, "cognito:username", "user" + i));
        }

        assertThat(browser.cookies()).hasSize(3);
        assertThat(key("user1")).isEmpty();
        assertThat(key("user2")).contains("eu-west-1_d2");
        assertThat(key("user4")).contains("eu-west-1_d4");
    }

    @Test
    void afterAYearItIsNone() {
        keep(device("one"), Map.of());
        application.clock.advance(Duration.ofDays(365).minusSeconds(2));
        assertThat(key("alice")).isPresent();

        application.clock.advance(Duration.ofSeconds(2));
        assertThat(key("alice")).isEmpty();
    }

    @Test
    void whatAnotherKeyOrApplicationWroteIsNone() {
        keep(device("one"), Map.of());

        assertThat(devicesOf(application).find("alice", request())).isEmpty();
    }

    @Test
    void allAreDroppedAtOnceAndCookiesOfOthersAreLeftAlone() {
        browser.cookies().put("__Host-cognito-device-00000000-00000000", "theirs");
        keep(device("one"), Map.of());

        browser.takes(devices.drop(request()));

        assertThat(browser.cookies()).containsOnlyKeys("__Host-cognito-device-00000000-00000000");
    }

    private static DeviceCookies devicesOf(LoginApplication application) {
        return new DeviceCookies(
                new TextCipher(List.of(CipherKey.random())), new Owner(application.config()), application.clock);
    }

    private static RememberedDevice device(String name) {
        return new RememberedDevice("eu-west-1_" + name, "-group", "cGFzc3dvcmQgb2YgYSBkZXZpY2U=");
    }

    private void keep(RememberedDevice device, Map<String, Object> claims) {
        browser.takes(devices.keep(device, idToken(claims), request()));
        application.clock.advance(Duration.ofSeconds(1));
    }

    private Optional<String> key(String name) {
        return devices.find(name, request()).map(RememberedDevice::key);
    }

    private HttpServletRequest request() {
        return browser.asksFor("/").request();
    }
}
