package io.github.cognitoee.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoUnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignOutResourceTest {

    private static final SignOutForm HERE = new SignOutForm(false);
    private static final SignOutForm EVERYWHERE = new SignOutForm(true);

    private final FakeUserPool userPool = new FakeUserPool();
    private final FakeBrowser browser = new FakeBrowser();
    private final SignOutResource resource = new SignOutResource();

    @BeforeEach
    void signIn() {
        resource.userPool = userPool;
        resource.session = new BrowserSession();
        resource.request = browser.request();
        resource.session.begin(FakeUserPool.TOKENS, browser.request(), null);
    }

    @Test
    void theSessionEndsAndTheRefreshTokenIsRevoked() {
        assertThat(resource.signOut(HERE)).isEqualTo(new SignedOut(true));

        assertThat(userPool.calls()).containsExactly("signOut refresh-1");
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void theSessionEndsAlsoWhereCognitoCannotBeTold() {
        userPool.isDown();

        assertThat(resource.signOut(HERE)).isEqualTo(new SignedOut(false));
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void everywhereIsTheOtherDevicesToo() {
        assertThat(resource.signOut(EVERYWHERE)).isEqualTo(new SignedOut(true));

        assertThat(userPool.calls()).containsExactly("signOutEverywhere access-1");
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void whoCannotSignOutEverywhereMayTryAgain() {
        userPool.isDown();

        assertThatThrownBy(() -> resource.signOut(EVERYWHERE)).isInstanceOf(CognitoUnavailableException.class);
        assertThat(browser.hasSession()).isTrue();
    }

    @Test
    void aSecondTimeDoesNoHarm() {
        resource.signOut(HERE);

        assertThat(resource.signOut(HERE)).isEqualTo(new SignedOut(true));
        assertThat(userPool.calls()).hasSize(1);
    }
}
