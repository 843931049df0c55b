package io.github.cognitoee.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.config.AssuranceLevels;
import io.github.cognitoee.internal.jwt.MovableClock;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInCheckTest {

    private static final StepUp RECENT = new StepUp(Optional.of(Duration.ofMinutes(5)), Optional.empty());
    private static final StepUp ASSURED = new StepUp(Optional.empty(), Optional.of("urn:cognito:loa:3"));

    private final SignInCheck check =
            new SignInCheck(AssuranceLevels.OF_COGNITO, Duration.ofSeconds(60), new MovableClock(TestTokens.NOW));

    @ParameterizedTest
    @ValueSource(longs = {0, 300, 360, -60})
    void aRecentSignInIsEnough(long age) {
        assertThat(check.lacking(RECENT, signedInBefore(age))).isEmpty();
    }

    @Test
    void anOlderOneIsNot() {
        assertThat(check.lacking(RECENT, signedInBefore(361))).contains("the sign-in is 361 s old, of 300 s at most");
    }

    @Test
    void oneThatIsNotToldIsNot() {
        Map<String, Object> claims = new HashMap<>();
        claims.put("auth_time", null);

        assertThat(check.lacking(RECENT, TestTokens.verified(TestTokens.idToken(claims))))
                .contains("the token does not tell when its user signed in");
    }

    @ParameterizedTest
    @CsvSource({"urn:cognito:loa:3", "urn:cognito:loa:4"})
    void aLevelOrAHigherOneIsEnough(String level) {
        assertThat(check.lacking(ASSURED, withLevel(level))).isEmpty();
    }

    @Test
    void aLowerLevelIsNotNorIsNone() {
        assertThat(check.lacking(ASSURED, withLevel("urn:cognito:loa:1")))
                .contains("the sign-in reached urn:cognito:loa:1, of urn:cognito:loa:3 at least");
        assertThat(check.lacking(ASSURED, TestTokens.verified(TestTokens.idToken(Map.of()))))
                .contains("the sign-in reached no level of assurance, of urn:cognito:loa:3 at least");
    }

    @Test
    void aLevelThatNobodyNamedIsNotShown() {
        assertThat(check.lacking(ASSURED, withLevel("0\nforged line")))
                .contains("the sign-in reached a level that cognito.assurance-levels does not name, of"
                        + " urn:cognito:loa:3 at least");
    }

    @Test
    void whereNothingIsRequiredAnyIsEnough() {
        assertThat(check.lacking(StepUp.NONE, signedInBefore(1_000_000))).isEmpty();
    }

    private static VerifiedJwt signedInBefore(long seconds) {
        return TestTokens.verified(TestTokens.idToken(Map.of("auth_time", TestTokens.NOW.getEpochSecond() - seconds)));
    }

    private static VerifiedJwt withLevel(String level) {
        return TestTokens.verified(TestTokens.accessToken(Map.of("acr", level)));
    }
}
