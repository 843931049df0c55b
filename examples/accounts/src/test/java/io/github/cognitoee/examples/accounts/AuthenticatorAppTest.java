package io.github.cognitoee.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorAppTest {

    /** The last six digits of those in appendix B of the RFC. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "20000000000, 353130"})
    void theCodesAreThoseOfTheRfc(long second, String code) throws GeneralSecurityException {
        AuthenticatorApp app = new AuthenticatorApp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

        assertThat(app.codeAt(Instant.ofEpochSecond(second))).isEqualTo(code);
    }
}
