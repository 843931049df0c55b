package io.github.cognitoee.internal.jwt;

import static io.github.cognitoee.internal.jwt.Draft.accessToken;
import static io.github.cognitoee.internal.jwt.Draft.idToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.internal.config.VerificationConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class VerificationListenerTest {

    private static final KeyLookup KEY = new KeyLookup.Found(TestKeys.publicKey(TestKeys.POOL));

    private final MovableClock clock = new MovableClock(Draft.NOW);
    private final AtomicReference<KeyLookup> key = new AtomicReference<>(KEY);
    private final List<Object> told = new ArrayList<>();
    private final VerificationListener listener = new VerificationListener() {
        @Override
        public void accepted(VerifiedJwt token) {
            told.add(token);
        }

        @Override
        public void rejected(Verification.Rejected rejected) {
            told.add(rejected);
        }
    };
    private final TokenVerifier verifier = verifier(new SeenTokens(1 << 20));

    @Test
    void aTokenIsToldOfWhenItIsVerifiedAnewAndNotWhenItIsSeenAgain() {
        String token = accessToken().sign();
        Verification first = verifier.verify(token);
        verifier.verify(token);

        assertThat(told).containsExactly(((Verification.Accepted) first).token());
    }

    @Test
    void withoutACacheEachTokenIsNew() {
        TokenVerifier forgetful = verifier(new SeenTokens(0));
        String token = accessToken().sign();
        forgetful.verify(token);
        forgetful.verify(token);

        assertThat(told).hasSize(2);
    }

    @Test
    void anIdTokenBesideTheBearersIsToldOfToo() {
        Verification verification = verifier.verifyIdToken(idToken().sign());

        assertThat(told).containsExactly(((Verification.Accepted) verification).token());
    }

    @Test
    void aRefusalIsToldOfEachTime() {
        Verification first = verifier.verify("nonsense");
        Verification second = verifier.verify("nonsense");

        assertThat(told).containsExactly(first, second);
    }

    @Test
    void aTokenThatExpiredSinceItWasSeenIsToldOf() {
        String token = accessToken().sign();
        verifier.verify(token);
        told.clear();
        clock.advance(Duration.ofHours(2));

        assertThat(told).isEmpty();
        assertThat(verifier.verify(token))
                .isInstanceOf(Verification.Rejected.class)
                .isIn(told);
    }

    @Test
    void anUnknownKeyIsToldOf() {
        key.set(KeyLookup.UNKNOWN);

        assertThat(verifier.verify(accessToken().sign()))
                .isInstanceOf(Verification.Rejected.class)
                .isIn(told);
    }

    @Test
    void whatCannotBeJudgedIsNeither() {
        key.set(new KeyLookup.Unavailable(Duration.ofSeconds(1), "no route"));
        verifier.verify(accessToken().sign());

        assertThat(told).isEmpty();
    }

    private TokenVerifier verifier(SeenTokens seen) {
        VerificationConfig config = new VerificationConfig(
                List.of(TestTokens.POOL), BearerTokens.ANY, Set.of(), Set.of(), "cognito:groups", Duration.ZERO);
        return new TokenVerifier(config, (pool, kid) -> key.get(), seen, List.of(), clock, listener);
    }
}
