package io.github.cognitoee.internal.jwt;

import static io.github.cognitoee.internal.jwt.Draft.accessToken;
import static io.github.cognitoee.internal.jwt.Draft.idToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.event.RejectionReason;
import io.github.cognitoee.internal.config.VerificationConfig;
import io.github.cognitoee.spi.TokenCheck;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SeenTokensTest {

    private static final KeyPair REPLACEMENT = TestKeys.generate(2048);

    private final MovableClock clock = new MovableClock(Draft.NOW);
    private final AtomicReference<KeyLookup> key =
            new AtomicReference<>(new KeyLookup.Found(TestKeys.publicKey(TestKeys.POOL)));
    private final AtomicReference<Optional<String>> refusal = new AtomicReference<>(Optional.empty());
    private final TokenVerifier verifier = verifier(new SeenTokens(1 << 20), token -> refusal.get());

    @Test
    void aTokenThatWasSeenBeforeIsNotVerifiedAgain() {
        String token = accessToken().sign();
        VerifiedJwt first = accepted(verifier.verify(token));

        assertThat(accepted(verifier.verify(new String(token.toCharArray())))).isSameAs(first);
    }

    @Test
    void withoutACacheEachTokenIsVerifiedAnew() {
        TokenVerifier forgetful = verifier(new SeenTokens(0), token -> Optional.empty());
        String token = accessToken().sign();

        assertThat(accepted(forgetful.verify(token))).isNotSameAs(accepted(forgetful.verify(token)));
    }

    @Test
    void itExpiresAllTheSame() {
        String token = accessToken().sign();
        verifier.verify(token);
        clock.advance(Duration.ofHours(1));

        assertThat(reason(verifier.verify(token))).isEqualTo(RejectionReason.EXPIRED);
        clock.advance(Duration.ofHours(-1));
        assertThat(accepted(verifier.verify(token))).isNotNull();
    }

    @Test
    void aClockThatWasSetBackMakesItNotValidYet() {
        String token = accessToken().with("nbf", Draft.NOW.getEpochSecond()).sign();
        verifier.verify(token);
        clock.advance(Duration.ofSeconds(-1));

        assertThat(reason(verifier.verify(token))).isEqualTo(RejectionReason.NOT_YET_VALID);
    }

    @Test
    void itDiesWithItsKey() {
        String token = accessToken().sign();
        verifier.verify(token);
        key.set(KeyLookup.UNKNOWN);

        assertThat(reason(verifier.verify(token))).isEqualTo(RejectionReason.UNKNOWN_KEY);
    }

    @Test
    void anotherKeyUnderTheSameNameIsAnotherKey() {
        String token = accessToken().sign();
        verifier.verify(token);
        key.set(new KeyLookup.Found(TestKeys.publicKey(REPLACEMENT)));

        assertThat(reason(verifier.verify(token))).isEqualTo(RejectionReason.SIGNATURE);
    }

    @Test
    void itIsNotJudgedWhileItsKeyCannotBeHad() {
        String token = accessToken().sign();
        verifier.verify(token);
        key.set(new KeyLookup.Unavailable(Duration.ofSeconds(1), "no route"));

        assertThat(verifier.verify(token)).isInstanceOf(Verification.Unavailable.class);
    }

    @Test
    void theApplicationsOwnChecksRunEachTime() {
        String token = accessToken().sign();
        verifier.verify(token);
        refusal.set(Optional.of("locked"));

        assertThat(verifier.verify(token)).isEqualTo(new Verification.Rejected(RejectionReason.TOKEN_CHECK, "locked"));
    }

    @Test
    void anIdTokenSeenAsCompanionIsStillNoBearer() {
        TokenVerifier accessOnly =
                verifier(new SeenTokens(1 << 20), token -> Optional.empty(), BearerTokens.ACCESS, Set.of());
        String token = idToken().sign();
        accepted(accessOnly.verifyIdToken(token));

        assertThat(accessOnly.verify(token))
                .isEqualTo(
                        new Verification.Rejected(RejectionReason.TOKEN_USE, "token_use is 'id', expected 'access'"));
    }

    @Test
    void anIdTokenSeenAsCompanionStillLacksTheScopes() {
        TokenVerifier withScope =
                verifier(new SeenTokens(1 << 20), token -> Optional.empty(), BearerTokens.ANY, Set.of("photos/read"));
        String token = idToken().sign();
        accepted(withScope.verifyIdToken(token));

        assertThat(reason(withScope.verify(token))).isEqualTo(RejectionReason.SCOPE);
    }

    @Test
    void whatIsRefusedIsNotAdmitted() {
        SeenTokens seen = new SeenTokens(1 << 20);
        String forged = accessToken().sign(TestKeys.OTHER);
        verifier(seen, token -> Optional.empty()).verify(forged);

        assertThat(seen.find(forged)).isNull();
    }

    @Test
    void memoryIsBounded() {
        SeenTokens seen = new SeenTokens(100_000);
        TokenVerifier bounded = verifier(seen, token -> Optional.empty());
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            tokens.add(accessToken().with("jti", "token-" + i).sign());
            accepted(bounded.verify(tokens.get(i)));
        }

        long kept = tokens.stream().filter(token -> seen.find(token) != null).count();

        assertThat(kept)
                .isPositive()
                .isLessThanOrEqualTo(100_000 / (5 * tokens.get(0).length()) + 1);
    }

    private TokenVerifier verifier(SeenTokens seen, TokenCheck check) {
        return verifier(seen, check, BearerTokens.ANY, Set.of());
    }

    private TokenVerifier verifier(
            SeenTokens seen, TokenCheck check, BearerTokens bearerTokens, Set<String> requiredScopes) {
        VerificationConfig config = new VerificationConfig(
                List.of(TestTokens.POOL), bearerTokens, requiredScopes, Set.of(), "cognito:groups", Duration.ZERO);
        return new TokenVerifier(config, (pool, kid) -> key.get(), seen, List.of(check), clock);
    }

    private static VerifiedJwt accepted(Verification verification) {
        assertThat(verification).isInstanceOf(Verification.Accepted.class);
        return ((Verification.Accepted) verification).token();
    }

    private static RejectionReason reason(Verification verification) {
        assertThat(verification).isInstanceOf(Verification.Rejected.class);
        return ((Verification.Rejected) verification).reason();
    }
}
