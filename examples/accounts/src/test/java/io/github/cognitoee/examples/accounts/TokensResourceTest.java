package io.github.cognitoee.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.userpool.RefusalReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs hold their tokens themselves. */
class TokensResourceTest {

    private static final Tokens ALICES = Tokens.of(FakeUserPool.TOKENS);

    private final FakeUserPool userPool = new FakeUserPool();
    private final FakeBrowser program = new FakeBrowser();
    private final TokensResource resource = new TokensResource();

    @BeforeEach
    void inject() {
        resource.userPool = userPool;
        resource.address = new ClientAddress();
        resource.request = program.request();
    }

    @Test
    void whoSignsInGetsThemAndNoSession() {
        Step step = resource.begin(new SignInForm("alice", "Alice-Passw0rd", null, null));

        assertThat(step.tokens()).isEqualTo(ALICES);
        assertThat(step.tokens().refreshToken()).isEqualTo("refresh-1");
        assertThat(program.hasSession()).isFalse();
    }

    @Test
    void theyAreRenewed() {
        resource.refresh(new Tokens("id", "access", "refresh-0", null));

        assertThat(userPool.calls()).containsExactly("refresh refresh-0");
    }

    @Test
    void thoseThatAreRenewedNoMoreAreRefused() {
        userPool.answers(FakeUserPool.refused(RefusalReason.SESSION_ENDED));

        assertThatThrownBy(() -> resource.refresh(ALICES))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem())
                        .isEqualTo(new Problem(
                                401, "Your session has ended. Sign in again.", RefusalReason.SESSION_ENDED, null)));
    }

    @Test
    void theyAreRevoked() {
        resource.revoke(ALICES);

        assertThat(userPool.calls()).containsExactly("signOut refresh-1");
    }

    @Test
    void allThreeAreNeeded() {
        assertThatThrownBy(() -> resource.refresh(new Tokens("id", "access", null, null)))
                .hasMessage("Send idToken, accessToken and refreshToken.");
    }
}
