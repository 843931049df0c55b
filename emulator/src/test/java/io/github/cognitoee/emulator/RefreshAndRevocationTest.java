package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RefreshTokenReuseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnauthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedOperationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedTokenTypeException;

/** Refresh tokens: what they give, how they rotate, and how they and their families end. */
class RefreshAndRevocationTest extends UserPoolFixture {

    @Test
    void aRefreshTokenBuysTokensOfTheSameSignIn() {
        newUser("alice");
        AuthenticationResultType first = signIn("alice");
        clock.advance(Duration.ofHours(2));

        AuthenticationResultType second = refresh(first.refreshToken());

        Map<String, Object> before = TokenText.claimsOf(first.accessToken());
        assertThat(TokenText.claimsOf(second.accessToken()))
                .containsEntry("origin_jti", before.get("origin_jti"))
                .containsEntry("auth_time", before.get("auth_time"))
                .containsEntry("iat", (int) clock.instant().getEpochSecond());
        assertThat(second.idToken()).isNotEmpty();
        assertThat(second.refreshToken()).isNull();
    }

    @Test
    void theOtherOperationGivesTheSame() {
        newUser("alice");
        String token = signIn("alice").refreshToken();

        AuthenticationResultType result = exchange(token);

        assertThat(result.accessToken()).isNotEmpty();
        assertThat(result.refreshToken()).isNull();
    }

    @Test
    void aRefreshTokenEndsAfterThirtyDays() {
        newUser("alice");
        String token = signIn("alice").refreshToken();
        clock.advance(Duration.ofDays(30));

        assertNotAuthorized("Refresh Token has expired", () -> refresh(token));
    }

    @Test
    void whatIsNoRefreshTokenIsRefused() {
        newUser("alice");

        assertNotAuthorized("Invalid Refresh Token", () -> refresh("eyJ.a.b.c.d"));
        assertNotAuthorized(
                "Invalid Refresh Token", () -> refresh(signIn("alice").accessToken()));
    }

    @Test
    void aRefreshTokenIsForItsClient() {
        newUser("alice");
        String token = signIn("alice").refreshToken();
        client = newClient(request -> {}).clientId();

        assertNotAuthorized("Invalid Refresh Token", () -> refresh(token));
    }

    @Test
    void aClientMayNotRefreshUnlessAllowed() {
        client = newClient(request -> request.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH))
                .clientId();
        newUser("alice");
        String token = signIn("alice").refreshToken();

        assertRefused(
                InvalidParameterException.class,
                "REFRESH_TOKEN_AUTH flow not enabled for this client",
                () -> refresh(token));
    }

    @Test
    void aRotatingClientGetsANewRefreshTokenEachTime() {
        rotate(0);
        String first = signIn("alice").refreshToken();

        String second = exchange(first).refreshToken();

        assertThat(second).isNotEqualTo(first);
        assertRefused(RefreshTokenReuseException.class, "Refresh token reuse detected", () -> exchange(first));
        assertThat(exchange(second).accessToken()).isNotEmpty();
    }

    @Test
    void theOldFlowTakesAReplacedTokenForARevokedOne() {
        rotate(0);
        String first = signIn("alice").refreshToken();
        exchange(first);
        admin.updateUserPoolClient(request -> request.userPoolId(pool)
                .clientId(client)
                .explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH));

        assertNotAuthorized("Refresh Token has been revoked", () -> refresh(first));
    }

    @Test
    void aReplacedTokenStaysGoodForTheGrace() {
        rotate(20);
        String first = signIn("alice").refreshToken();
        exchange(first);
        clock.advance(Duration.ofSeconds(19));
        exchange(first);
        clock.advance(Duration.ofSeconds(1));

        assertRefused(RefreshTokenReuseException.class, "Refresh token reuse detected", () -> exchange(first));
    }

    @Test
    void rotationDoesNotProlong() {
        rotate(0);
        String first = signIn("alice").refreshToken();
        clock.advance(Duration.ofDays(29));
        String second = exchange(first).refreshToken();
        clock.advance(Duration.ofDays(1));

        assertNotAuthorized("Refresh Token has expired", () -> exchange(second));
    }

    @Test
    void theOldFlowDoesNotGoWithRotation() {
        rotate(0);
        String token = signIn("alice").refreshToken();

        assertRefused(
                InvalidParameterException.class,
                "REFRESH_TOKEN_AUTH flow not enabled for this client",
                () -> refresh(token));
    }

    @Test
    void aRevokedTokenTakesItsFamilyAlong() {
        newUser("alice");
        AuthenticationResultType revoked = signIn("alice");
        AuthenticationResultType other = signIn("alice");

        anyone.revokeToken(request -> request.clientId(client).token(revoked.refreshToken()));

        assertNotAuthorized("Refresh Token has been revoked", () -> refresh(revoked.refreshToken()));
        assertNotAuthorized("Access Token has been revoked", () -> user(revoked.accessToken()));
        assertThat(user(other.accessToken())).isEqualTo("alice");
        assertThat(refresh(other.refreshToken())).isNotNull();
    }

    @Test
    void revokingWhatIsNoTokenDoesNothing() {
        anyone.revokeToken(request -> request.clientId(client).token("eyJ.a.b.c.d"));
    }

    @Test
    void anAccessTokenCannotBeRevoked() {
        newUser("alice");
        String token = signIn("alice").accessToken();

        assertRefused(
                UnsupportedTokenTypeException.class,
                "Unsupported token type",
                () -> anyone.revokeToken(request -> request.clientId(client).token(token)));
    }

    @Test
    void aClientWithoutRevocationRevokesNothing() {
        client = newClient(request -> request.enableTokenRevocation(false)).clientId();

        assertRefused(
                UnsupportedOperationException.class,
                "Token revocation is not enabled for this client",
                () -> anyone.revokeToken(request -> request.clientId(client).token("eyJ.a.b.c.d")));
    }

    @Test
    void revokingTakesTheClientsSecret() {
        client = newClient(request -> request.generateSecret(true)).clientId();

        assertRefused(
                UnauthorizedException.class,
                "Invalid client secret",
                () -> anyone.revokeToken(request -> request.clientId(client).token("eyJ.a.b.c.d")));
        assertRefused(
                UnauthorizedException.class,
                "Invalid client id",
                () -> anyone.revokeToken(request -> request.clientId("nosuch").token("eyJ.a.b.c.d")));
    }

    @Test
    void aUserSignsOutEverywhere() {
        newUser("alice");
        AuthenticationResultType here = signIn("alice");
        AuthenticationResultType there = signIn("alice");

        anyone.globalSignOut(request -> request.accessToken(here.accessToken()));

        assertSignedOut(here);
        assertSignedOut(there);
        assertThat(user(signIn("alice").accessToken())).isEqualTo("alice");
    }

    @Test
    void anAdministratorSignsAUserOut() {
        newUser("alice");
        AuthenticationResultType tokens = signIn("alice");

        admin.adminUserGlobalSignOut(request -> request.userPoolId(pool).username("alice"));

        assertSignedOut(tokens);
    }

    @Test
    void enablingAUserAgainDoesNotReviveTokens() {
        newUser("alice");
        AuthenticationResultType tokens = signIn("alice");
        admin.adminDisableUser(request -> request.userPoolId(pool).username("alice"));
        admin.adminEnableUser(request -> request.userPoolId(pool).username("alice"));

        assertSignedOut(tokens);
    }

    @Test
    void signingOutTwiceIsRefused() {
        newUser("alice");
        String token = signIn("alice").accessToken();
        anyone.globalSignOut(request -> request.accessToken(token));

        assertNotAuthorized(
                "Access Token has been revoked", () -> anyone.globalSignOut(request -> request.accessToken(token)));
    }

    @Test
    void tokensOfADeletedUserAreGone() {
        newUser("alice");
        AuthenticationResultType tokens = signIn("alice");
        admin.adminDeleteUser(request -> request.userPoolId(pool).username("alice"));

        assertSignedOut(tokens);
        assertNotAuthorized(
                "Access Token has been revoked",
                () -> anyone.globalSignOut(request -> request.accessToken(tokens.accessToken())));
    }

    private void assertSignedOut(AuthenticationResultType tokens) {
        assertNotAuthorized("Access Token has been revoked", () -> user(tokens.accessToken()));
        assertNotAuthorized("Refresh Token has been revoked", () -> refresh(tokens.refreshToken()));
    }

    private void rotate(int grace) {
        client = newClient(request -> request.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH)
                        .refreshTokenRotation(
                                rotation -> rotation.feature("ENABLED").retryGracePeriodSeconds(grace)))
                .clientId();
        newUser("alice");
    }

    private AuthenticationResultType refresh(String token) {
        return anyone.initiateAuth(request -> request.authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                        .clientId(client)
                        .authParameters(Map.of("REFRESH_TOKEN", token)))
                .authenticationResult();
    }

    private AuthenticationResultType exchange(String token) {
        return anyone.getTokensFromRefreshToken(
                        request -> request.clientId(client).refreshToken(token))
                .authenticationResult();
    }

    private String user(String accessToken) {
        return anyone.getUser(request -> request.accessToken(accessToken)).username();
    }

    private static void assertNotAuthorized(String message, ThrowingCallable call) {
        assertRefused(NotAuthorizedException.class, message, call);
    }
}
