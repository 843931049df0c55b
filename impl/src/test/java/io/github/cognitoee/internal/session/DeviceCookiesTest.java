package io.github.cognitoee.internal.session;

import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.cipher.TextCipher;
import io.github.cognitoee.internal.config.CipherKey;
import io.github.cognitoee.internal.mechanism.FakeBrowser;
import io.github.cognitoee.userpool.RememberedDevice;
import io.github.cognitoee.userpool.SignInRequest;
import io.github.cognitoee.userpool.SignInResult.SignedIn;
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
    private final List<CipherKey> keys = List.of(CipherKey.random());
    private final DeviceCookies devices = devicesOf(application, keys);
    private final FakeBrowser browser = new FakeBrowser();

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void itsCookieIsForThisHostAloneAndShowsNothing() {
        assertThat(devices.keep(signedIn(Optional.of(device("one")), Map.of()), request()))
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
    void aYearBeginsAnewAndTheOthersStayBehindWithEachSignIn() {
        keep(device("one"), Map.of());
        for (int i = 0; i < 4; i++) {
            application.clock.advance(Duration.ofDays(200));
            browser.takes(devices.keep(signedIn(Optional.empty(), Map.of()), request()));
            keep(device("d" + i), Map.of("sub", "sub" + i, "cognito:username", "user" + i));
        }

        assertThat(key("alice")).contains("eu-west-1_one");
    }

    @Test
    void whoHasNoneAndGetsNoneKeepsNothing() {
        assertThat(devices.keep(signedIn(Optional.empty(), Map.of()), request()))
                .isEmpty();
    }

    @Test
    void namesThatAreTooLongAreLeftOut() {
        String endless = "a".repeat(2_000) + "@example.com";
        keep(device("one"), Map.of("email", endless, "preferred_username", "b".repeat(3_000)));

        assertThat(key(endless)).isEmpty();
        assertThat(key("alice")).isPresent();
        assertThat(browser.cookies().values()).allMatch(value -> value.length() < 600);
    }

    @Test
    void whatAnotherKeyWroteIsNone() {
        keep(device("one"), Map.of());

        DeviceCookies other = devicesOf(application, List.of(CipherKey.random()));
        assertThat(other.present(SignInRequest.of("alice"), request()).device()).isEmpty();
    }

    @Test
    void whatAnotherApplicationWroteByTheSameKeyIsNoneEvenUnderOurName() {
        try (LoginApplication neighbour = new LoginApplication().with("cognito.managed-login.client-id", "mobile")) {
            keep(device("one"), Map.of());
            DeviceCookies other = devicesOf(neighbour, keys);
            String ours = browser.cookies().keySet().iterator().next();
            FakeBrowser elsewhere = new FakeBrowser();
            elsewhere.takes(other.keep(
                    signedIn(Optional.of(device("two")), Map.of()),
                    elsewhere.asksFor("/").request()));
            String theirs = elsewhere.cookies().keySet().iterator().next();
            assertThat(theirs).isNotEqualTo(ours);

            browser.cookies().put(ours, elsewhere.cookies().get(theirs));

            assertThat(key("alice")).isEmpty();
        }
    }

    private static DeviceCookies devicesOf(LoginApplication application, List<CipherKey> keys) {
        return new DeviceCookies(new TextCipher(keys), new Owner(application.config()), application.clock);
    }

    private SignedIn signedIn(Optional<RememberedDevice> device, Map<String, Object> claims) {
        return new SignedIn(
                new SessionTokens(idToken(claims), accessToken(Map.of()), "refresh", application.clock.instant()),
                device);
    }

    private static RememberedDevice device(String name) {
        return new RememberedDevice("eu-west-1_" + name, "-group", "cGFzc3dvcmQgb2YgYSBkZXZpY2U=");
    }

    private void keep(RememberedDevice device, Map<String, Object> claims) {
        browser.takes(devices.keep(signedIn(Optional.of(device), claims), request()));
        application.clock.advance(Duration.ofSeconds(1));
    }

    private Optional<String> key(String name) {
        return devices.present(SignInRequest.of(name), request()).device().map(RememberedDevice::key);
    }

    private HttpServletRequest request() {
        return browser.asksFor("/").request();
    }
}
