package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** Signing in by password, judged by the AWS SDK's own client. */
class PasswordSignInTest extends UserPoolFixture {

    private static final String WRONG = "Incorrect username or password.";

    @Test
    void aPasswordBuysTokens() {
        newUser("alice", "email", "alice@example.com", "email_verified", "true");

        AuthenticationResultType result = signIn("alice");

        assertThat(result.tokenType()).isEqualTo("Bearer");
        assertThat(result.expiresIn()).isEqualTo(3600);
        assertThat(result.refreshToken().split("\\.")).hasSize(5);
        Map<String, Object> access = TokenText.claimsOf(result.accessToken());
        assertThat(access)
                .containsEntry("iss", "https://cognito-idp.eu-west-1.amazonaws.com/" + pool)
                .containsEntry("client_id", client)
                .containsEntry("username", "alice")
                .containsEntry("scope", "aws.cognito.signin.user.admin")
                .doesNotContainKeys("aud", "email", "cognito:groups");
        assertThat(TokenText.claimsOf(result.idToken()))
                .containsEntry("aud", client)
                .containsEntry("cognito:username", "alice")
                .containsEntry("email", "alice@example.com")
                .containsEntry("email_verified", true)
                .containsEntry("sub", access.get("sub"))
                .containsEntry("origin_jti", access.get("origin_jti"));
    }

    @Test
    void tokensOfASignInVerifyWithTheKeysOfTheirPool() throws Exception {
        newUser("alice");

        String kid = TokenText.of(signIn("alice").accessToken()).header();

        String keys = Http.get(emulator, "/" + pool + "/.well-known/jwks.json").body();
        assertThat(keys).contains(kid.replaceAll(".*\"kid\":\"([^\"]+)\".*", "$1"));
    }

    @Test
    void aConfiguredUserSignsInWithTheConfiguredPassword() {
        assertThat(signIn("demo0client0of0photo0album", Map.of("USERNAME", "alice", "PASSWORD", "Alice-Passw0rd"))
                        .authenticationResult())
                .isNotNull();
    }

    @Test
    void anAdministratorSignsAUserIn() {
        newUser("alice");

        AuthenticationResultType result = admin.adminInitiateAuth(
                        request -> request.authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                                .userPoolId(pool)
                                .clientId(client)
                                .authParameters(Map.of("USERNAME", "alice", "PASSWORD", PASSWORD)))
                .authenticationResult();

        assertThat(result.accessToken()).isNotEmpty();
    }

    @Test
    void groupsAndRolesEnterTheTokens() {
        newUser("alice");
        String role = "arn:aws:iam::123456789012:role/Users";
        admin.createGroup(request ->
                request.userPoolId(pool).groupName("users").roleArn(role).precedence(3));
        admin.adminAddUserToGroup(
                request -> request.userPoolId(pool).username("alice").groupName("users"));

        AuthenticationResultType result = signIn("alice");

        assertThat(TokenText.claimsOf(result.accessToken())).containsEntry("cognito:groups", List.of("users"));
        assertThat(TokenText.claimsOf(result.idToken()))
                .containsEntry("cognito:roles", List.of(role))
                .containsEntry("cognito:preferred_role", role);
    }

    @Test
    void aWrongPasswordIsRefused() {
        newUser("alice");

        assertRefused(NotAuthorizedException.class, WRONG, () -> signInAnswer("alice", "wrong"));
    }

    @Test
    void anUnknownUserIsToldByDefault() {
        assertRefused(UserNotFoundException.class, "User does not exist.", () -> signInAnswer("nobody", PASSWORD));
    }

    @Test
    void anUnknownUserLooksLikeAWrongPasswordWhereExistenceIsHidden() {
        client = newClient(request -> request.preventUserExistenceErrors("ENABLED"))
                .clientId();

        assertRefused(NotAuthorizedException.class, WRONG, () -> signInAnswer("nobody", PASSWORD));
    }

    @Test
    void aDisabledUserIsRefusedEvenWithTheRightPassword() {
        newUser("alice");
        admin.adminDisableUser(request -> request.userPoolId(pool).username("alice"));

        assertRefused(NotAuthorizedException.class, "User is disabled.", () -> signInAnswer("alice", PASSWORD));

        admin.adminEnableUser(request -> request.userPoolId(pool).username("alice"));
        assertThat(signIn("alice")).isNotNull();
    }

    @Test
    void anUnconfirmedUserIsRefusedWithTheRightPasswordOnly() {
        anyone.signUp(request -> request.clientId(client).username("alice").password(PASSWORD));

        assertRefused(UserNotConfirmedException.class, "User is not confirmed.", () -> signInAnswer("alice", PASSWORD));
        assertRefused(NotAuthorizedException.class, WRONG, () -> signInAnswer("alice", "wrong"));
    }

    @Test
    void aUserWhosePasswordWasResetMustSetAnother() {
        newUser("alice", "email", "alice@example.com", "email_verified", "true");
        admin.adminResetUserPassword(request -> request.userPoolId(pool).username("alice"));

        assertRefused(
                PasswordResetRequiredException.class,
                "Password reset required for the user",
                () -> signInAnswer("alice", PASSWORD));
    }

    @Test
    void anUnknownClientIsRefused() {
        assertRefused(
                ResourceNotFoundException.class,
                "User pool client nosuchclient does not exist.",
                () -> signIn("nosuchclient", Map.of("USERNAME", "alice", "PASSWORD", PASSWORD)));
    }

    @Test
    void aClientOfAnotherPoolIsRefused() {
        String other = newPool(request -> {});

        assertRefused(
                ResourceNotFoundException.class,
                "User pool client " + client + " does not exist.",
                () -> admin.adminInitiateAuth(request -> request.authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                        .userPoolId(other)
                        .clientId(client)
                        .authParameters(Map.of("USERNAME", "alice", "PASSWORD", PASSWORD))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"USERNAME", "PASSWORD"})
    void aMissingParameterIsToldByName(String missing) {
        String present = missing.equals("USERNAME") ? "PASSWORD" : "USERNAME";

        assertRefused(
                InvalidParameterException.class,
                "Missing required parameter " + missing,
                () -> signIn(client, Map.of(present, "x")));
    }

    @Test
    void aFlowThatTheClientDoesNotAllowIsRefused() {
        newUser("alice");
        client = newClient(request -> request.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH))
                .clientId();

        assertRefused(
                InvalidParameterException.class,
                "USER_PASSWORD_AUTH flow not enabled for this client",
                () -> signInAnswer("alice", PASSWORD));
        assertRefused(
                InvalidParameterException.class,
                "Auth flow not enabled for this client",
                () -> admin.adminInitiateAuth(request -> request.authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                        .userPoolId(pool)
                        .clientId(client)
                        .authParameters(Map.of("USERNAME", "alice", "PASSWORD", PASSWORD))));
    }

    @Test
    void aClientWithoutFlowsHasTheServicesOwn() {
        client = newClient(request -> request.explicitAuthFlows(List.of())).clientId();

        assertRefused(
                InvalidParameterException.class,
                "USER_PASSWORD_AUTH flow not enabled for this client",
                () -> signInAnswer("alice", PASSWORD));
    }

    @Test
    void theFlowsOfAdministratorsAreNotForEverybody() {
        assertRefused(
                InvalidParameterException.class,
                "Initiate Auth method not supported.",
                () -> anyone.initiateAuth(request -> request.authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                        .clientId(client)
                        .authParameters(Map.of("USERNAME", "alice", "PASSWORD", PASSWORD))));
    }

    @Test
    void aFlowThatTheClientDoesNotHaveIsRefusedByName() {
        assertRefused(
                InvalidParameterException.class,
                "CUSTOM_AUTH flow not enabled for this client",
                () -> anyone.initiateAuth(request ->
                        request.authFlow("CUSTOM_AUTH").clientId(client).authParameters(Map.of("USERNAME", "alice"))));
    }

    @Test
    void lifetimesOfTokensAreTheClients() {
        newUser("alice");
        client = newClient(request -> request.accessTokenValidity(5)
                        .idTokenValidity(2)
                        .tokenValidityUnits(
                                units -> units.accessToken("minutes").idToken("hours")))
                .clientId();
        long now = clock.instant().getEpochSecond();

        AuthenticationResultType result = signIn("alice");

        assertThat(result.expiresIn()).isEqualTo(300);
        assertThat(TokenText.claimsOf(result.accessToken()).get("exp")).isEqualTo((int) now + 300);
        assertThat(TokenText.claimsOf(result.idToken()).get("exp")).isEqualTo((int) now + 7200);
    }

    @Test
    void anAliasSignsInOnceItIsVerified() {
        pool = newPool(request -> request.aliasAttributesWithStrings("email"));
        client = newClient(request -> {}).clientId();
        newUser("alice", "email", "alice@example.com");

        assertRefused(
                UserNotFoundException.class, "User does not exist.", () -> signInAnswer("alice@example.com", PASSWORD));

        admin.adminUpdateUserAttributes(request ->
                request.userPoolId(pool).username("alice").userAttributes(Attributes.of("email_verified", "true")));
        assertThat(TokenText.claimsOf(signIn("alice@example.com").accessToken()))
                .containsEntry("username", "alice");
    }

    @Test
    void whereAnAddressIsTheUserNameTheRealOneIsGenerated() {
        pool = newPool(request -> request.usernameAttributesWithStrings("email"));
        client = newClient(request -> {}).clientId();
        newUser("alice@example.com");

        Map<String, Object> claims =
                TokenText.claimsOf(signIn("alice@example.com").idToken());

        assertThat(claims)
                .containsEntry("email", "alice@example.com")
                .containsEntry("cognito:username", claims.get("sub"));
    }

    @Test
    void namesAreComparedAsThePoolSays() {
        newUser("alice");
        assertRefused(UserNotFoundException.class, "User does not exist.", () -> signInAnswer("ALICE", PASSWORD));

        pool = newPool(request -> request.usernameConfiguration(config -> config.caseSensitive(false)));
        client = newClient(request -> {}).clientId();
        newUser("alice");
        assertThat(signIn("ALICE")).isNotNull();
    }

    @Test
    void attributesThatAClientDoesNotReadStayOutOfItsTokens() {
        newUser("alice", "email", "alice@example.com", "name", "Alice");
        client = newClient(request -> request.readAttributes("name")).clientId();

        assertThat(TokenText.claimsOf(signIn("alice").idToken()))
                .containsEntry("name", "Alice")
                .doesNotContainKey("email");
    }

    @Test
    void withoutRevocationTokensShareNothing() {
        newUser("alice");
        client = newClient(request -> request.enableTokenRevocation(false)).clientId();

        assertThat(TokenText.claimsOf(signIn("alice").accessToken())).doesNotContainKeys("origin_jti", "jti");
    }

    @Test
    void fiveWrongPasswordsLockTheAccountForASecondAndEachFurtherTwiceAsLong() {
        newUser("alice");
        for (int i = 0; i < 5; i++) {
            assertRefused(NotAuthorizedException.class, WRONG, () -> signInAnswer("alice", "wrong"));
        }

        assertLocked();
        clock.advance(Duration.ofSeconds(1));
        assertRefused(NotAuthorizedException.class, WRONG, () -> signInAnswer("alice", "wrong"));
        clock.advance(Duration.ofSeconds(1));
        assertLocked();
        clock.advance(Duration.ofSeconds(1));
        assertThat(signIn("alice")).isNotNull();

        assertRefused(NotAuthorizedException.class, WRONG, () -> signInAnswer("alice", "wrong"));
        assertThat(signIn("alice")).isNotNull();
    }

    @Test
    void theLockNeverLastsLongerThanAQuarterOfAnHour() {
        newUser("alice");
        for (int failures = 1; failures < 15; failures++) {
            assertRefused(NotAuthorizedException.class, WRONG, () -> signInAnswer("alice", "wrong"));
            clock.advance(Duration.ofSeconds(failures < 5 ? 0 : 1L << (failures - 5)));
        }
        assertRefused(NotAuthorizedException.class, WRONG, () -> signInAnswer("alice", "wrong"));
        clock.advance(Duration.ofSeconds(899));
        assertLocked();
        clock.advance(Duration.ofSeconds(1));
        assertThat(signIn("alice")).isNotNull();
    }

    private void assertLocked() {
        assertRefused(
                NotAuthorizedException.class, "Password attempts exceeded", () -> signInAnswer("alice", PASSWORD));
    }
}
