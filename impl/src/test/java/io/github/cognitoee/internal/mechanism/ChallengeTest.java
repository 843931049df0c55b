package io.github.cognitoee.internal.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.event.RejectionReason;
import io.github.cognitoee.internal.config.VerificationConfig;
import io.github.cognitoee.internal.jwt.TestTokens;
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
        Challenge challenge =
                Challenge.rejected(new Rejected(reason, "a detail for the log"), config(BearerTokens.ANY));

        assertThat(challenge.status()).isEqualTo(401);
        assertThat(challenge.headers())
                .containsOnlyKeys("WWW-Authenticate")
                .hasEntrySatisfying("WWW-Authenticate", value -> assertThat(value)
                        .startsWith("Bearer realm=\"cognito\", error=\"invalid_token\", error_description=\"")
                        .doesNotContain("a detail for the log"));
    }

    @Test
    void aMissingScopeIsForbiddenAndNamesAllThatAreNeeded() {
        assertThat(Challenge.rejected(
                        new Rejected(RejectionReason.SCOPE, ""),
                        config(BearerTokens.ACCESS, "orders/read", "orders/write")))
                .isEqualTo(new Challenge(
                        403,
                        Map.of(
                                "WWW-Authenticate",
                                "Bearer realm=\"cognito\", error=\"insufficient_scope\","
                                        + " scope=\"orders/read orders/write\"")));
    }

    @Test
    void aMissingGroupIsForbiddenWithoutAChallenge() {
        assertThat(Challenge.rejected(new Rejected(RejectionReason.GROUP, ""), config(BearerTokens.ANY)))
                .isEqualTo(new Challenge(403, Map.of()));
    }

    @Test
    void theOtherKindOfTokenIsToldWhichKindIsExpected() {
        Rejected rejected = new Rejected(RejectionReason.TOKEN_USE, "");

        assertThat(Challenge.rejected(rejected, config(BearerTokens.ACCESS))
                        .headers()
                        .get("WWW-Authenticate"))
                .endsWith("error_description=\"An access token is expected here\"");
        assertThat(Challenge.rejected(rejected, config(BearerTokens.ID))
                        .headers()
                        .get("WWW-Authenticate"))
                .endsWith("error_description=\"An ID token is expected here\"");
    }

    @Test
    void whatCannotBeVerifiedNowIsAskedForAgainLater() {
        assertThat(Challenge.unavailable(Duration.ofSeconds(7)))
                .isEqualTo(new Challenge(503, Map.of("Retry-After", "7")));
        assertThat(Challenge.unavailable(Duration.ofMillis(1_900)))
                .isEqualTo(new Challenge(503, Map.of("Retry-After", "2")));
        assertThat(Challenge.unavailable(Duration.ZERO)).isEqualTo(new Challenge(503, Map.of("Retry-After", "1")));
    }

    private static VerificationConfig config(BearerTokens bearerTokens, String... requiredScopes) {
        return new VerificationConfig(
                List.of(TestTokens.POOL),
                bearerTokens,
                new LinkedHashSet<>(List.of(requiredScopes)),
                Set.of(),
                "cognito:groups",
                Duration.ZERO);
    }
}
