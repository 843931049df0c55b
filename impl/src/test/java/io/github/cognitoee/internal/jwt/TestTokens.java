package io.github.cognitoee.internal.jwt;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.internal.config.KeyLocation;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.config.UserPoolConfig;
import io.github.cognitoee.internal.config.VerificationConfig;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Signed tokens and a verifier that takes them, for the tests of other packages. */
public final class TestTokens {

    /** When tokens are good: a minute after they were issued, an hour before they expire. */
    public static final Instant NOW = Draft.NOW;

    public static final UserPoolConfig POOL = new UserPoolConfig(
            Draft.POOL_ID,
            new Region("eu-west-1"),
            Set.of("web", "mobile"),
            Set.of(Draft.ISSUER),
            new KeyLocation.Published(URI.create(Draft.ISSUER + "/jwks.json")));

    public static final TokenVerifier VERIFIER = new TokenVerifier(
            new VerificationConfig(
                    List.of(POOL), BearerTokens.ANY, Set.of(), Set.of(), "cognito:groups", Duration.ZERO),
            (pool, kid) -> new KeyLookup.Found(TestKeys.publicKey(TestKeys.POOL)),
            new SeenTokens(0),
            List.of(),
            Clock.fixed(Draft.NOW, ZoneOffset.UTC));

    private TestTokens() {}

    /** Takes the same tokens, as far as these settings have it, by this clock. */
    public static TokenVerifier verifier(VerificationConfig config, Clock clock) {
        return verifier(config, clock, new KeyLookup.Found(TestKeys.publicKey(TestKeys.POOL)));
    }

    /** Takes none, because the user pool's keys cannot be had. */
    public static TokenVerifier verifierWithoutKeys(VerificationConfig config, Clock clock) {
        return verifier(config, clock, new KeyLookup.Unavailable(Duration.ofSeconds(7), "no route to the keys"));
    }

    private static TokenVerifier verifier(VerificationConfig config, Clock clock, KeyLookup keys) {
        return new TokenVerifier(config, (pool, kid) -> keys, new SeenTokens(1 << 20), List.of(), clock);
    }

    /** An ID token like ours, signed by somebody else. */
    public static String forgedIdToken(Map<String, ?> claims) {
        Draft draft = Draft.idToken();
        claims.forEach(draft::with);
        return draft.sign(TestKeys.OTHER);
    }

    /** A signed ID token of alice; the claims replace hers. */
    public static String idToken(Map<String, ?> claims) {
        Draft draft = Draft.idToken();
        claims.forEach(draft::with);
        return draft.sign();
    }

    /** A signed access token of alice; the claims replace hers. */
    public static String accessToken(Map<String, ?> claims) {
        Draft draft = Draft.accessToken();
        claims.forEach(draft::with);
        return draft.sign();
    }

    /** A signed access token as {@code client_credentials} gives it. */
    public static String machineToken() {
        return Draft.accessToken().without("username", "cognito:groups").sign();
    }

    public static VerifiedJwt verified(String token) {
        return VERIFIER.verify(token)
                .fold(
                        Verification.Accepted::token,
                        rejected -> {
                            throw new AssertionError(rejected);
                        },
                        unavailable -> {
                            throw new AssertionError(unavailable);
                        });
    }
}
