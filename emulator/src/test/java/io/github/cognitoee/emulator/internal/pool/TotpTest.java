package io.github.cognitoee.emulator.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes of RFC 6238, appendix B, of which the last six digits count. */
class TotpTest {

    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "2000000000, 279037", "20000000000, 353130"})
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertThatCode(() -> at(second).use("alice", SECRET, code)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 29, 30, 89})
    void aCodeIsGoodAStepTooEarlyAndTooLate(long second) {
        assertThatCode(() -> at(second).use("alice", SECRET, "287082")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {90, 119, 2000000000})
    void aCodeIsNotGoodLater(long second) {
        assertThatThrownBy(() -> at(second).use("alice", SECRET, "287082"))
                .hasMessage("Invalid code received for user");
    }

    @Test
    void aCodeIsGoodOnce() {
        Totp totp = at(59);
        totp.use("alice", SECRET, "287082");

        assertThatThrownBy(() -> totp.use("alice", SECRET, "287082")).hasMessage("Invalid code received for user");
        assertThatCode(() -> totp.use("bob", SECRET, "287082")).doesNotThrowAnyException();
    }

    @Test
    void secretsAreBase32() {
        assertThat(Totp.isSecret(SECRET)).isTrue();
        assertThat(Totp.isSecret("GEZDGNBVGY3TQOJ1")).isFalse();
        assertThat(Totp.isSecret("GEZDGNBVGY3TQOJ")).isFalse();
    }

    private static Totp at(long second) {
        return new Totp(Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }
}
