package io.github.cognitoee.internal.identitypool;

import static io.github.cognitoee.internal.identitypool.TestCallers.vouchedFor;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static io.github.cognitoee.internal.jwt.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.jwt.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SparedPoolTest {

    private static final Optional<String> NO_ROLE = Optional.empty();
    private static final Applicant SAM = vouchedFor("sam");
    private static final Applicant ALICE = Applicant.of(new IdToken(verified(idToken(Map.of("sub", "alice")))));

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final FakeIdentityPool pool = new FakeIdentityPool(clock);
    private final SparedPool spared = new SparedPool(pool, clock);

    @BeforeEach
    void fail() {
        pool.fail(new CognitoUnavailableException("too many", Duration.ofSeconds(2)));
    }

    @Test
    void whoIsVouchedForKeepsNobodyElseWaiting() {
        assertThatThrownBy(() -> spared.identityId(SAM)).hasMessage("too many");
        pool.recover();

        assertThat(spared.identityId(ALICE)).isEqualTo("alice-1");
        assertThat(spared.credentials("alice-1", ALICE, NO_ROLE).identityId()).isEqualTo("alice-1");
        assertThatThrownBy(() -> spared.identityId(SAM)).hasMessageContaining("left alone");
        assertThatThrownBy(() -> spared.credentials("sam-1", SAM, NO_ROLE)).hasMessageContaining("left alone");
        assertThatThrownBy(() -> spared.credentials(SAM, NO_ROLE)).hasMessageContaining("left alone");
    }

    @Test
    void newCallersKeepNobodyFromTheirCredentials() {
        assertThatThrownBy(() -> spared.identityId(ALICE)).hasMessage("too many");
        pool.recover();

        assertThat(spared.credentials("alice-1", ALICE, NO_ROLE).identityId()).isEqualTo("alice-1");
        assertThat(spared.identityId(SAM)).startsWith("sam");
        assertThatThrownBy(() -> spared.identityId(ALICE)).hasMessageContaining("left alone");
    }
}
