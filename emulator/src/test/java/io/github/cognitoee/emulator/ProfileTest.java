package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordHistoryPolicyViolationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** What users do with their own accounts, with an access token and no AWS credentials. */
class ProfileTest extends UserPoolFixture {

    @Test
    void aUserSeesHisAttributes() {
        String token = newUserWithToken("email", "alice@example.com", "email_verified", "true");

        assertThat(attributes(token))
                .containsEntry("email", "alice@example.com")
                .containsEntry("email_verified", "true")
                .containsEntry("sub", (String) TokenText.claimsOf(token).get("sub"));
    }

    @Test
    void aMintedTokenIsAsGood() {
        assertThat(anyone.getUser(request -> request.accessToken(
                                emulator.tokens().user("admin").accessToken()))
                        .username())
                .isEqualTo("admin");
    }

    @Test
    void aUserThatACallMadeHasMintedTokens() {
        newUser("alice");

        assertThat(anyone.getUser(request -> request.accessToken(
                                emulator.tokens().user("alice").pool(pool).accessToken()))
                        .username())
                .isEqualTo("alice");
    }

    @Test
    void onlyAnAccessTokenOfOursThatHasNotExpiredIsTaken() {
        TokenRecipe alice = emulator.tokens().user("alice");

        assertNotAuthorized("Invalid Access Token", () -> attributes(alice.idToken()));
        assertNotAuthorized(
                "Invalid Access Token",
                () -> attributes(alice.signedWithForeignKey().accessToken()));
        assertNotAuthorized(
                "Invalid Access Token", () -> attributes(alice.ofUnknownPool().accessToken()));
        assertNotAuthorized("Invalid Access Token", () -> attributes("no.token.atall"));
        assertNotAuthorized(
                "Access Token has expired", () -> attributes(alice.expired().accessToken()));
        assertNotAuthorized(
                "Access Token does not have required scopes",
                () -> attributes(alice.scopes("openid").accessToken()));
    }

    @Test
    void theTokenOfADeletedUserFindsNobody() {
        newUser("alice");
        String token = emulator.tokens().user("alice").pool(pool).accessToken();
        clock.advance(Duration.ofSeconds(1));
        admin.adminDeleteUser(request -> request.userPoolId(pool).username("alice"));
        clock.advance(Duration.ofSeconds(1));
        String later =
                emulator.tokens().user("admin").withClaim("username", "nobody").accessToken();

        assertNotAuthorized("Access Token has been revoked", () -> attributes(token));
        assertRefused(UserNotFoundException.class, "User does not exist.", () -> attributes(later));
    }

    @Test
    void aUserChangesAndDeletesAttributes() {
        String token = newUserWithToken("name", "Alice", "nickname", "al");

        update(token, "name", "Alice Liddell", "nickname", "");
        assertThat(attributes(token)).containsEntry("name", "Alice Liddell").doesNotContainKey("nickname");

        anyone.deleteUserAttributes(request -> request.accessToken(token).userAttributeNames("name"));
        assertThat(attributes(token)).doesNotContainKey("name");
    }

    @Test
    void anAddressThatChangesIsVerifiedAnew() {
        pool = newPool(request -> request.autoVerifiedAttributesWithStrings("email"));
        client = newClient(request -> {}).clientId();
        String token = newUserWithToken("email", "old@example.com", "email_verified", "true");

        List<CodeDeliveryDetailsType> sent = update(token, "email", "new@example.com");

        assertThat(sent).extracting(CodeDeliveryDetailsType::destination).containsExactly("n***@e***");
        assertThat(attributes(token)).containsEntry("email_verified", "false");
        verify(token, emulator.outbox().latestTo("alice").secret());
        assertThat(attributes(token)).containsEntry("email", "new@example.com").containsEntry("email_verified", "true");
    }

    @Test
    void anAddressMayStayUntilTheNewOneIsVerified() {
        pool = newPool(request -> request.autoVerifiedAttributesWithStrings("email")
                .userAttributeUpdateSettings(
                        settings -> settings.attributesRequireVerificationBeforeUpdateWithStrings("email")));
        client = newClient(request -> {}).clientId();
        String token = newUserWithToken("email", "old@example.com", "email_verified", "true");

        update(token, "email", "new@example.com");

        assertThat(attributes(token)).containsEntry("email", "old@example.com").containsEntry("email_verified", "true");
        assertThat(sendCode(token, "email").destination()).isEqualTo("n***@e***");
        verify(token, emulator.outbox().latestTo("alice").secret());
        assertThat(attributes(token)).containsEntry("email", "new@example.com");
    }

    @Test
    void aWrongOrMissingCodeVerifiesNothing() {
        String token = newUserWithToken("email", "alice@example.com");
        assertRefused(
                ExpiredCodeException.class,
                "Invalid code provided, please request a code again.",
                () -> verify(token, "123456"));
        sendCode(token, "email");

        assertRefused(
                CodeMismatchException.class,
                "Invalid verification code provided, please try again.",
                () -> verify(token, "x"));
    }

    @Test
    void onlyContactsThatThereAreAreVerified() {
        String token = newUserWithToken();

        assertRefused(
                InvalidParameterException.class,
                "Only email and phone_number can be verified.",
                () -> sendCode(token, "name"));
        assertRefused(
                InvalidParameterException.class,
                "User does not have a value for email.",
                () -> sendCode(token, "email"));
    }

    @Test
    void anAliasOfAnotherCannotBeVerified() {
        pool = newPool(request -> request.aliasAttributesWithStrings("email"));
        client = newClient(request -> {}).clientId();
        newUser("bob", "email", "b@example.com", "email_verified", "true");
        String token = newUserWithToken("email", "b@example.com");
        sendCode(token, "email");

        assertRefused(
                AliasExistsException.class,
                "An account with the email already exists.",
                () -> verify(token, emulator.outbox().latestTo("alice").secret()));
    }

    @Test
    void codesForAttributesAreLimited() {
        String token = newUserWithToken("email", "alice@example.com");
        for (int i = 0; i < 5; i++) {
            sendCode(token, "email");
        }

        assertRefused(
                LimitExceededException.class,
                "Attempt limit exceeded, please try after some time.",
                () -> sendCode(token, "email"));
    }

    @Test
    void whatAUserMayNotWriteIsRefused() {
        client = newClient(request -> request.writeAttributes("name")).clientId();
        String token = newUserWithToken();

        assertNotAuthorized(
                "A client attempted to write unauthorized attribute", () -> update(token, "nickname", "al"));
        assertNotAuthorized(
                "A client attempted to write unauthorized attribute", () -> update(token, "email_verified", "true"));
        assertRefused(
                InvalidParameterException.class,
                "user.sub: Attribute cannot be updated.",
                () -> update(token, "sub", "x"));
        assertRefused(
                InvalidParameterException.class,
                "Attributes did not conform to the schema: custom:x: Attribute does not exist in the schema.\n",
                () -> update(token, "custom:x", "y"));
    }

    @Test
    void aUserChangesHisPassword() {
        String token = newUserWithToken();

        change(token, PASSWORD, OTHER_PASSWORD);

        assertThat(signInAnswer("alice", OTHER_PASSWORD).authenticationResult()).isNotNull();
        assertNotAuthorized("Incorrect username or password.", () -> signInAnswer("alice", PASSWORD));
    }

    @Test
    void aPasswordChangeTakesTheOldPasswordAndAGoodNewOne() {
        pool = newPool(request ->
                request.policies(policies -> policies.passwordPolicy(policy -> policy.passwordHistorySize(1))));
        client = newClient(request -> {}).clientId();
        String token = newUserWithToken();

        assertNotAuthorized("Incorrect username or password.", () -> change(token, "wrong", OTHER_PASSWORD));
        assertNotAuthorized("Incorrect username or password.", () -> change(token, null, OTHER_PASSWORD));
        assertRefused(
                InvalidPasswordException.class,
                "Password did not conform with policy: Password not long enough",
                () -> change(token, PASSWORD, "short"));
        assertRefused(
                PasswordHistoryPolicyViolationException.class,
                "Password has previously been used",
                () -> change(token, PASSWORD, PASSWORD));
        change(token, PASSWORD, OTHER_PASSWORD);
        assertRefused(
                LimitExceededException.class,
                "Attempt limit exceeded, please try after some time.",
                () -> change(token, OTHER_PASSWORD, PASSWORD));
    }

    @Test
    void aUserDeletesHimself() {
        String token = newUserWithToken();

        anyone.deleteUser(request -> request.accessToken(token));

        assertNotAuthorized("Access Token has been revoked", () -> attributes(token));
        assertRefused(UserNotFoundException.class, "User does not exist.", () -> signInAnswer("alice", PASSWORD));
    }

    @Test
    void aUserSeesWhatTheClientMayRead() {
        client = newClient(request -> request.readAttributes("name")).clientId();
        String token = newUserWithToken("name", "Alice", "nickname", "al");

        assertThat(attributes(token)).containsOnlyKeys("sub", "name");
    }

    private String newUserWithToken(String... attributes) {
        newUser("alice", attributes);
        return signIn("alice").accessToken();
    }

    private Map<String, String> attributes(String token) {
        return Attributes.map(
                anyone.getUser(request -> request.accessToken(token)).userAttributes());
    }

    private List<CodeDeliveryDetailsType> update(String token, String... attributes) {
        return anyone.updateUserAttributes(
                        request -> request.accessToken(token).userAttributes(Attributes.of(attributes)))
                .codeDeliveryDetailsList();
    }

    private CodeDeliveryDetailsType sendCode(String token, String attribute) {
        return anyone.getUserAttributeVerificationCode(
                        request -> request.accessToken(token).attributeName(attribute))
                .codeDeliveryDetails();
    }

    private void verify(String token, String code) {
        anyone.verifyUserAttribute(
                request -> request.accessToken(token).attributeName("email").code(code));
    }

    private void change(String token, String previous, String proposed) {
        anyone.changePassword(
                request -> request.accessToken(token).previousPassword(previous).proposedPassword(proposed));
    }

    private static void assertNotAuthorized(String message, ThrowingCallable call) {
        assertRefused(NotAuthorizedException.class, message, call);
    }
}
