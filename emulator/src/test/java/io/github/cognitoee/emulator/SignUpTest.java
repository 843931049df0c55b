package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.SentMessage.Purpose;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** Users who register themselves and confirm it by a code from the outbox. */
class SignUpTest extends UserPoolFixture {

    private static final String REQUEST_AGAIN = "Invalid code provided, please request a code again.";

    @Test
    void aUserRegistersAndConfirms() {
        verifyEmail();

        SignUpResponse answer = signUp("alice", "email", "alice@example.com");

        assertThat(answer.userConfirmed()).isFalse();
        assertThat(answer.userSub()).matches("[0-9a-f-]{36}");
        assertThat(answer.codeDeliveryDetails())
                .isEqualTo(CodeDeliveryDetailsType.builder()
                        .destination("a***@e***")
                        .deliveryMedium("EMAIL")
                        .attributeName("email")
                        .build());
        SentMessage sent = emulator.outbox().latestTo("alice");
        assertThat(sent.purpose()).isEqualTo(Purpose.SIGN_UP);
        assertThat(sent.destination()).isEqualTo("alice@example.com");
        assertThat(sent.secret()).matches("\\d{6}");
        assertThat(sent.toString()).doesNotContain(sent.secret(), "alice@example.com");

        confirm("alice", sent.secret());

        assertThat(Attributes.map(anyone.getUser(
                                request -> request.accessToken(signIn("alice").accessToken()))
                        .userAttributes()))
                .containsEntry("sub", answer.userSub())
                .containsEntry("email_verified", "true");
    }

    @Test
    void theTelephoneIsVerifiedFirst() {
        pool = newPool(request -> request.autoVerifiedAttributesWithStrings("email", "phone_number"));
        client = newClient(request -> {}).clientId();

        assertThat(signUp("alice", "email", "alice@example.com", "phone_number", "+15555550123")
                        .codeDeliveryDetails()
                        .destination())
                .isEqualTo("+*******0123");
    }

    @Test
    void withoutAContactToVerifyNoCodeIsSent() {
        assertThat(signUp("alice").codeDeliveryDetails()).isNull();

        assertThat(emulator.outbox().messagesTo("alice")).isEmpty();
        assertRefused(InvalidParameterException.class, "Auto verification not turned on.", () -> resend("alice"));
    }

    @Test
    void anAdministratorConfirms() {
        signUp("alice");

        admin.adminConfirmSignUp(request -> request.userPoolId(pool).username("alice"));

        assertThat(signIn("alice")).isNotNull();
        assertRefused(
                NotAuthorizedException.class,
                "User cannot be confirmed. Current status is CONFIRMED",
                () -> admin.adminConfirmSignUp(
                        request -> request.userPoolId(pool).username("alice")));
    }

    @Test
    void aTakenNameIsToldHoweverMuchExistenceIsHidden() {
        client = newClient(request -> request.preventUserExistenceErrors("ENABLED"))
                .clientId();
        signUp("alice");

        assertRefused(UsernameExistsException.class, "User already exists", () -> signUp("alice"));
    }

    @Test
    void aTakenAddressIsToldWhereItIsTheUserName() {
        pool = newPool(request -> request.usernameAttributesWithStrings("email"));
        client = newClient(request -> {}).clientId();
        signUp("alice@example.com");

        assertRefused(
                UsernameExistsException.class,
                "An account with the given email already exists.",
                () -> signUp("alice@example.com"));
        assertRefused(InvalidParameterException.class, "Username should be an email.", () -> signUp("alice"));
    }

    @Test
    void whereAdministratorsAloneMakeUsersNobodySignsUp() {
        pool = newPool(request -> request.adminCreateUserConfig(config -> config.allowAdminCreateUserOnly(true)));
        client = newClient(request -> {}).clientId();

        assertRefused(
                NotAuthorizedException.class, "SignUp is not permitted for this user pool", () -> signUp("alice"));
    }

    @Test
    void aWeakPasswordIsRefusedAndLeavesNoUser() {
        assertRefused(
                InvalidPasswordException.class,
                "Password did not conform with policy: Password not long enough",
                () -> anyone.signUp(
                        request -> request.clientId(client).username("alice").password("aA1!")));

        signUp("alice");
    }

    @Test
    void aMissingRequiredAttributeIsRefused() {
        pool = newPool(request -> request.schema(
                SchemaAttributeType.builder().name("email").required(true).build()));
        client = newClient(request -> {}).clientId();

        assertRefused(
                InvalidParameterException.class,
                "Attributes did not conform to the schema: email: The attribute is required\n",
                () -> signUp("alice"));
    }

    @Test
    void anUnknownAttributeIsRefused() {
        client = newClient(request -> request.writeAttributes("email", "name")).clientId();

        assertRefused(
                NotAuthorizedException.class,
                "A client attempted to write unauthorized attribute",
                () -> signUp("alice", "nickname", "al"));
    }

    @Test
    void nobodyVerifiesHisOwnAddressBySayingSo() {
        assertRefused(
                NotAuthorizedException.class,
                "A client attempted to write unauthorized attribute",
                () -> signUp("alice", "email", "alice@example.com", "email_verified", "true"));
    }

    @Test
    void aWrongCodeIsRefusedAndTheRightOneStaysGood() {
        verifyEmail();
        signUp("alice", "email", "alice@example.com");
        String code = emulator.outbox().latestTo("alice").secret();

        assertRefused(
                CodeMismatchException.class,
                "Invalid verification code provided, please try again.",
                () -> confirm("alice", "x" + code));
        confirm("alice", code);
        assertRefused(
                NotAuthorizedException.class,
                "User cannot be confirmed. Current status is CONFIRMED",
                () -> confirm("alice", code));
    }

    @Test
    void aCodeIsGoodForADay() {
        verifyEmail();
        signUp("alice", "email", "alice@example.com");
        clock.advance(Duration.ofHours(24));

        assertRefused(
                ExpiredCodeException.class,
                REQUEST_AGAIN,
                () -> confirm("alice", emulator.outbox().latestTo("alice").secret()));
    }

    @Test
    void aCodeSentAgainReplacesTheFirst() {
        verifyEmail();
        signUp("alice", "email", "alice@example.com");

        assertThat(resend("alice").destination()).isEqualTo("a***@e***");

        assertThat(emulator.outbox().messagesTo("alice")).hasSize(2);
        confirm("alice", emulator.outbox().latestTo("alice").secret());
        assertRefused(InvalidParameterException.class, "User is already confirmed.", () -> resend("alice"));
    }

    @Test
    void codesAreSentAgainFiveTimesAnHour() {
        verifyEmail();
        signUp("alice", "email", "alice@example.com");
        for (int i = 0; i < 5; i++) {
            resend("alice");
        }

        assertRefused(
                LimitExceededException.class,
                "Attempt limit exceeded, please try after some time.",
                () -> resend("alice"));
        clock.advance(Duration.ofHours(1));
        resend("alice");
    }

    @Test
    void anUnknownUserIsToldOrHidden() {
        String unknown = "Username/client id combination not found.";
        assertRefused(UserNotFoundException.class, unknown, () -> confirm("nobody", "123456"));
        assertRefused(UserNotFoundException.class, unknown, () -> resend("nobody"));

        client = newClient(request -> request.preventUserExistenceErrors("ENABLED"))
                .clientId();
        assertRefused(ExpiredCodeException.class, REQUEST_AGAIN, () -> confirm("nobody", "123456"));
        assertThat(resend("nobody")).isEqualTo(resend("nobody"));
        assertThat(resend("nobody").destination()).matches("[a-z]\\*\\*\\*@[a-z]\\*\\*\\*");
    }

    @Test
    void anAliasOfAnotherIsKeptUnlessTaken() {
        pool = newPool(
                request -> request.aliasAttributesWithStrings("email").autoVerifiedAttributesWithStrings("email"));
        client = newClient(request -> {}).clientId();
        newUser("alice", "email", "a@example.com", "email_verified", "true");
        signUp("bob", "email", "a@example.com");
        String code = emulator.outbox().latestTo("bob").secret();

        assertRefused(
                AliasExistsException.class, "An account with the email already exists.", () -> confirm("bob", code));
        anyone.confirmSignUp(request ->
                request.clientId(client).username("bob").confirmationCode(code).forceAliasCreation(true));

        assertThat(TokenText.claimsOf(signIn("a@example.com").accessToken())).containsEntry("username", "bob");
    }

    private void verifyEmail() {
        pool = newPool(request -> request.autoVerifiedAttributesWithStrings("email"));
        client = newClient(request -> {}).clientId();
    }

    private SignUpResponse signUp(String username, String... attributes) {
        return anyone.signUp(request -> request.clientId(client)
                .username(username)
                .password(PASSWORD)
                .userAttributes(Attributes.of(attributes)));
    }

    private void confirm(String username, String code) {
        anyone.confirmSignUp(
                request -> request.clientId(client).username(username).confirmationCode(code));
    }

    private CodeDeliveryDetailsType resend(String username) {
        return anyone.resendConfirmationCode(request -> request.clientId(client).username(username))
                .codeDeliveryDetails();
    }
}
