package io.github.cognitoee.internal.jwt;

import static io.github.cognitoee.event.RejectionReason.ALGORITHM;
import static io.github.cognitoee.event.RejectionReason.CLIENT;
import static io.github.cognitoee.event.RejectionReason.CRITICAL_HEADER;
import static io.github.cognitoee.event.RejectionReason.EXPIRED;
import static io.github.cognitoee.event.RejectionReason.GROUP;
import static io.github.cognitoee.event.RejectionReason.ISSUED_IN_FUTURE;
import static io.github.cognitoee.event.RejectionReason.ISSUER;
import static io.github.cognitoee.event.RejectionReason.MALFORMED;
import static io.github.cognitoee.event.RejectionReason.NOT_YET_VALID;
import static io.github.cognitoee.event.RejectionReason.SCOPE;
import static io.github.cognitoee.event.RejectionReason.SIGNATURE;
import static io.github.cognitoee.event.RejectionReason.TOKEN_CHECK;
import static io.github.cognitoee.event.RejectionReason.TOKEN_USE;
import static io.github.cognitoee.event.RejectionReason.TOO_LARGE;
import static io.github.cognitoee.event.RejectionReason.UNKNOWN_KEY;
import static io.github.cognitoee.internal.jwt.Draft.NOW;
import static io.github.cognitoee.internal.jwt.Draft.POOL_ID;
import static io.github.cognitoee.internal.jwt.Draft.accessToken;
import static io.github.cognitoee.internal.jwt.Draft.base64url;
import static io.github.cognitoee.internal.jwt.Draft.idToken;
import static io.github.cognitoee.internal.jwt.Draft.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.event.RejectionReason;
import io.github.cognitoee.internal.config.KeyLocation;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.config.UserPoolConfig;
import io.github.cognitoee.internal.config.VerificationConfig;
import io.github.cognitoee.spi.TokenCheck;
import io.github.cognitoee.spi.VerifiedToken;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

    private static final UserPoolConfig POOL = new UserPoolConfig(
            POOL_ID,
            new Region("eu-west-1"),
            Set.of("web", "mobile"),
            Set.of(Draft.ISSUER),
            new KeyLocation.Published(URI.create(Draft.ISSUER + "/jwks.json")));

    private static final KeySource KEYS = (pool, kid) -> pool == POOL && kid.equals(Draft.KID)
            ? new KeyLookup.Found(TestKeys.publicKey(TestKeys.POOL))
            : new KeyLookup.Unknown();

    private final TokenVerifier verifier = verifier(BearerTokens.ANY);

    @Test
    void aValidAccessTokenIsAcceptedWithItsClaims() {
        String token = accessToken().sign();

        VerifiedJwt jwt = accepted(verifier.verify(token));

        assertThat(jwt.userPool()).isSameAs(POOL);
        assertThat(jwt.rawToken()).isEqualTo(token);
        assertThat(jwt.payloadJson()).isEqualTo(accessToken().payloadJson());
        assertThat(jwt.keyId()).isEqualTo("abcdefghijklmnopqrsexample=");
        assertThat(jwt.issuer()).isEqualTo(Draft.ISSUER);
        assertThat(jwt.subject()).isEqualTo("34c84488-e0e1-70ae-d2ee-991ad1a898c8");
        assertThat(jwt.clientId()).isEqualTo("web");
        assertThat(jwt.isIdToken()).isFalse();
        assertThat(jwt.isMachine()).isFalse();
        assertThat(jwt.username()).contains("alice");
        assertThat(jwt.issuedAt()).isEqualTo(NOW.minusSeconds(60));
        assertThat(jwt.expiresAt()).isEqualTo(NOW.plusSeconds(3600));
        assertThat(jwt.scopes()).containsExactly("openid", "photos/read");
        assertThat(jwt.date("auth_time")).contains(NOW.minusSeconds(60));
        assertThat(jwt.claims()).hasSameSizeAs(accessToken().claims());
        assertThat(jwt.claims().get("version")).isEqualTo(2L);
    }

    @Test
    void aValidIdTokenIsAcceptedWithItsClaims() {
        VerifiedJwt jwt = accepted(verifier.verify(idToken().sign()));

        assertThat(jwt.isIdToken()).isTrue();
        assertThat(jwt.isMachine()).isFalse();
        assertThat(jwt.clientId()).isEqualTo("web");
        assertThat(jwt.username()).contains("alice");
        assertThat(jwt.scopes()).isEmpty();
        assertThat(jwt.string("email")).contains("alice@example.com");
        assertThat(jwt.bool("email_verified")).contains(true);
    }

    @Test
    void aTokenThatNimbusSignedIsAccepted() throws JOSEException {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
        accessToken().claims().forEach(claims::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(Draft.KID).build(), claims.build());
        token.sign(new RSASSASigner(TestKeys.POOL.getPrivate()));

        assertThat(accepted(verifier.verify(token.serialize())).username()).contains("alice");
    }

    @Test
    void groupsAreThoseOfThePoolWithoutTheOnesAddedForFederatedProviders() {
        assertThat(accepted(verifier.verify(accessToken().sign())).groups()).containsExactly("editors", "admins");
    }

    @Test
    void groupsComeFromTheConfiguredClaim() {
        TokenVerifier departments =
                verifier(config(BearerTokens.ANY, Set.of(), Set.of("sales"), "departments", Duration.ZERO));

        String token = accessToken().with("departments", List.of("sales")).sign();

        assertThat(accepted(departments.verify(token)).groups()).containsExactly("sales");
    }

    @Test
    void anAccessTokenWithoutUsernameIsThatOfAMachine() {
        VerifiedJwt jwt = accepted(verifier.verify(
                accessToken().without("username", "cognito:groups").sign()));

        assertThat(jwt.isMachine()).isTrue();
        assertThat(jwt.username()).isEmpty();
        assertThat(jwt.groups()).isEmpty();
    }

    @Test
    void aVerifiedTokenPrintsNeitherItselfNorItsClaims() {
        assertThat(verifier.verify(idToken().sign()))
                .hasToString("Accepted[token=ID token of user pool eu-west-1_AbCdEfGhI]");
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource({"brokenHeaders", "brokenClaims", "brokenTimes"})
    void aTokenChangedInOnePlaceIsRefused(Draft draft, RejectionReason reason, String detail, String name) {
        assertThat(verifier.verify(draft.sign())).isEqualTo(new Verification.Rejected(reason, detail));
    }

    static Stream<Arguments> brokenHeaders() {
        return Stream.of(
                broken(accessToken().withoutHeader("alg"), ALGORITHM, "alg is missing, expected 'RS256'"),
                broken(accessToken().header("alg", "none"), ALGORITHM, "alg is 'none', expected 'RS256'"),
                broken(accessToken().header("alg", "rs256"), ALGORITHM, "alg is 'rs256', expected 'RS256'"),
                broken(accessToken().header("alg", "HS256"), ALGORITHM, "alg is 'HS256', expected 'RS256'"),
                broken(accessToken().header("alg", "x\n\u202e"), ALGORITHM, "alg is 'x??', expected 'RS256'"),
                broken(accessToken().header("alg", List.of("RS256")), MALFORMED, "alg is not a string"),
                broken(
                        accessToken().header("crit", List.of("exp")),
                        CRITICAL_HEADER,
                        "header has crit, which is not processed"),
                broken(accessToken().header("b64", true), CRITICAL_HEADER, "header has b64, which is not processed"),
                broken(accessToken().header("zip", "DEF"), CRITICAL_HEADER, "header has zip, which is not processed"),
                broken(accessToken().withoutHeader("kid"), MALFORMED, "kid is missing from the header or empty"),
                broken(accessToken().header("kid", ""), MALFORMED, "kid is missing from the header or empty"),
                broken(accessToken().header("kid", 1), MALFORMED, "kid is not a string"),
                broken(
                        accessToken().header("kid", "k".repeat(257)),
                        MALFORMED,
                        "kid of 257 characters, expected at most 256"),
                broken(
                        accessToken().header("kid", "a\r\nb" + "k".repeat(100)),
                        UNKNOWN_KEY,
                        "user pool eu-west-1_AbCdEfGhI has no RS256 signing key with kid 'a??b" + "k".repeat(60)
                                + "...'"));
    }

    static Stream<Arguments> brokenClaims() {
        return Stream.of(
                broken(
                        accessToken().without("iss"),
                        ISSUER,
                        "iss is missing, expected that of user pool eu-west-1_AbCdEfGhI"),
                broken(
                        accessToken().with("iss", "https://evil.example.com"),
                        ISSUER,
                        "iss is 'https://evil.example.com', expected that of user pool eu-west-1_AbCdEfGhI"),
                broken(accessToken().with("iss", List.of(Draft.ISSUER)), MALFORMED, "iss is not a string"),
                broken(
                        accessToken().without("token_use"),
                        TOKEN_USE,
                        "token_use is missing, expected 'access' or 'id'"),
                broken(
                        accessToken().with("token_use", "refresh"),
                        TOKEN_USE,
                        "token_use is 'refresh', expected 'access' or 'id'"),
                broken(accessToken().with("token_use", true), MALFORMED, "token_use is not a string"),
                broken(
                        accessToken().without("client_id"),
                        CLIENT,
                        "client_id is missing, expected a configured app client of user pool eu-west-1_AbCdEfGhI"),
                broken(
                        accessToken().with("client_id", "other"),
                        CLIENT,
                        "client_id is 'other', expected a configured app client of user pool eu-west-1_AbCdEfGhI"),
                broken(
                        accessToken().without("client_id").with("aud", "web"),
                        CLIENT,
                        "client_id is missing, expected a configured app client of user pool eu-west-1_AbCdEfGhI"),
                broken(
                        idToken().with("aud", "other").with("client_id", "web"),
                        CLIENT,
                        "aud is 'other', expected a configured app client of user pool eu-west-1_AbCdEfGhI"),
                broken(idToken().with("aud", List.of("web")), MALFORMED, "aud is not a string"),
                broken(accessToken().without("sub"), MALFORMED, "sub is missing from the payload or empty"),
                broken(accessToken().with("sub", ""), MALFORMED, "sub is missing from the payload or empty"),
                broken(accessToken().with("sub", 7), MALFORMED, "sub is not a string"),
                broken(accessToken().withNull("username"), MALFORMED, "username is not a string"),
                broken(idToken().with("cognito:username", 7), MALFORMED, "cognito:username is not a string"),
                broken(accessToken().with("scope", List.of("openid")), MALFORMED, "scope is not a string"),
                broken(
                        accessToken().with("cognito:groups", "admins"),
                        MALFORMED,
                        "cognito:groups is not a list of strings"),
                broken(
                        accessToken().with("cognito:groups", List.of("admins", 1)),
                        MALFORMED,
                        "cognito:groups is not a list of strings"));
    }

    static Stream<Arguments> brokenTimes() {
        String notADate = " is not a whole number of seconds below 2^53";
        return Stream.of(
                broken(accessToken().without("exp"), MALFORMED, "exp is missing from the payload"),
                broken(accessToken().without("iat"), MALFORMED, "iat is missing from the payload"),
                broken(accessToken().with("exp", "1795000000"), MALFORMED, "exp" + notADate),
                broken(accessToken().with("exp", 1795000000.5), MALFORMED, "exp" + notADate),
                broken(accessToken().with("exp", 1L << 53), MALFORMED, "exp" + notADate),
                broken(accessToken().with("exp", Long.MAX_VALUE), MALFORMED, "exp" + notADate),
                broken(accessToken().with("exp", Long.MIN_VALUE), MALFORMED, "exp" + notADate),
                broken(accessToken().with("exp", 1e300), MALFORMED, "exp" + notADate),
                broken(accessToken().withNull("nbf"), MALFORMED, "nbf" + notADate),
                broken(accessToken().with("iat", true), MALFORMED, "iat" + notADate),
                broken(
                        accessToken().with("exp", NOW.getEpochSecond()),
                        EXPIRED,
                        "exp was 2026-11-20T10:00:00Z, now 2026-11-20T10:00:00Z"),
                broken(
                        accessToken().with("exp", 1 - (1L << 53)),
                        EXPIRED,
                        "exp was -285424812-02-20T16:23:29Z, now 2026-11-20T10:00:00Z"),
                broken(
                        accessToken().with("nbf", NOW.getEpochSecond() + 1),
                        NOT_YET_VALID,
                        "nbf is 2026-11-20T10:00:01Z, now 2026-11-20T10:00:00Z"),
                broken(
                        accessToken().with("iat", NOW.getEpochSecond() + 1),
                        ISSUED_IN_FUTURE,
                        "iat is 2026-11-20T10:00:01Z, now 2026-11-20T10:00:00Z"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource
    void aTextThatIsNoCompactJwsIsMalformed(String token, String detail, String name) {
        assertThat(verifier.verify(token)).isEqualTo(new Verification.Rejected(MALFORMED, detail));
    }

    static Stream<Arguments> aTextThatIsNoCompactJwsIsMalformed() {
        String token = accessToken().sign();
        String[] parts = token.split("\\.");
        String threeParts = "token is not three parts with dots between";
        String notBase64 = " is not canonical base64url without padding";
        return Stream.of(
                arguments("", threeParts, "nothing"),
                arguments("..", "header is not JSON: not a JSON value at byte 0", "empty parts"),
                arguments(parts[0] + "." + parts[1], threeParts, "two parts"),
                arguments(token + ".", threeParts, "four parts"),
                arguments("." + token, threeParts, "four parts, the first empty"),
                arguments(token + "==", "signature" + notBase64, "padding"),
                arguments(token + "=", "signature" + notBase64, "half the padding"),
                arguments(token + "\n", "signature" + notBase64, "a line end"),
                arguments(" " + token, "header" + notBase64, "a leading blank"),
                arguments("\ud83d\ude00" + token, "header" + notBase64, "not Latin-1"),
                arguments(parts[0] + "." + parts[1] + "+." + parts[2], "payload" + notBase64, "the other alphabet"),
                arguments(withStrayLastBits(token), "signature" + notBase64, "stray last bits"),
                arguments(jws("[]", "{}"), "header is not a JSON object", "a header that is a list"),
                arguments(jws(accessToken().headerJson(), "\"\""), "payload is not a JSON object", "a string"),
                arguments(
                        jws(accessToken().headerJson(), "{\"sub\":1,\"s\\u0075b\":2}"),
                        "payload is not JSON: duplicate member at byte 19",
                        "a duplicate claim"),
                arguments(
                        jws(accessToken().headerJson(), "{\"exp\":1e400}"),
                        "payload is not JSON: number out of range at byte 12",
                        "an infinite date"),
                arguments(
                        Draft.sign(TestKeys.POOL, utf8(accessToken().headerJson()), new byte[] {'{', '"', (byte) 0xc0}),
                        "payload is not JSON: not UTF-8",
                        "not UTF-8"));
    }

    @Test
    void aTokenOver16KibibytesIsRefusedUnread() {
        assertThat(verifier.verify("a".repeat(16 * 1024 + 1)))
                .isEqualTo(new Verification.Rejected(TOO_LARGE, "token of 16385 characters, expected at most 16384"));
        assertThat(reason(verifier.verify("a".repeat(16 * 1024)))).isEqualTo(MALFORMED);
    }

    @Test
    void aSignatureOfAnotherKeyIsRefused() {
        assertThat(verifier.verify(accessToken().sign(TestKeys.OTHER)))
                .isEqualTo(new Verification.Rejected(SIGNATURE, "signature is not that of the key named by kid"));
    }

    @Test
    void aSignatureOfTheWrongLengthIsRefused() {
        String token = accessToken().sign();
        String unsigned = token.substring(0, token.lastIndexOf('.') + 1);

        assertThat(reason(verifier.verify(unsigned))).isEqualTo(SIGNATURE);
        assertThat(reason(verifier.verify(unsigned + base64url(new byte[300])))).isEqualTo(SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwk", "jku", "x5u", "x5c"})
    void aKeyThatTheTokenBringsAlongIsNotUsed(String header) {
        Map<String, Object> own =
                new RSAKey.Builder(TestKeys.publicKey(TestKeys.OTHER)).build().toJSONObject();
        Object value =
                switch (header) {
                    case "jwk" -> own;
                    case "x5c" -> List.of("MIIB");
                    default -> "https://evil.example.com/keys";
                };

        assertThat(reason(verifier.verify(accessToken().header(header, value).sign(TestKeys.OTHER))))
                .isEqualTo(SIGNATURE);
        assertThat(accepted(verifier.verify(accessToken().header(header, value).sign()))
                        .keyId())
                .isEqualTo(Draft.KID);
    }

    @Test
    void noTokenWithOneBitFlippedIsAccepted() {
        byte[] token = accessToken().sign().getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < token.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] changed = token.clone();
                changed[at] ^= (byte) (1 << bit);
                String text = new String(changed, StandardCharsets.ISO_8859_1);

                assertThat(verifier.verify(text))
                        .as("bit %d of byte %d", bit, at)
                        .isInstanceOf(Verification.Rejected.class);
            }
        }
    }

    @Test
    void noPartOfATokenIsAcceptedAsTheWhole() {
        String token = accessToken().sign();
        for (int length = 0; length < token.length(); length++) {
            assertThat(verifier.verify(token.substring(0, length))).isInstanceOf(Verification.Rejected.class);
        }
    }

    @Test
    void aForeignIssuerIsRefusedBeforeAnyKeyIsLookedFor() {
        TokenVerifier withoutKeys =
                new TokenVerifier(config(BearerTokens.ANY), failing(), new SeenTokens(0), List.of(), clock());

        assertThat(reason(withoutKeys.verify(
                        accessToken().with("iss", "https://evil.example.com").sign())))
                .isEqualTo(ISSUER);
    }

    @Test
    void aTokenIsNotJudgedWhileTheKeysCannotBeHad() {
        TokenVerifier inOutage = new TokenVerifier(
                config(BearerTokens.ANY),
                (pool, kid) -> new KeyLookup.Unavailable(Duration.ofSeconds(1), "no route"),
                new SeenTokens(0),
                List.of(),
                clock());

        assertThat(inOutage.verify(accessToken().sign()))
                .isEqualTo(new Verification.Unavailable(Duration.ofSeconds(1), "no route"));
    }

    @Test
    void eachIssuerHasItsOwnKeysAndClients() {
        UserPoolConfig second = new UserPoolConfig(
                "eu-west-1_Second",
                new Region("eu-west-1"),
                Set.of("desktop"),
                Set.of("https://second.example.com"),
                new KeyLocation.Published(URI.create("https://second.example.com/jwks.json")));
        VerificationConfig both = new VerificationConfig(
                List.of(POOL, second), BearerTokens.ANY, Set.of(), Set.of(), "cognito:groups", Duration.ZERO);
        KeySource keys =
                (pool, kid) -> new KeyLookup.Found(TestKeys.publicKey(pool == second ? TestKeys.OTHER : TestKeys.POOL));
        TokenVerifier ofBoth = new TokenVerifier(both, keys, new SeenTokens(0), List.of(), clock());
        Draft draft = accessToken().with("iss", "https://second.example.com");

        assertThat(reason(ofBoth.verify(draft.sign(TestKeys.POOL)))).isEqualTo(SIGNATURE);
        assertThat(reason(ofBoth.verify(draft.sign(TestKeys.OTHER)))).isEqualTo(CLIENT);
        assertThat(accepted(ofBoth.verify(draft.with("client_id", "desktop").sign(TestKeys.OTHER)))
                        .userPool())
                .isSameAs(second);
    }

    @ParameterizedTest
    @EnumSource(BearerTokens.class)
    void bearersPresentTheTokensThatTheDefinitionAllows(BearerTokens allowed) {
        TokenVerifier ofAllowed = verifier(allowed);

        assertThat(ofAllowed.verify(accessToken().sign()) instanceof Verification.Accepted)
                .isEqualTo(allowed != BearerTokens.ID);
        assertThat(ofAllowed.verify(idToken().sign()) instanceof Verification.Accepted)
                .isEqualTo(allowed != BearerTokens.ACCESS);
    }

    @Test
    void anIdTokenWhereAccessTokensAreExpectedIsRefused() {
        assertThat(verifier(BearerTokens.ACCESS).verify(idToken().sign()))
                .isEqualTo(new Verification.Rejected(TOKEN_USE, "token_use is 'id', expected 'access'"));
    }

    @Test
    void theCompanionIsAnIdTokenWhateverBearersPresent() {
        TokenVerifier accessOnly =
                verifier(config(BearerTokens.ACCESS, Set.of("photos/read"), Set.of(), "cognito:groups", Duration.ZERO));

        assertThat(accepted(accessOnly.verifyIdToken(idToken().sign())).isIdToken())
                .isTrue();
        assertThat(accessOnly.verifyIdToken(accessToken().sign()))
                .isEqualTo(new Verification.Rejected(TOKEN_USE, "token_use is 'access', expected 'id'"));
    }

    @Test
    void theCompanionPassesAllOtherChecks() {
        TokenVerifier strict =
                verifier(config(BearerTokens.ACCESS, Set.of(), Set.of("auditors"), "cognito:groups", Duration.ZERO));

        assertThat(reason(strict.verifyIdToken(idToken().with("aud", "other").sign())))
                .isEqualTo(CLIENT);
        assertThat(reason(strict.verifyIdToken(idToken().sign(TestKeys.OTHER)))).isEqualTo(SIGNATURE);
        assertThat(reason(strict.verifyIdToken(idToken().sign()))).isEqualTo(GROUP);
    }

    @Test
    void everyRequiredScopeIsNeeded() {
        TokenVerifier photos = verifier(
                config(BearerTokens.ANY, Set.of("openid", "photos/write"), Set.of(), "cognito:groups", Duration.ZERO));

        assertThat(photos.verify(accessToken().sign()))
                .isEqualTo(new Verification.Rejected(SCOPE, "required scope 'photos/write' is missing"));
        assertThat(photos.verify(
                        accessToken().with("scope", "photos/write openid").sign()))
                .isInstanceOf(Verification.Accepted.class);
        assertThat(reason(photos.verify(
                        idToken().with("scope", "photos/write openid").sign())))
                .isEqualTo(SCOPE);
    }

    @Test
    void everyRequiredGroupIsNeeded() {
        TokenVerifier auditors = verifier(
                config(BearerTokens.ANY, Set.of(), Set.of("admins", "auditors"), "cognito:groups", Duration.ZERO));

        assertThat(auditors.verify(accessToken().sign()))
                .isEqualTo(new Verification.Rejected(GROUP, "required group 'auditors' is missing"));
        assertThat(auditors.verify(accessToken()
                        .with("cognito:groups", List.of("auditors", "admins"))
                        .sign()))
                .isInstanceOf(Verification.Accepted.class);
    }

    @Test
    void clocksMayDifferByTheConfiguredSkewAndNoMore() {
        TokenVerifier tolerant =
                verifier(config(BearerTokens.ANY, Set.of(), Set.of(), "cognito:groups", Duration.ofSeconds(30)));
        long now = NOW.getEpochSecond();

        assertThat(tolerant.verify(accessToken().with("exp", now - 29).sign()))
                .isInstanceOf(Verification.Accepted.class);
        assertThat(reason(tolerant.verify(accessToken().with("exp", now - 30).sign())))
                .isEqualTo(EXPIRED);
        assertThat(tolerant.verify(accessToken().with("nbf", now + 30).sign()))
                .isInstanceOf(Verification.Accepted.class);
        assertThat(reason(tolerant.verify(accessToken().with("nbf", now + 31).sign())))
                .isEqualTo(NOT_YET_VALID);
        assertThat(tolerant.verify(accessToken().with("iat", now + 30).sign()))
                .isInstanceOf(Verification.Accepted.class);
        assertThat(reason(tolerant.verify(accessToken().with("iat", now + 31).sign())))
                .isEqualTo(ISSUED_IN_FUTURE);
    }

    @Test
    void aWholeNumberOfSecondsIsADateHoweverItIsWritten() {
        String payload = accessToken().with("exp", 0).payloadJson().replace("\"exp\":0", "\"exp\":1.8e9");

        String token = Draft.sign(TestKeys.POOL, accessToken().headerJson(), payload);

        assertThat(accepted(verifier.verify(token)).expiresAt()).hasToString("2027-01-15T08:00:00Z");
    }

    @Test
    void theApplicationsChecksSeeTheVerifiedTokenAndMayRefuseIt() {
        TokenVerifier checked = verifier(
                token -> Optional.empty(),
                token -> token.claims().get("username").equals("alice") ? Optional.of("on leave\n") : Optional.empty());

        assertThat(checked.verify(accessToken().sign())).isEqualTo(new Verification.Rejected(TOKEN_CHECK, "on leave?"));
        assertThat(checked.verify(accessToken().with("username", "bob").sign()))
                .isInstanceOf(Verification.Accepted.class);
    }

    @Test
    void aCheckThatFailsRefusesWithoutQuotingItsException() {
        assertThat(verifier(new FailingCheck()).verify(accessToken().sign()))
                .isEqualTo(new Verification.Rejected(
                        TOKEN_CHECK, FailingCheck.class.getName() + " failed with java.lang.IllegalStateException"));
    }

    @Test
    void aCheckThatReturnsNullRefuses() {
        assertThat(reason(verifier(token -> null).verify(accessToken().sign()))).isEqualTo(TOKEN_CHECK);
    }

    @Test
    void checksAreNotAskedAboutTokensThatFailEarlier() {
        TokenVerifier checked = verifier(token -> Optional.of("asked"));

        assertThat(reason(
                        checked.verify(accessToken().with("client_id", "other").sign())))
                .isEqualTo(CLIENT);
    }

    @Test
    void foldAppliesTheFunctionOfTheCase() {
        Verification accepted = verifier.verify(accessToken().sign());
        Verification rejected = verifier.verify("");
        Verification unavailable = new Verification.Unavailable(Duration.ZERO, "");

        assertThat(Stream.of(accepted, rejected, unavailable).<String>map(v -> v.fold(a -> "a", r -> "r", u -> "u")))
                .containsExactly("a", "r", "u");
    }

    private static final class FailingCheck implements TokenCheck {
        @Override
        public Optional<String> refuse(VerifiedToken token) {
            throw new IllegalStateException("no row for " + token.subject());
        }
    }

    private static Arguments broken(Draft draft, RejectionReason reason, String detail) {
        return arguments(draft, reason, detail, reason + ": " + detail.replaceAll("[^ -~]", "?"));
    }

    private static String jws(String header, String payload) {
        return Draft.sign(TestKeys.POOL, header, payload);
    }

    /** The signature's 256 bytes leave four unused bits in its last character; sets one of them. */
    private static String withStrayLastBits(String token) {
        char last = token.charAt(token.length() - 1);
        return token.substring(0, token.length() - 1) + (char) (last + 1);
    }

    private static KeySource failing() {
        return (pool, kid) -> {
            throw new AssertionError("keys were looked for");
        };
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private static VerificationConfig config(BearerTokens bearerTokens) {
        return config(bearerTokens, Set.of(), Set.of(), "cognito:groups", Duration.ZERO);
    }

    private static VerificationConfig config(
            BearerTokens bearerTokens, Set<String> scopes, Set<String> groups, String groupsClaim, Duration skew) {
        return new VerificationConfig(List.of(POOL), bearerTokens, scopes, groups, groupsClaim, skew);
    }

    private static TokenVerifier verifier(BearerTokens bearerTokens) {
        return verifier(config(bearerTokens));
    }

    private static TokenVerifier verifier(VerificationConfig config) {
        return new TokenVerifier(config, KEYS, new SeenTokens(0), List.of(), clock());
    }

    private static TokenVerifier verifier(TokenCheck... checks) {
        return new TokenVerifier(config(BearerTokens.ANY), KEYS, new SeenTokens(0), List.of(checks), clock());
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
