package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidLambdaResponseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserLambdaValidationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

/** Functions in the place of Lambda functions, on the ways on which users come, sign in and are sent codes. */
class TriggersTest extends UserPoolFixture {

    private final List<TriggerEvent> events = new ArrayList<>();

    @BeforeEach
    void callNothing() {
        emulator.triggers().clear();
        events.clear();
    }

    @Test
    void aSignUpIsToldWithEverythingThatTheCallerGave() {
        emulator.triggers().on(Trigger.PRE_SIGN_UP, events::add);

        anyone.signUp(request -> request.clientId(client)
                .username("alice")
                .password(PASSWORD)
                .userAttributes(Attributes.of("email", "alice@example.com"))
                .validationData(
                        AttributeType.builder().name("captcha").value("7").build())
                .clientMetadata(Map.of("campaign", "spring")));

        assertThat(events).hasSize(1);
        assertThat(events.get(0).json())
                .hasToString(("{\"version\":\"1\",\"triggerSource\":\"PreSignUp_SignUp\",\"region\":\"eu-west-1\","
                                + "\"userPoolId\":\"%s\",\"userName\":\"alice\","
                                + "\"callerContext\":{\"awsSdkVersion\":\"aws-sdk-unknown-unknown\",\"clientId\":\"%s\"},"
                                + "\"request\":{\"userAttributes\":{\"email\":\"alice@example.com\"},"
                                + "\"validationData\":{\"captcha\":\"7\"},\"clientMetadata\":{\"campaign\":\"spring\"}},"
                                + "\"response\":{\"autoConfirmUser\":false,\"autoVerifyEmail\":false,"
                                + "\"autoVerifyPhone\":false}}")
                        .formatted(pool, client));
        assertThat(events.get(0)).hasToString("TriggerEvent[PreSignUp_SignUp of " + pool + "]");
    }

    @Test
    void aUserWhomTheFunctionConfirmsSignsInAtOnce() {
        emulator.triggers()
                .on(
                        Trigger.PRE_SIGN_UP,
                        event -> event.respond(Map.of("autoConfirmUser", true, "autoVerifyEmail", true)));
        emulator.triggers().on(Trigger.POST_CONFIRMATION, events::add);

        SignUpResponse answer = signUp("alice", "email", "alice@example.com");

        assertThat(answer.userConfirmed()).isTrue();
        assertThat(answer.codeDeliveryDetails()).isNull();
        assertThat(claimsOfIdToken("alice")).containsEntry("email_verified", true);
        assertThat(sources()).containsExactly("PostConfirmation_ConfirmSignUp");
        assertThat(events.get(0).userAttribute("cognito:user_status")).isEqualTo("CONFIRMED");
    }

    @Test
    void aUserWhomTheFunctionDoesNotLetDoesNotComeToBe() {
        emulator.triggers().on(Trigger.PRE_SIGN_UP, event -> {
            throw new IllegalArgumentException("no " + event.userName());
        });

        assertRefused(
                UserLambdaValidationException.class, "PreSignUp failed with error no alice.", () -> signUp("alice"));

        assertRefused(UserNotFoundException.class, "User does not exist.", () -> signInAnswer("alice", PASSWORD));
    }

    @Test
    void aFunctionThatSaysNothingIsToldByItsException() {
        emulator.triggers().on(Trigger.PRE_SIGN_UP, event -> {
            throw new IllegalStateException();
        });

        assertRefused(
                UserLambdaValidationException.class,
                "PreSignUp failed with error IllegalStateException.",
                () -> signUp("alice"));
    }

    @Test
    void aContactThatIsNotThereCannotBeVerified() {
        emulator.triggers().on(Trigger.PRE_SIGN_UP, event -> event.response().put("autoVerifyPhone", true));

        assertRefused(
                InvalidLambdaResponseException.class,
                "Unrecognizable lambda output",
                () -> signUp("alice", "email", "alice@example.com"));
    }

    @Test
    void anAnswerOfTheWrongTypeIsRefused() {
        emulator.triggers().on(Trigger.PRE_SIGN_UP, event -> event.response().put("autoConfirmUser", "yes"));

        assertRefused(InvalidLambdaResponseException.class, "Unrecognizable lambda output", () -> signUp("alice"));
    }

    @Test
    void anAdministratorHasFunctionsCalledToo() {
        emulator.triggers().on(Trigger.PRE_SIGN_UP, event -> {
            events.add(event);
            event.response().put("autoVerifyEmail", true);
        });

        newUser("alice", "email", "alice@example.com");

        assertThat(sources()).containsExactly("PreSignUp_AdminCreateUser");
        assertThat(events.get(0).clientId()).isEqualTo("CLIENT_ID_NOT_APPLICABLE");
        assertThat(claimsOfIdToken("alice")).containsEntry("email_verified", true);
    }

    @Test
    void aConfirmedSignUpAndAReplacedPasswordAreTold() {
        pool = newPool(request -> request.autoVerifiedAttributesWithStrings("email"));
        client = newClient(request -> {}).clientId();
        emulator.triggers().on(pool, Trigger.POST_CONFIRMATION, events::add);
        signUp("alice", "email", "alice@example.com");
        anyone.confirmSignUp(request -> request.clientId(client)
                .username("alice")
                .confirmationCode(emulator.outbox().latestTo("alice").secret())
                .clientMetadata(Map.of("campaign", "spring")));
        anyone.forgotPassword(request -> request.clientId(client).username("alice"));

        anyone.confirmForgotPassword(request -> request.clientId(client)
                .username("alice")
                .confirmationCode(emulator.outbox().latestTo("alice").secret())
                .password(OTHER_PASSWORD));

        assertThat(sources())
                .containsExactly("PostConfirmation_ConfirmSignUp", "PostConfirmation_ConfirmForgotPassword");
        assertThat(events.get(0).request().path("clientMetadata")).hasToString("{\"campaign\":\"spring\"}");
        assertThat(events.get(0).userAttribute("email_verified")).isEqualTo("true");
    }

    @Test
    void aSignInIsToldBeforeAndAfter() {
        emulator.triggers().on(Trigger.PRE_AUTHENTICATION, events::add);
        emulator.triggers().on(Trigger.POST_AUTHENTICATION, events::add);
        newUser("alice");

        anyone.initiateAuth(request -> request.authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                .clientId(client)
                .authParameters(Map.of("USERNAME", "alice", "PASSWORD", PASSWORD))
                .clientMetadata(Map.of("shop", "seoul")));

        assertThat(sources()).containsExactly("PreAuthentication_Authentication", "PostAuthentication_Authentication");
        assertThat(events.get(0).request().path("validationData")).hasToString("{\"shop\":\"seoul\"}");
        assertThat(events.get(1).request().has("clientMetadata")).isFalse();
        assertThat(events.get(1).request().path("newDeviceUsed").booleanValue()).isFalse();
        assertThat(events.toString()).doesNotContain(PASSWORD);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trigger.class,
            names = {"PRE_AUTHENTICATION", "POST_AUTHENTICATION", "PRE_TOKEN_GENERATION_V2"})
    void aFunctionKeepsAUserFromSigningIn(Trigger trigger) {
        newUser("alice");
        emulator.triggers().on(trigger, event -> {
            throw new IllegalArgumentException("closed on Sundays");
        });

        assertRefused(
                UserLambdaValidationException.class,
                trigger.wireName() + " failed with error closed on Sundays.",
                () -> signInAnswer("alice", PASSWORD));
    }

    @Test
    void whoIsUnknownIsToldAsSuchWhereThatIsHidden() {
        client = newClient(request -> request.preventUserExistenceErrors("ENABLED"))
                .clientId();
        newUser("alice");
        emulator.triggers().on(Trigger.PRE_AUTHENTICATION, events::add);

        signIn("alice");
        assertRefused(
                NotAuthorizedException.class,
                "Incorrect username or password.",
                () -> signInAnswer("nobody", PASSWORD));

        assertThat(events.stream()
                        .map(event -> event.userName() + " " + event.request().get("userNotFound")))
                .containsExactly("alice false", "nobody true");
    }

    @Test
    void aMessageHasTheWordsOfTheFunction() {
        pool = newPool(request -> request.autoVerifiedAttributesWithStrings("email"));
        client = newClient(request -> {}).clientId();
        emulator.triggers().on(pool, Trigger.CUSTOM_MESSAGE, event -> {
            events.add(event);
            event.respond(
                    Map.of("emailSubject", "Welcome, " + event.userName(), "emailMessage", "Type {####} to come in."));
        });

        signUp("alice", "email", "alice@example.com");
        anyone.resendConfirmationCode(request -> request.clientId(client).username("alice"));

        SentMessage sent = emulator.outbox().latestTo("alice");
        assertThat(sent.subject()).isEqualTo("Welcome, alice");
        assertThat(sent.text()).isEqualTo("Type " + sent.secret() + " to come in.");
        assertThat(sources()).containsExactly("CustomMessage_SignUp", "CustomMessage_ResendCode");
        assertThat(events.get(0).request().path("codeParameter").asText()).isEqualTo("{####}");
    }

    @Test
    void aMessageWithoutAFunctionHasWordsOfItsOwn() {
        admin.adminCreateUser(request -> request.userPoolId(pool)
                .username("alice")
                .temporaryPassword(PASSWORD)
                .userAttributes(Attributes.of("email", "alice@example.com"))
                .desiredDeliveryMediumsWithStrings("EMAIL"));

        assertThat(emulator.outbox().latestTo("alice").subject()).isEqualTo("Your temporary password");
        assertThat(emulator.outbox().latestTo("alice").text())
                .isEqualTo("Your username is alice and temporary password is " + PASSWORD);
    }

    @Test
    void aMessageThatLeavesOutTheCodeIsNotSent() {
        pool = newPool(request -> request.autoVerifiedAttributesWithStrings("email"));
        client = newClient(request -> {}).clientId();
        emulator.triggers().on(Trigger.CUSTOM_MESSAGE, event -> event.response().put("emailMessage", "Welcome!"));

        assertRefused(
                InvalidLambdaResponseException.class,
                "Unrecognizable lambda output",
                () -> signUp("alice", "email", "alice@example.com"));
        assertThat(emulator.outbox().messagesTo("alice")).isEmpty();
    }

    @Test
    void aUserWhomTheFunctionKnowsIsHereFromThenOn() {
        emulator.triggers().on(Trigger.USER_MIGRATION, event -> {
            events.add(event);
            event.respond(Map.of(
                    "userAttributes",
                    Map.of("email", "old@example.com", "email_verified", "true"),
                    "finalUserStatus",
                    "CONFIRMED"));
        });

        signInAnswer("old", "weak");
        emulator.triggers().clear(Trigger.USER_MIGRATION);

        assertThat(signInAnswer("old", "weak").authenticationResult()).isNotNull();
        assertThat(sources()).containsExactly("UserMigration_Authentication");
        assertThat(events.get(0).request().path("password").asText()).isEqualTo("weak");
        assertThat(admin.adminGetUser(request -> request.userPoolId(pool).username("old"))
                        .userStatus())
                .isEqualTo(UserStatusType.CONFIRMED);
    }

    @Test
    void aUserWhomTheFunctionKnowsMayHaveToSetAnotherPassword() {
        emulator.triggers()
                .on(
                        Trigger.USER_MIGRATION,
                        event -> event.respond(Map.of(
                                "userAttributes", Map.of("email", "old@example.com", "email_verified", "true"))));

        assertRefused(
                PasswordResetRequiredException.class,
                "Password reset required for the user",
                () -> signInAnswer("old", "weak"));

        anyone.forgotPassword(request -> request.clientId(client).username("old"));
        assertThat(emulator.outbox().latestTo("old").destination()).isEqualTo("old@example.com");
    }

    @Test
    void aForgottenPasswordBringsAUserToo() {
        emulator.triggers().on(Trigger.USER_MIGRATION, event -> {
            events.add(event);
            event.respond(Map.of("userAttributes", Map.of("email", "old@example.com", "email_verified", "true")));
        });

        anyone.forgotPassword(request -> request.clientId(client).username("old"));
        anyone.confirmForgotPassword(request -> request.clientId(client)
                .username("old")
                .confirmationCode(emulator.outbox().latestTo("old").secret())
                .password(PASSWORD));

        assertThat(signIn("old")).isNotNull();
        assertThat(sources()).containsExactly("UserMigration_ForgotPassword");
        assertThat(events.get(0).request().has("password")).isFalse();
    }

    @Test
    void aUserWhomTheFunctionDoesNotKnowIsUnknown() {
        emulator.triggers().on(Trigger.USER_MIGRATION, events::add);

        assertRefused(UserNotFoundException.class, "User does not exist.", () -> signInAnswer("nobody", PASSWORD));
        assertThat(events).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNCONFIRMED", "confirmed"})
    void aMigratedUserIsConfirmedOrHasToResetHisPassword(String status) {
        emulator.triggers()
                .on(
                        Trigger.USER_MIGRATION,
                        event -> event.respond(Map.of("userAttributes", Map.of(), "finalUserStatus", status)));

        assertRefused(
                InvalidLambdaResponseException.class,
                "Unrecognizable lambda output",
                () -> signInAnswer("old", PASSWORD));
    }

    @Test
    void aFunctionOfOnePoolIsCalledInItAlone() {
        newUser("alice");
        String other = newPool(request -> {});
        emulator.triggers().on(other, Trigger.PRE_AUTHENTICATION, event -> {
            throw new IllegalStateException("wrong pool");
        });

        assertThat(signIn("alice")).isNotNull();
    }

    @Test
    void aFunctionOfThePoolTakesThePlaceOfThatOfAll() {
        newUser("alice");
        emulator.triggers().on(Trigger.PRE_AUTHENTICATION, event -> {
            throw new IllegalStateException("called all the same");
        });
        emulator.triggers().on(pool, Trigger.PRE_AUTHENTICATION, events::add);

        assertThat(signIn("alice")).isNotNull();
        assertThat(events).hasSize(1);
    }

    @Test
    void aResetLeavesTheFunctionsThatTheEmulatorWasBuiltWith() {
        try (CognitoEmulator built = CognitoEmulator.builder()
                .trigger(Trigger.PRE_AUTHENTICATION, events::add)
                .start()) {
            built.triggers().on(Trigger.PRE_AUTHENTICATION, event -> {});
            built.reset();

            assertThat(built.triggers()).hasToString("Triggers[Place[poolId=, trigger=PreAuthentication]]");
        }
    }

    private List<String> sources() {
        return events.stream().map(TriggerEvent::triggerSource).toList();
    }

    private Map<String, Object> claimsOfIdToken(String username) {
        return TokenText.claimsOf(signIn(username).idToken());
    }

    private SignUpResponse signUp(String username, String... namesAndValues) {
        return anyone.signUp(request -> request.clientId(client)
                .username(username)
                .password(PASSWORD)
                .userAttributes(Attributes.of(namesAndValues)));
    }
}
