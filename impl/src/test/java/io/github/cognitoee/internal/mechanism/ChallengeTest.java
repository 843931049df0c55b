package io.github.cognitoee.internal.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.event.RejectionReason;
import io.github.cognitoee.internal.jwt.Verification.Rejected;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChallengeTest {

    @Test
    void whoSentNothingIsAskedToSignInWithoutAnError() {
        assertThat(Challenge.SIGN_IN)
                .isEqualTo(new Challenge(401, Map.of("WWW-Authenticate", "Bearer realm=\"cognito\"")));
    }

    @Test
    void aMalformedRequestIsABadRequest() {
        assertThat(Challenge.malformedRequest("more than one Authorization header"))
                .isEqualTo(new Challenge(
                        400,
                        Map.of(
                                "WWW-Authenticate",
                                "Bearer realm=\"cognito\", error=\"invalid_request\","
                                        + " error_description=\"more than one Authorization header\"")));
    }

    @ParameterizedTest
    @EnumSource(
            value = RejectionReason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SCOPE", "GROUP"})
    void aBadTokenIsInvalidWhateverTheReasonAndItsDetailStaysHere(RejectionReason reason) {
        Challenge challenge = Challenge.rejected(new Rejected(reason, "a detail for the log"), Set.of());

        assertThat(challenge.status()).isEqualTo(401);
        assertThat(challenge.headers())
                .containsOnlyKeys("WWW-Authenticate")
                .hasEntrySatisfying("WWW-Authenticate", value -> assertThat(value)
                        .startsWith("Bearer realm=\"cognito\", error=\"invalid_token\", error_description=\"The ")
                        .doesNotContain("a detail for the log"));
    }

    @Test
    void aMissingScopeIsForbiddenAndNamesAllThatAreNeeded() {
        Set<String> required = new LinkedHashSet<>(List.of("orders/read", "orders/write"));

        assertThat(Challenge.rejected(new Rejected(RejectionReason.SCOPE, ""), required))
                .isEqualTo(new Challenge(
                        403,
                        Map.of(
                                "WWW-Authenticate",
                                "Bearer realm=\"cognito\", error=\"insufficient_scope\","
                                        + " scope=\"orders/read orders/write\"")));
    }

    @Test
    void aMissingGroupIsForbiddenWithoutAChallenge() {
        assertThat(Challenge.rejected(new Rejected(RejectionReason.GROUP, ""), Set.of()))
                .isEqualTo(new Challenge(403, Map.of()));
    }

    @Test
    void whatCannotBeVerifiedNowIsAskedForAgainLater() {
        assertThat(Challenge.unavailable(Duration.ofSeconds(7)))
                .isEqualTo(new Challenge(503, Map.of("Retry-After", "7")));
        assertThat(Challenge.unavailable(Duration.ofMillis(20)))
                .isEqualTo(new Challenge(503, Map.of("Retry-After", "1")));
    }
}
