package io.github.cognitoee.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.SignInResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionResourceTest {

    private final FakeUserPool userPool = new FakeUserPool();
    private final FakeBrowser browser = new FakeBrowser();
    private final BrowserSession session = new BrowserSession();
    private final SessionResource resource = new SessionResource();

    @BeforeEach
    void inject() {
        resource.userPool = userPool;
        resource.session = session;
        resource.request = browser.request();
    }

    @Test
    void whoAsksBeforeSigningInIsNobodyAndGetsNoSession() {
        assertThat(resource.session()).isEqualTo(new SessionView(false, null));
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void whoIsSignedInIsToldWhatTheIdTokenSays() {
        signIn();

        assertThat(resource.session())
                .isEqualTo(new SessionView(
                        true,
                        new Account(
                                "alice",
                                "alice@example.com",
                                List.of("users", "staff"),
                                FakeUserPool.NOON,
                                Instant.parse("2026-06-01T13:00:00Z"))));
    }

    @Test
    void anIdTokenNeedsNeitherAnAddressNorGroups() {
        SessionTokens tokens = new SessionTokens(
                FakeUserPool.idToken("{\"cognito:username\":\"bob\",\"exp\":1780318800}"),
                "access",
                null,
                Instant.EPOCH);

        Account account = Account.of(tokens);

        assertThat(account.email()).isNull();
        assertThat(account.groups()).isEmpty();
    }

    @Test
    void newTokensTakeThePlaceOfTheOldInTheSameSession() {
        signIn();
        SessionTokens renewed = FakeUserPool.tokens("access-2");
        userPool.answers(new SignInResult.SignedIn(renewed, Optional.empty()));

        resource.refresh();

        assertThat(userPool.calls()).containsExactly("refresh refresh-1");
        assertThat(session.find(browser.request())).containsSame(renewed);
        assertThat(browser.sessions()).isOne();
    }

    @Test
    void tokensThatAnotherRequestRenewedMeanwhileAreLeftAlone() {
        signIn();
        SessionTokens newer = FakeUserPool.tokens("access-3");
        session.replace(FakeUserPool.TOKENS, newer, browser.request(), null);

        session.replace(FakeUserPool.TOKENS, FakeUserPool.tokens("access-2"), browser.request(), null);

        assertThat(session.find(browser.request())).containsSame(newer);
    }

    @Test
    void aSessionThatHasEndedMeanwhileIsNotBegunAgain() {
        session.replace(FakeUserPool.TOKENS, FakeUserPool.tokens("access-2"), browser.request(), null);

        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void aSessionThatCognitoRenewsNoMoreEndsHereToo() {
        signIn();
        userPool.answers(FakeUserPool.refused(RefusalReason.SESSION_ENDED));

        assertThat(problemOfRefresh().detail()).isEqualTo("Your session has ended. Sign in again.");
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void itGoesOnWhileCognitoCannotBeAsked() {
        signIn();
        userPool.answers(FakeUserPool.BUSY);

        assertThat(problemOfRefresh().status()).isEqualTo(503);
        assertThat(session.find(browser.request())).isPresent();
    }

    @Test
    void nobodyHasNothingToRenew() {
        assertThat(problemOfRefresh()).isEqualTo(new Problem(401, "You are not signed in.", null, null));
    }

    private void signIn() {
        session.begin(FakeUserPool.TOKENS, browser.request(), null);
    }

    private Problem problemOfRefresh() {
        return catchThrowableOfType(ProblemException.class, resource::refresh).problem();
    }
}
