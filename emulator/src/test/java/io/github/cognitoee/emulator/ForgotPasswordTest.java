package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.SentMessage.Purpose;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

/** Forgotten passwords, by users and by administrators. */
class ForgotPasswordTest extends UserPoolFixture {

    private static final String NO_CONTACT =
            "Cannot reset password for the user as there is no registered/verified email or phone_number";

    @Test
    void aCodeSetsAnotherPassword() {
        newReachableUser();

        assertThat(forgot("alice"))
                .isEqualTo(CodeDeliveryDetailsType.builder()
                        .destination("a***@e***")
                        .deliveryMedium("EMAIL")
                        .attributeName("email")
                        .build());
        assertThat(emulator.outbox().latestTo("alice").purpose()).isEqualTo(Purpose.FORGOT_PASSWORD);
        confirm("alice", code(), OTHER_PASSWORD);

        assertThat(signInAnswer("alice", OTHER_PASSWORD).authenticationResult()).isNotNull();
        assertRefused(
                ExpiredCodeException.class,
                "Invalid code provided, please request a code again.",
                () -> confirm("alice", code(), PASSWORD));
    }

    @Test
    void anAdministratorsResetEndsWithTheCode() {
        newReachableUser();
        admin.adminResetUserPassword(request -> request.userPoolId(pool).username("alice"));
        assertThat(status()).isEqualTo(UserStatusType.RESET_REQUIRED);

        confirm("alice", code(), OTHER_PASSWORD);

        assertThat(status()).isEqualTo(UserStatusType.CONFIRMED);
        assertThat(signInAnswer("alice", OTHER_PASSWORD).authenticationResult()).isNotNull();
    }

    @Test
    void aWrongCodeIsRefused() {
        newReachableUser();
        forgot("alice");

        assertRefused(
                CodeMismatchException.class,
                "Invalid verification code provided, please try again.",
                () -> confirm("alice", "x" + code(), OTHER_PASSWORD));
    }

    @Test
    void aCodeIsGoodForAnHour() {
        newReachableUser();
        forgot("alice");
        clock.advance(Duration.ofHours(1));

        assertRefused(
                ExpiredCodeException.class,
                "Invalid code provided, please request a code again.",
                () -> confirm("alice", code(), OTHER_PASSWORD));
    }

    @Test
    void aWeakPasswordLeavesTheCodeGood() {
        newReachableUser();
        forgot("alice");

        assertRefused(
                InvalidPasswordException.class,
                "Password did not conform with policy: Password not long enough",
                () -> confirm("alice", code(), "aA1!"));
        confirm("alice", code(), OTHER_PASSWORD);
    }

    @Test
    void twentyAttemptsAnHourAreEnough() {
        newReachableUser();
        for (int i = 0; i < 20; i++) {
            forgot("alice");
        }

        assertRefused(
                LimitExceededException.class,
                "Attempt limit exceeded, please try after some time.",
                () -> forgot("alice"));
    }

    @Test
    void withoutAVerifiedContactThereIsNoWay() {
        newUser("alice", "email", "alice@example.com");

        assertRefused(InvalidParameterException.class, NO_CONTACT, () -> forgot("alice"));
        assertRefused(
                InvalidParameterException.class,
                NO_CONTACT,
                () -> admin.adminResetUserPassword(
                        request -> request.userPoolId(pool).username("alice")));
    }

    @Test
    void thePoolChoosesTheContact() {
        pool = newPool(request -> request.accountRecoverySetting(setting ->
                setting.recoveryMechanisms(recovery("verified_email", 1), recovery("verified_phone_number", 2))));
        client = newClient(request -> {}).clientId();
        newUser(
                "alice",
                "email",
                "alice@example.com",
                "email_verified",
                "true",
                "phone_number",
                "+15555550123",
                "phone_number_verified",
                "true");
        assertThat(forgot("alice").attributeName()).isEqualTo("email");

        pool = newPool(request ->
                request.accountRecoverySetting(setting -> setting.recoveryMechanisms(recovery("admin_only", 1))));
        client = newClient(request -> {}).clientId();
        newReachableUser();
        assertRefused(NotAuthorizedException.class, "Contact administrator to reset password.", () -> forgot("alice"));
    }

    @Test
    void whoNeverHadAPasswordOfHisOwnCannotForgetIt() {
        admin.adminCreateUser(request -> request.userPoolId(pool)
                .username("alice")
                .userAttributes(Attributes.of("email", "alice@example.com", "email_verified", "true")));

        assertRefused(
                NotAuthorizedException.class,
                "User password cannot be reset in the current state.",
                () -> forgot("alice"));
    }

    @Test
    void anUnconfirmedUserConfirmsFirst() {
        anyone.signUp(request -> request.clientId(client).username("alice").password(PASSWORD));

        assertRefused(
                UserNotConfirmedException.class,
                "User is not confirmed.",
                () -> confirm("alice", "123456", OTHER_PASSWORD));
    }

    @Test
    void aDisabledUserIsTold() {
        newReachableUser();
        admin.adminDisableUser(request -> request.userPoolId(pool).username("alice"));

        assertRefused(NotAuthorizedException.class, "User is disabled.", () -> forgot("alice"));
    }

    @Test
    void anUnknownUserIsToldByDefault() {
        String unknown = "Username/client id combination not found.";

        assertRefused(UserNotFoundException.class, unknown, () -> forgot("nobody"));
        assertRefused(UserNotFoundException.class, unknown, () -> confirm("nobody", "123456", OTHER_PASSWORD));
    }

    @Test
    void whereExistenceIsHiddenNoUserLooksSpecial() {
        client = newClient(request -> request.preventUserExistenceErrors("ENABLED"))
                .clientId();
        newUser("unreachable");
        newUser("disabled", "email", "d@example.com", "email_verified", "true");
        admin.adminDisableUser(request -> request.userPoolId(pool).username("disabled"));

        for (String username : new String[] {"nobody", "unreachable", "disabled"}) {
            assertThat(forgot(username).destination()).matches("[a-z]\\*\\*\\*@[a-z]\\*\\*\\*");
            assertThat(emulator.outbox().messagesTo(username)).isEmpty();
            assertRefused(
                    ExpiredCodeException.class,
                    "Invalid code provided, please request a code again.",
                    () -> confirm(username, "123456", OTHER_PASSWORD));
        }
    }

    private void newReachableUser() {
        newUser("alice", "email", "alice@example.com", "email_verified", "true");
    }

    private CodeDeliveryDetailsType forgot(String username) {
        return anyone.forgotPassword(request -> request.clientId(client).username(username))
                .codeDeliveryDetails();
    }

    private String code() {
        return emulator.outbox().latestTo("alice").secret();
    }

    private void confirm(String username, String code, String password) {
        anyone.confirmForgotPassword(request -> request.clientId(client)
                .username(username)
                .confirmationCode(code)
                .password(password));
    }

    private UserStatusType status() {
        return admin.adminGetUser(request -> request.userPoolId(pool).username("alice"))
                .userStatus();
    }

    private static RecoveryOptionType recovery(String name, int priority) {
        return RecoveryOptionType.builder().name(name).priority(priority).build();
    }
}
