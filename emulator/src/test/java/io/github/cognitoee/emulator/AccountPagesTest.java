package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

/** Registering, forgetting a password, and replacing a temporary one. */
class AccountPagesTest extends LoginFixture {

    @BeforeEach
    void makePoolThatVerifies() {
        pool = newPool(request -> request.autoVerifiedAttributes(VerifiedAttributeType.EMAIL));
        client = newWebClient(request -> {}).clientId();
        newUser("alice", "email", "alice@example.com", "email_verified", "true");
    }

    @Test
    void aNewUserConfirmsTheAddressAndIsSignedIn() throws Exception {
        browser.open(authorize("&state=s"));
        browser.open(browser.page().selectFirst("a[href^=/signup]").attr("href"));
        assertThat(browser.page().select("h1").text()).isEqualTo("Create an account");

        browser.submitForm("#sign-up", "username", "carol", "email", "carol@example.com", "password", PASSWORD);

        assertThat(browser.page().select("#code-hint").text()).isEqualTo("A code was sent to c***@e***.");
        assertThat(status("carol")).isEqualTo(UserStatusType.UNCONFIRMED);
        browser.submitForm("#confirmation", "code", sentTo("carol"));
        assertThat(browser.location()).startsWith(CALLBACK + "?code=").endsWith("&state=s");
        assertThat(status("carol")).isEqualTo(UserStatusType.CONFIRMED);
        assertThat(TokenText.claimsOf(json(exchange(browser.returned("code"), ""))
                        .get("id_token")
                        .textValue()))
                .containsEntry("cognito:username", "carol")
                .containsEntry("email_verified", true);
    }

    @Test
    void aFunctionsGroupIsInTheTokensOfTheSignInThatFollows() throws Exception {
        admin.createGroup(request -> request.userPoolId(pool).groupName("members"));
        emulator.triggers()
                .on(
                        pool,
                        Trigger.POST_CONFIRMATION,
                        event -> admin.adminAddUserToGroup(request -> request.userPoolId(pool)
                                .username(event.userName())
                                .groupName("members")));
        signUp("carol");

        browser.submitForm("#confirmation", "code", sentTo("carol"));

        assertThat(TokenText.claimsOf(json(exchange(browser.returned("code"), ""))
                        .get("id_token")
                        .textValue()))
                .containsEntry("cognito:groups", List.of("members"));
    }

    @Test
    void aWrongCodeIsToldAndAnotherCanBeSent() throws Exception {
        signUp("carol");
        String first = sentTo("carol");
        String wrong = first.equals("000000") ? "000001" : "000000";

        browser.submitForm("#confirmation", "code", wrong);
        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("[role=alert] a[href=#code]").text())
                .isEqualTo("The code is wrong or too old.");
        browser.submitForm("#resend");
        assertThat(emulator.outbox().messagesTo("carol")).hasSize(2);

        assertThat(browser.submitForm("#confirmation", "code", sentTo("carol")).location())
                .startsWith(CALLBACK + "?code=");
    }

    @Test
    void whoHasNotConfirmedIsAskedToWhenSigningIn() throws Exception {
        signUp("carol");
        browser = new Browser(emulator);

        browser.open(authorize("")).submitForm("#sign-in", "username", "carol", "password", PASSWORD);

        assertThat(browser.page().select("h1").text()).isEqualTo("Confirm your account");
        assertThat(browser.submitForm("#confirmation", "code", sentTo("carol")).location())
                .startsWith(CALLBACK + "?code=");
    }

    @Test
    void whatIsWrongWithANewUserIsToldAtItsField() throws Exception {
        browser.open(authorize("").replace("/oauth2/authorize", "/signup"));

        browser.submitForm("#sign-up", "username", "alice", "email", "x@example.com", "password", PASSWORD);
        assertThat(browser.page().select("#username-problem").text()).isEqualTo("This user exists already.");
        assertThat(browser.page().selectFirst("#email").val()).isEqualTo("x@example.com");
        browser.submitForm("#sign-up", "username", "carol", "password", "short");
        assertThat(browser.page().select("#password-problem").text())
                .isEqualTo("The password is not what the user pool asks for.");
        browser.submitForm("#sign-up", "username", " ", "password", "");
        assertThat(browser.page().select("[role=alert] li")).hasSize(2);
        assertThat(browser.status()).isEqualTo(400);
    }

    @Test
    void wherePeopleAreKnownByTheirAddressTheyRegisterWithIt() throws Exception {
        pool = newPool(request ->
                request.usernameAttributesWithStrings("email").autoVerifiedAttributes(VerifiedAttributeType.EMAIL));
        client = newWebClient(request -> {}).clientId();
        browser.open(authorize("").replace("/oauth2/authorize", "/signup"));
        assertThat(browser.page().select("label[for=username]").text()).isEqualTo("E-mail address");
        assertThat(browser.page().select("#email")).isEmpty();

        browser.submitForm("#sign-up", "username", "carol@example.com", "password", PASSWORD);

        String sub = admin.listUsers(request -> request.userPoolId(pool))
                .users()
                .get(0)
                .username();
        assertThat(browser.submitForm("#confirmation", "code", sentTo(sub)).location())
                .startsWith(CALLBACK + "?code=");
    }

    @Test
    void nobodyRegistersWhereAdministratorsMakeTheUsers() throws Exception {
        pool = newPool(request -> request.adminCreateUserConfig(config -> config.allowAdminCreateUserOnly(true)));
        client = newWebClient(request -> {}).clientId();

        assertThat(browser.open(authorize("")).page().select("a[href^=/signup]"))
                .isEmpty();
        assertThat(browser.open(authorize("").replace("/oauth2/authorize", "/signup"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aForgottenPasswordIsReplacedByACode() throws Exception {
        forget("alice");
        assertThat(browser.page().select("#code-hint").text()).isEqualTo("A code was sent to a***@e***.");

        browser.submitForm("#reset-password", "code", sentTo("alice"), "password", OTHER_PASSWORD);

        assertThat(browser.page().select("[role=status]").text())
                .isEqualTo("The password was changed. Sign in with it now.");
        assertThat(browser.submitForm("#sign-in", "username", "alice", "password", OTHER_PASSWORD)
                        .location())
                .startsWith(CALLBACK + "?code=");
    }

    @Test
    void aUserWhoDoesNotExistLooksLikeAnyOther() throws Exception {
        forget("nobody");

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.page().select("#code-hint").text())
                .matches("A code was sent to \\w\\*\\*\\*@\\w\\*\\*\\*\\.");
        browser.submitForm("#reset-password", "code", "123456", "password", OTHER_PASSWORD);
        String toNobody = browser.page().select("[role=alert]").text();
        forget("alice");
        String wrong = sentTo("alice").equals("000000") ? "000001" : "000000";
        browser.submitForm("#reset-password", "code", wrong, "password", OTHER_PASSWORD);

        assertThat(browser.page().select("[role=alert]").text())
                .isEqualTo(toNobody)
                .endsWith("The code is wrong or too old.");
    }

    @Test
    void aCodeOfAForgottenPasswordIsWaitedForEightMinutes() throws Exception {
        forget("alice");
        clock.advance(Duration.ofMinutes(8).minusSeconds(1));
        browser.submitForm("#reset-password", "code", sentTo("alice"), "password", "short");
        assertThat(browser.page().select("#password-problem").text())
                .isEqualTo("The password is not what the user pool asks for.");
        clock.advance(Duration.ofSeconds(1));

        browser.submitForm("#reset-password", "code", sentTo("alice"), "password", OTHER_PASSWORD);

        assertThat(browser.page().select("[role=alert]").text())
                .isEqualTo("It took too long. Start again at the application.");
    }

    @Test
    void whoMustResetThePasswordIsSentToDoSo() throws Exception {
        admin.adminResetUserPassword(request -> request.userPoolId(pool).username("alice"));

        signInAt("");

        assertThat(browser.page().select("h1").text()).isEqualTo("Forgot your password?");
    }

    @Test
    void aTemporaryPasswordIsReplacedAtOnce() throws Exception {
        admin.adminCreateUser(request -> request.userPoolId(pool)
                .username("carol")
                .messageAction("SUPPRESS")
                .temporaryPassword(PASSWORD));

        browser.open(authorize("")).submitForm("#sign-in", "username", "carol", "password", PASSWORD);
        assertThat(browser.page().select("h1").text()).isEqualTo("Choose a new password");
        assertThat(browser.cookies()).doesNotContainKey("cognito." + pool);
        browser.submit("password", "short");
        assertThat(browser.page().select("#password-problem").text())
                .isEqualTo("The password is not what the user pool asks for.");
        browser.submit("password", OTHER_PASSWORD);

        assertThat(browser.location()).startsWith(CALLBACK + "?code=");
        assertThat(status("carol")).isEqualTo(UserStatusType.CONFIRMED);
    }

    @Test
    void attributesThatAreMissingAreAskedForWithTheNewPassword() throws Exception {
        pool = newPool(request -> request.schema(SchemaAttributeType.builder()
                .name("family_name")
                .required(true)
                .attributeDataType("String")
                .build()));
        client = newWebClient(request -> {}).clientId();
        admin.adminCreateUser(request -> request.userPoolId(pool)
                .username("carol")
                .userAttributes(Attributes.of("family_name", "Kim"))
                .messageAction("SUPPRESS")
                .temporaryPassword(PASSWORD));
        admin.adminDeleteUserAttributes(
                request -> request.userPoolId(pool).username("carol").userAttributeNames("family_name"));

        browser.open(authorize("")).submitForm("#sign-in", "username", "carol", "password", PASSWORD);
        assertThat(browser.page().select("label[for=family_name]").text()).isEqualTo("Family name");
        browser.submit("password", OTHER_PASSWORD, "family_name", "Lee");

        assertThat(browser.location()).startsWith(CALLBACK + "?code=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/confirmUser", "/mfa", "/newPassword", "/confirmForgotPassword"})
    void noPageInTheMiddleCanBeEntered(String path) throws Exception {
        browser.open(authorize("").replace("/oauth2/authorize", path));

        assertThat(browser.address().getPath()).isIn("/login", "/forgotPassword");
        String step = browser.page().select("[name=step]").val();
        String csrf = browser.page().select("[name=_csrf]").val();
        browser.post(
                authorize("").replace("/oauth2/authorize", path),
                java.util.Map.of("step", step, "_csrf", csrf, "code", "123456", "password", OTHER_PASSWORD));
        assertThat(browser.status()).isEqualTo(400);
    }

    private void signUp(String username) throws Exception {
        browser.open(authorize("").replace("/oauth2/authorize", "/signup"))
                .submitForm("#sign-up", "username", username, "email", username + "@example.com", "password", PASSWORD);
    }

    private void forget(String username) throws Exception {
        browser.open(authorize(""));
        browser.open(browser.page().selectFirst("a[href^=/forgotPassword]").attr("href"))
                .submitForm("#forgot-password", "username", username);
    }

    private String sentTo(String username) {
        return emulator.outbox().latestTo(username).secret();
    }

    private UserStatusType status(String username) {
        return admin.adminGetUser(request -> request.userPoolId(pool).username(username))
                .userStatus();
    }
}
