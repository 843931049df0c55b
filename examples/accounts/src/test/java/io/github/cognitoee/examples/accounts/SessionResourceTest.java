package io.github.cognitoee.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.SignInResult;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionResourceTest {

    private static final Instant EXPIRY = Instant.parse("2026-06-01T13:00:00Z");

    private final FakeUserPool userPool = new FakeUserPool();
    private final FakeBrowser browser = new FakeBrowser();
    private final BrowserSession session = new BrowserSession();
    private final SessionResource resource = new SessionResource();

    @BeforeEach
    void inject() {
        resource.userPool = userPool;
        resource.session = session;
        resource.request = browser.request();
        resource.clock = Clock.fixed(FakeUserPool.NOON, ZoneOffset.UTC);
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
    void whoseTokensHaveExpiredGetsNewOnesByAsking() {
        signIn();
        resource.clock = Clock.fixed(EXPIRY, ZoneOffset.UTC);
        SessionTokens renewed = FakeUserPool.tokens("access-2");
        userPool.answers(new SignInResult.SignedIn(renewed, Optional.empty()));

        assertThat(resource.session().signedIn()).isTrue();
        assertThat(userPool.calls()).containsExactly("refresh refresh-1");
        assertThat(session.find(browser.request())).containsSame(renewed);
    }

    @Test
    void untilThenNobodyIsAsked() {
        signIn();
        resource.clock = Clock.fixed(EXPIRY.minusSeconds(1), ZoneOffset.UTC);

        assertThat(resource.session().signedIn()).isTrue();
        assertThat(userPool.calls()).isEmpty();
    }

    @Test
    void expiredTokensThatCognitoDoesNotRenewAreNobodys() {
        signIn();
        resource.clock = Clock.fixed(EXPIRY, ZoneOffset.UTC);
        userPool.answers(FakeUserPool.refused(RefusalReason.SESSION_ENDED));

        assertThat(resource.session()).isEqualTo(new SessionView(false, null));
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void norAreTheyAnybodysWhileCognitoCannotBeAsked() {
        signIn();
        resource.clock = Clock.fixed(EXPIRY, ZoneOffset.UTC);
        userPool.answers(FakeUserPool.BUSY);

        assertThat(catchThrowableOfType(ProblemException.class, resource::session)
                        .problem()
                        .status())
                .isEqualTo(503);
        assertThat(browser.hasSession()).isTrue();
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

    @ParameterizedTest
    @EnumSource(RefusalReason.class)
    void aSessionThatCognitoRenewsNoMoreEndsHereToo(RefusalReason reason) {
        signIn();
        userPool.answers(FakeUserPool.refused(reason));

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
