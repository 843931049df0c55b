package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is minted, judged by jose4j with the published key set. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {

    private static final String ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_CognitoEE";
    private static final String CLIENT = "demo0client0of0photo0album";
    private static final String OTHER_CLIENT = "demo0client0of0other0app00";

    private final MovableClock clock = MovableClock.startingNow();
    private CognitoEmulator emulator;
    private JsonWebKeySet keys;

    @BeforeAll
    void start() throws Exception {
        emulator = CognitoEmulator.builder().clock(clock).start();
        keys = new JsonWebKeySet(
                Http.get(emulator, "/eu-west-1_CognitoEE/.well-known/jwks.json").body());
    }

    @AfterAll
    void stop() {
        emulator.close();
    }

    @Test
    void aPoolPublishesTwoKeysOfTheKindThatCognitoHas() {
        assertThat(keys.getJsonWebKeys()).hasSize(2).allSatisfy(key -> {
            assertThat(key.getKeyId()).matches("[A-Za-z0-9+/]{43}=");
            assertThat(key.getAlgorithm()).isEqualTo("RS256");
            assertThat(key.getUse()).isEqualTo("sig");
            assertThat(((RsaJsonWebKey) key).getRsaPublicKey().getModulus().bitLength())
                    .isEqualTo(2048);
            assertThat(key.toParams(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE))
                    .containsOnlyKeys("kty", "e", "n", "kid", "alg", "use");
        });
    }

    @Test
    void theTwoTokensOfASignInAreSignedByDifferentKeys() throws Exception {
        TokenPair pair = alice().pair();

        assertThat(keyIdOf(pair.accessToken())).isNotEqualTo(keyIdOf(pair.idToken()));
        assertThat(List.of(keyIdOf(pair.accessToken()), keyIdOf(pair.idToken())))
                .containsExactlyInAnyOrderElementsOf(
                        keys.getJsonWebKeys().stream().map(JsonWebKey::getKeyId).toList());
    }

    @Test
    void anAccessTokenHasTheClaimsOfCognito() throws Exception {
        JwtClaims claims = verified(alice().accessToken());

        assertThat(claims.getClaimNames())
                .containsExactlyInAnyOrder(
                        "sub",
                        "cognito:groups",
                        "iss",
                        "version",
                        "client_id",
                        "token_use",
                        "scope",
                        "auth_time",
                        "exp",
                        "iat",
                        "jti",
                        "origin_jti",
                        "event_id",
                        "username");
        assertThat(claims.getClaimsMap())
                .containsEntry("iss", ISSUER)
                .containsEntry("client_id", CLIENT)
                .containsEntry("token_use", "access")
                .containsEntry("scope", "aws.cognito.signin.user.admin")
                .containsEntry("username", "alice")
                .containsEntry("version", 2L)
                .containsEntry("cognito:groups", List.of("users"))
                .containsEntry("iat", clock.instant().getEpochSecond())
                .containsEntry("auth_time", clock.instant().getEpochSecond())
                .containsEntry("exp", clock.instant().getEpochSecond() + 3600);
    }

    @Test
    void anIdTokenHasTheClaimsOfCognito() throws Exception {
        JwtClaims claims = verified(alice().idToken());

        assertThat(claims.getClaimNames())
                .containsExactlyInAnyOrder(
                        "sub",
                        "email",
                        "email_verified",
                        "iss",
                        "cognito:username",
                        "cognito:groups",
                        "cognito:roles",
                        "cognito:preferred_role",
                        "aud",
                        "token_use",
                        "auth_time",
                        "exp",
                        "iat",
                        "jti",
                        "origin_jti",
                        "event_id");
        assertThat(claims.getClaimsMap())
                .containsEntry("aud", CLIENT)
                .containsEntry("token_use", "id")
                .containsEntry("cognito:username", "alice")
                .containsEntry("email", "alice@example.com")
                .containsEntry("email_verified", true)
                .containsEntry("cognito:roles", List.of("arn:aws:iam::123456789012:role/PhotoAlbumUsers"))
                .containsEntry("cognito:preferred_role", "arn:aws:iam::123456789012:role/PhotoAlbumUsers");
    }

    @Test
    void theRoleOfTheGroupWithTheLowestPrecedenceIsPreferred() throws Exception {
        assertThat(verified(emulator.tokens().user("admin").idToken()).getClaimsMap())
                .containsEntry("cognito:groups", List.of("users", "admins"))
                .containsEntry("cognito:preferred_role", "arn:aws:iam::123456789012:role/PhotoAlbumAdmins");
    }

    @Test
    void theTokensOfAPairBelongToOneSignIn() throws Exception {
        TokenPair pair = alice().pair();
        JwtClaims access = verified(pair.accessToken());
        JwtClaims id = verified(pair.idToken());

        assertThat(access.getClaimValue("origin_jti")).isEqualTo(id.getClaimValue("origin_jti"));
        assertThat(access.getSubject()).isEqualTo(id.getSubject()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(access.getJwtId()).isNotEqualTo(id.getJwtId());
        assertThat(verified(alice().accessToken()).getClaimValue("origin_jti"))
                .isNotEqualTo(id.getClaimValue("origin_jti"));
    }

    @Test
    void aRefreshTokenIsOpaque() {
        assertThat(alice().pair().refreshToken())
                .startsWith("eyJjdHki")
                .matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){4}");
    }

    @Test
    void aMachineTokenNamesNoUser() throws Exception {
        JwtClaims claims = verified(emulator.tokens()
                .machine(CLIENT)
                .scopes("orders/read", "orders/write")
                .accessToken());

        assertThat(claims.getClaimNames())
                .containsExactlyInAnyOrder(
                        "sub", "client_id", "token_use", "scope", "auth_time", "iss", "exp", "iat", "version", "jti");
        assertThat(claims.getClaimsMap())
                .containsEntry("sub", CLIENT)
                .containsEntry("client_id", CLIENT)
                .containsEntry("scope", "orders/read orders/write");
    }

    @Test
    void aMachineHasNoIdToken() {
        assertThatThrownBy(() -> emulator.tokens().machine(CLIENT).idToken())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the grant client_credentials gives an access token only");
    }

    @Test
    void clientScopesGroupsAndClaimsAreAsAsked() throws Exception {
        JwtClaims claims = verified(alice().client(OTHER_CLIENT)
                .scopes("openid", "photos/write")
                .groups("users", "guests")
                .withClaim("device_key", "d1")
                .withoutClaim("event_id")
                .accessToken());

        assertThat(claims.getClaimsMap())
                .containsEntry("client_id", OTHER_CLIENT)
                .containsEntry("scope", "openid photos/write")
                .containsEntry("cognito:groups", List.of("users", "guests"))
                .containsEntry("device_key", "d1")
                .doesNotContainKey("event_id");
    }

    @Test
    void aUserWithoutGroupsHasNoGroupClaims() throws Exception {
        assertThat(verified(alice().groups().idToken()).getClaimsMap())
                .doesNotContainKeys("cognito:groups", "cognito:roles", "cognito:preferred_role");
    }

    @Test
    void aRecipeIsNotChangedByTheOnesDerivedFromIt() throws Exception {
        TokenRecipe valid = alice();
        valid.withoutClaim("sub").expired().client(OTHER_CLIENT);

        assertThat(verified(valid.accessToken()).getClaimsMap())
                .containsKey("sub")
                .containsEntry("client_id", CLIENT);
    }

    @Test
    void anExpiredTokenIsOnlyExpired() {
        assertRefused(alice().expired().accessToken(), ErrorCodes.EXPIRED);
    }

    @Test
    void aTokenOfTheFutureIsNotYetValid() {
        String token =
                alice().notBefore(clock.instant().plus(Duration.ofMinutes(10))).accessToken();

        assertRefused(token, ErrorCodes.NOT_YET_VALID);
    }

    @Test
    void timesAreAsAsked() throws Exception {
        JwtClaims claims = verified(alice().issuedAt(clock.instant().minusSeconds(60))
                .expiresIn(Duration.ofMinutes(5))
                .accessToken());

        assertThat(claims.getIssuedAt().getValue()).isEqualTo(clock.instant().getEpochSecond() - 60);
        assertThat(claims.getExpirationTime().getValue())
                .isEqualTo(clock.instant().getEpochSecond() + 240);
    }

    @Test
    void aForgedTokenNamesAPublishedKeyThatDidNotSignIt() throws Exception {
        String forged = alice().signedWithForeignKey().accessToken();

        assertThat(keyIdOf(forged)).isEqualTo(keyIdOf(alice().accessToken()));
        assertRefused(forged, ErrorCodes.SIGNATURE_INVALID);
    }

    @Test
    void aTokenOfAnUnknownPoolHasAnIssuerThatNobodyKnows() throws Exception {
        String token = alice().ofUnknownPool().accessToken();

        assertThat(unverified(token))
                .containsEntry("iss", "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_NoSuchPool");
        assertThat(Http.get(emulator, "/eu-west-1_NoSuchPool/.well-known/jwks.json")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theHeaderIsAsAsked() throws Exception {
        JsonWebSignature token = new JsonWebSignature();
        token.setCompactSerialization(alice().withHeader("alg", "none")
                .withKeyId("other")
                .withHeader("typ", "JWT")
                .accessToken());

        assertThat(token.getHeader("alg")).isEqualTo("none");
        assertThat(token.getKeyIdHeaderValue()).isEqualTo("other");
        assertThat(token.getHeader("typ")).isEqualTo("JWT");
    }

    @Test
    void aHeaderMemberCanBeLeftOut() throws Exception {
        assertThat(keyIdOf(alice().withoutHeader("kid").accessToken())).isNull();
    }

    @Test
    void unknownUsersClientsAndPoolsAreNamed() {
        assertThatThrownBy(() -> emulator.tokens().user("nobody").accessToken())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the emulator's configuration has no such user: nobody");
        assertThatThrownBy(() -> alice().client("nobodys").accessToken())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the emulator's configuration has no such client: nobodys");
        assertThatThrownBy(() -> alice().pool("eu-west-1_None").accessToken())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the emulator's configuration has no such user pool: eu-west-1_None");
    }

    @Test
    void noTokenIsPrinted() {
        assertThat(alice().pair()).hasToString("TokenPair");
        assertThat(alice()).hasToString("TokenRecipe[user alice]");
    }

    private TokenRecipe alice() {
        return emulator.tokens().user("alice");
    }

    private JwtClaims verified(String token) throws InvalidJwtException {
        return consumer().processToClaims(token);
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setExpectedIssuer(ISSUER)
                .setSkipDefaultAudienceValidation()
                .setRequireExpirationTime()
                .setRequireSubject()
                .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                .build();
    }

    private void assertRefused(String token, int errorCode) {
        assertThatThrownBy(() -> verified(token))
                .isInstanceOfSatisfying(InvalidJwtException.class, refusal -> assertThat(refusal.getErrorDetails())
                        .extracting(error -> error.getErrorCode())
                        .containsExactly(errorCode));
    }

    private static Map<String, Object> unverified(String token) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setSkipAllValidators()
                .setDisableRequireSignature()
                .setSkipSignatureVerification()
                .build()
                .processToClaims(token)
                .getClaimsMap();
    }

    private static String keyIdOf(String token) throws Exception {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(token);
        return signature.getKeyIdHeaderValue();
    }
}
