package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AssociateSoftwareTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EnableSoftwareTokenMfaException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SoftwareTokenMfaNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifySoftwareTokenResponse;

/** Second factors by operations: which is asked for, how it is answered, and what a session lives through. */
class MfaSignInTest extends UserPoolFixture {

    private static final String INVALID = "Invalid session for the user.";
    private static final String PHONE = "+821012345678";

    @BeforeEach
    void useMfa() {
        setMfa("OPTIONAL");
    }

    @Test
    void whoHasNoFactorIsAskedForNoneWhereThatIsOptional() {
        newUser("alice", "phone_number", PHONE);

        assertThat(TokenText.claimsOf(signIn("alice").accessToken()))
                .containsEntry("amr", List.of("pwd"))
                .containsEntry("acr", "urn:cognito:loa:1");
    }

    @ParameterizedTest
    @CsvSource({
        "SMS_MFA, SMS, +********5678, sms, urn:cognito:loa:3",
        "EMAIL_OTP, EMAIL, a***@e***, email_otp, urn:cognito:loa:3",
    })
    void aCodeIsSentAfterThePassword(String factor, String medium, String destination, String method, String level) {
        newUser("alice", "phone_number", PHONE, "email", "alice@example.com");
        prefer("alice", factor);

        InitiateAuthResponse challenge = signInAnswer("alice", PASSWORD);

        assertThat(challenge.challengeNameAsString()).isEqualTo(factor);
        assertThat(challenge.challengeParameters())
                .containsEntry("CODE_DELIVERY_DELIVERY_MEDIUM", medium)
                .containsEntry("CODE_DELIVERY_DESTINATION", destination);
        RespondToAuthChallengeResponse answer = respond(factor, challenge.session(), sentCode());
        assertThat(TokenText.claimsOf(answer.authenticationResult().idToken()))
                .containsEntry("amr", List.of("pwd", method, "mfa"))
                .containsEntry("acr", level);
    }

    @Test
    void anAppIsRegisteredByAccessTokenAndAskedWhenItIsSwitchedOn() {
        newUser("alice");
        App app = registerApp(signIn("alice").accessToken());
        assertThat(signInAnswer("alice", PASSWORD).authenticationResult()).isNotNull();

        prefer("alice", "SOFTWARE_TOKEN_MFA");
        clock.advance(Duration.ofSeconds(30));
        InitiateAuthResponse challenge = signInAnswer("alice", PASSWORD);

        assertThat(challenge.challengeNameAsString()).isEqualTo("SOFTWARE_TOKEN_MFA");
        assertThat(challenge.challengeParameters()).isEqualTo(Map.of("FRIENDLY_DEVICE_NAME", "phone"));
        RespondToAuthChallengeResponse answer =
                respond("SOFTWARE_TOKEN_MFA", challenge.session(), app.codeAt(clock.instant()));
        assertThat(TokenText.claimsOf(answer.authenticationResult().accessToken()))
                .containsEntry("amr", List.of("pwd", "otp", "mfa"))
                .containsEntry("acr", "urn:cognito:loa:4");
    }

    @Test
    void aRefreshTellsTheSameMeans() {
        newUser("alice", "phone_number", PHONE);
        prefer("alice", "SMS_MFA");
        String session = signInAnswer("alice", PASSWORD).session();
        String token =
                respond("SMS_MFA", session, sentCode()).authenticationResult().refreshToken();

        AuthenticationResultType refreshed = anyone.getTokensFromRefreshToken(
                        request -> request.clientId(client).refreshToken(token))
                .authenticationResult();

        assertThat(TokenText.claimsOf(refreshed.accessToken())).containsEntry("amr", List.of("pwd", "sms", "mfa"));
    }

    @Test
    void aCodeOfAnAppIsNotGoodTwice() {
        newUser("alice");
        App app = registerApp(signIn("alice").accessToken());
        prefer("alice", "SOFTWARE_TOKEN_MFA");
        String session = signInAnswer("alice", PASSWORD).session();

        assertRefused(
                CodeMismatchException.class,
                "Invalid code received for user",
                () -> respond("SOFTWARE_TOKEN_MFA", session, app.codeAt(clock.instant())));
    }

    @Test
    void aSessionLivesThroughAWrongCode() {
        newUser("alice", "phone_number", PHONE);
        prefer("alice", "SMS_MFA");
        String session = signInAnswer("alice", PASSWORD).session();
        assertWrong(session);

        assertThat(respond("SMS_MFA", session, sentCode()).authenticationResult())
                .isNotNull();
    }

    @Test
    void aSessionEndsWithTheFifthWrongCode() {
        newUser("alice", "phone_number", PHONE);
        prefer("alice", "SMS_MFA");
        String session = signInAnswer("alice", PASSWORD).session();
        for (int i = 0; i < 5; i++) {
            assertWrong(session);
        }

        assertRefused(NotAuthorizedException.class, INVALID, () -> respond("SMS_MFA", session, sentCode()));
    }

    @Test
    void aSessionIsAnsweredOnce() {
        newUser("alice", "phone_number", PHONE);
        prefer("alice", "SMS_MFA");
        String session = signInAnswer("alice", PASSWORD).session();
        respond("SMS_MFA", session, sentCode());

        assertRefused(NotAuthorizedException.class, INVALID, () -> respond("SMS_MFA", session, sentCode()));
    }

    @Test
    void aSessionEndsWhenTheClientSays() {
        newUser("alice", "phone_number", PHONE);
        prefer("alice", "SMS_MFA");
        client = newClient(request -> request.authSessionValidity(5)).clientId();
        String session = signInAnswer("alice", PASSWORD).session();
        clock.advance(Duration.ofMinutes(5));

        assertRefused(
                NotAuthorizedException.class,
                "Invalid session for the user, session is expired.",
                () -> respond("SMS_MFA", session, sentCode()));
    }

    @Test
    void aSessionIsForItsUserItsClientAndItsChallenge() {
        newUser("alice", "phone_number", PHONE);
        newUser("bob");
        prefer("alice", "SMS_MFA");
        String session = signInAnswer("alice", PASSWORD).session();
        String other = newClient(request -> {}).clientId();

        assertRefused(
                NotAuthorizedException.class,
                INVALID,
                () -> respond(client, "SMS_MFA", session, Map.of("USERNAME", "bob", "SMS_MFA_CODE", sentCode())));
        assertRefused(
                NotAuthorizedException.class,
                INVALID,
                () -> respond(other, "SMS_MFA", session, Map.of("USERNAME", "alice", "SMS_MFA_CODE", sentCode())));
        assertRefused(NotAuthorizedException.class, INVALID, () -> respond("EMAIL_OTP", session, sentCode()));
        assertRefused(
                InvalidParameterException.class,
                "Missing required parameter SMS_MFA_CODE",
                () -> respond(client, "SMS_MFA", session, Map.of("USERNAME", "alice")));
        assertThat(respond("SMS_MFA", session, sentCode()).authenticationResult())
                .isNotNull();
    }

    @Test
    void aUserWhoWasDisabledInBetweenIsRefused() {
        newUser("alice", "phone_number", PHONE);
        prefer("alice", "SMS_MFA");
        String session = signInAnswer("alice", PASSWORD).session();
        admin.adminDisableUser(request -> request.userPoolId(pool).username("alice"));

        assertRefused(NotAuthorizedException.class, "User is disabled.", () -> respond("SMS_MFA", session, sentCode()));
    }

    @Test
    void anAdministratorAnswersForAUser() {
        newUser("alice", "phone_number", PHONE);
        prefer("alice", "SMS_MFA");
        String session = signInAnswer("alice", PASSWORD).session();

        assertThat(admin.adminRespondToAuthChallenge(request -> request.userPoolId(pool)
                                .clientId(client)
                                .challengeName("SMS_MFA")
                                .session(session)
                                .challengeResponses(Map.of("USERNAME", "alice", "SMS_MFA_CODE", sentCode())))
                        .authenticationResult())
                .isNotNull();
    }

    @Test
    void ofSeveralFactorsTheUserChooses() {
        newUser("alice", "phone_number", PHONE, "email", "alice@example.com");
        enable("alice", "SMS_MFA");
        enable("alice", "EMAIL_OTP");
        InitiateAuthResponse choice = signInAnswer("alice", PASSWORD);
        assertThat(choice.challengeNameAsString()).isEqualTo("SELECT_MFA_TYPE");
        assertThat(choice.challengeParameters()).isEqualTo(Map.of("MFAS_CAN_CHOOSE", "[\"SMS_MFA\",\"EMAIL_OTP\"]"));
        assertThat(emulator.outbox().messages()).isEmpty();

        RespondToAuthChallengeResponse challenge = choose(choice.session(), "EMAIL_OTP");

        assertThat(challenge.challengeNameAsString()).isEqualTo("EMAIL_OTP");
        assertThat(challenge.session()).isNotEqualTo(choice.session());
        assertThat(respond("EMAIL_OTP", challenge.session(), sentCode()).authenticationResult())
                .isNotNull();
        assertRefused(NotAuthorizedException.class, INVALID, () -> choose(choice.session(), "SMS_MFA"));
    }

    @Test
    void aFactorThatTheUserDoesNotHaveCannotBeChosen() {
        newUser("alice", "phone_number", PHONE, "email", "alice@example.com");
        enable("alice", "SMS_MFA");
        enable("alice", "EMAIL_OTP");
        String session = signInAnswer("alice", PASSWORD).session();

        assertRefused(
                InvalidParameterException.class,
                "SOFTWARE_TOKEN_MFA is none of the factors that can be chosen",
                () -> choose(session, "SOFTWARE_TOKEN_MFA"));
        assertThat(choose(session, "EMAIL_MFA").challengeNameAsString()).isEqualTo("EMAIL_OTP");
    }

    @Test
    void aNewPasswordComesBeforeTheSecondFactor() {
        admin.adminCreateUser(request -> request.userPoolId(pool)
                .username("alice")
                .messageAction("SUPPRESS")
                .temporaryPassword(PASSWORD)
                .userAttributes(Attributes.of("phone_number", PHONE)));
        prefer("alice", "SMS_MFA");
        InitiateAuthResponse first = signInAnswer("alice", PASSWORD);
        assertThat(first.challengeNameAsString()).isEqualTo("NEW_PASSWORD_REQUIRED");

        RespondToAuthChallengeResponse second = respond(
                client,
                "NEW_PASSWORD_REQUIRED",
                first.session(),
                Map.of("USERNAME", "alice", "NEW_PASSWORD", OTHER_PASSWORD));

        assertThat(second.challengeNameAsString()).isEqualTo("SMS_MFA");
        assertThat(respond("SMS_MFA", second.session(), sentCode()).authenticationResult())
                .isNotNull();
    }

    @Test
    void whereNobodyMayDoWithoutAPhoneWillDo() {
        setMfa("ON");
        newUser("alice", "phone_number", PHONE);

        assertThat(signInAnswer("alice", PASSWORD).challengeNameAsString()).isEqualTo("SMS_MFA");
    }

    @Test
    void whereNobodyMayDoWithoutAnAppIsRegisteredOnTheWay() {
        setMfa("ON");
        newUser("alice");
        InitiateAuthResponse setup = signInAnswer("alice", PASSWORD);
        assertThat(setup.challengeNameAsString()).isEqualTo("MFA_SETUP");
        assertThat(setup.challengeParameters()).isEqualTo(Map.of("MFAS_CAN_SETUP", "[\"SOFTWARE_TOKEN_MFA\"]"));

        AssociateSoftwareTokenResponse associated =
                anyone.associateSoftwareToken(request -> request.session(setup.session()));
        App app = new App(associated.secretCode());
        assertThat(associated.secretCode()).matches("[A-Z2-7]{52}");
        VerifySoftwareTokenResponse verified = anyone.verifySoftwareToken(
                request -> request.session(associated.session()).userCode(app.codeAt(clock.instant())));
        assertThat(verified.statusAsString()).isEqualTo("SUCCESS");
        RespondToAuthChallengeResponse answer =
                respond(client, "MFA_SETUP", verified.session(), Map.of("USERNAME", "alice"));

        assertThat(TokenText.claimsOf(answer.authenticationResult().accessToken()))
                .containsEntry("amr", List.of("pwd", "otp", "mfa"));
        assertThat(signInAnswer("alice", PASSWORD).challengeNameAsString()).isEqualTo("SOFTWARE_TOKEN_MFA");
        assertThat(List.of(setup.session(), associated.session(), verified.session()))
                .doesNotHaveDuplicates();
    }

    @Test
    void noTokensBeforeTheAppIsVerified() {
        setMfa("ON");
        newUser("alice");
        String session = signInAnswer("alice", PASSWORD).session();
        String next = anyone.associateSoftwareToken(request -> request.session(session))
                .session();

        assertRefused(
                InvalidParameterException.class,
                "VerifySoftwareToken comes first, and its session with the answer",
                () -> respond(client, "MFA_SETUP", next, Map.of("USERNAME", "alice")));
        assertRefused(
                NotAuthorizedException.class,
                INVALID,
                () -> respond(client, "MFA_SETUP", session, Map.of("USERNAME", "alice")));
    }

    @Test
    void aPoolWithoutAppsHasNothingToSetUp() {
        admin.setUserPoolMfaConfig(request ->
                request.userPoolId(pool).mfaConfiguration("ON").emailMfaConfiguration(mail -> mail.subject("code")));
        newUser("alice");

        assertRefused(
                InvalidParameterException.class,
                "The pool requires MFA, the user has nowhere to send a code to, and there is nothing to set up.",
                () -> signInAnswer("alice", PASSWORD));
    }

    @Test
    void aWrongCodeDoesNotRegisterAnApp() {
        newUser("alice");
        String token = signIn("alice").accessToken();
        App app = new App(anyone.associateSoftwareToken(request -> request.accessToken(token))
                .secretCode());

        assertRefusedAs(
                EnableSoftwareTokenMfaException.class,
                "EnableSoftwareTokenMFAException",
                "Code mismatch",
                () -> anyone.verifySoftwareToken(
                        request -> request.accessToken(token).userCode(app.wrongCodeAt(clock.instant()))));
        assertRefused(
                InvalidParameterException.class,
                "User has not verified software token mfa",
                () -> prefer("alice", "SOFTWARE_TOKEN_MFA"));
    }

    @Test
    void appsMustBeOnInThePool() {
        admin.setUserPoolMfaConfig(request -> request.userPoolId(pool)
                .mfaConfiguration("OPTIONAL")
                .emailMfaConfiguration(mail -> mail.subject("code")));
        newUser("alice");
        String token = signIn("alice").accessToken();

        assertRefusedAs(
                SoftwareTokenMfaNotFoundException.class,
                "SoftwareTokenMFANotFoundException",
                "Software Token MFA has not been enabled by the userPool",
                () -> anyone.associateSoftwareToken(request -> request.accessToken(token)));
    }

    @Test
    void anAppNeedsAUser() {
        assertRefused(
                InvalidParameterException.class,
                "Either AccessToken or Session is required",
                () -> anyone.associateSoftwareToken(request -> {}));
        assertRefused(
                NotAuthorizedException.class,
                INVALID,
                () -> anyone.associateSoftwareToken(request -> request.session("x".repeat(20))));
    }

    @Test
    void whoTakesTheAppAwayTakesTheFactorAway() {
        newUser("alice");
        registerApp(signIn("alice").accessToken());
        prefer("alice", "SOFTWARE_TOKEN_MFA");

        admin.adminDeleteSoftwareToken(request -> request.userPoolId(pool).username("alice"));

        assertThat(signInAnswer("alice", PASSWORD).authenticationResult()).isNotNull();
        assertThat(admin.adminGetUser(request -> request.userPoolId(pool).username("alice"))
                        .userMFASettingList())
                .isEmpty();
    }

    private void assertWrong(String session) {
        String wrong = sentCode().equals("000000") ? "000001" : "000000";
        assertRefused(
                CodeMismatchException.class,
                "Invalid verification code provided, please try again.",
                () -> respond("SMS_MFA", session, wrong));
    }

    private void setMfa(String use) {
        admin.setUserPoolMfaConfig(request -> request.userPoolId(pool)
                .mfaConfiguration(use)
                .softwareTokenMfaConfiguration(app -> app.enabled(true))
                .emailMfaConfiguration(mail -> mail.subject("Your code"))
                .smsMfaConfiguration(sms ->
                        sms.smsConfiguration(sender -> sender.snsCallerArn("arn:aws:iam::123456789012:role/Sms"))));
    }

    private void prefer(String username, String factor) {
        setPreference(username, factor, true);
    }

    private void enable(String username, String factor) {
        setPreference(username, factor, false);
    }

    private void setPreference(String username, String factor, boolean preferred) {
        admin.adminSetUserMFAPreference(request -> {
            request.userPoolId(pool).username(username);
            switch (factor) {
                case "SMS_MFA" -> request.smsMfaSettings(
                        sms -> sms.enabled(true).preferredMfa(preferred));
                case "EMAIL_OTP" -> request.emailMfaSettings(
                        mail -> mail.enabled(true).preferredMfa(preferred));
                default -> request.softwareTokenMfaSettings(
                        app -> app.enabled(true).preferredMfa(preferred));
            }
        });
    }

    private App registerApp(String accessToken) {
        App app = new App(anyone.associateSoftwareToken(request -> request.accessToken(accessToken))
                .secretCode());
        anyone.verifySoftwareToken(request -> request.accessToken(accessToken)
                .userCode(app.codeAt(clock.instant()))
                .friendlyDeviceName("phone"));
        return app;
    }

    private String sentCode() {
        return emulator.outbox().latestTo("alice").secret();
    }

    private RespondToAuthChallengeResponse choose(String session, String factor) {
        return respond(client, "SELECT_MFA_TYPE", session, Map.of("USERNAME", "alice", "ANSWER", factor));
    }

    private RespondToAuthChallengeResponse respond(String factor, String session, String code) {
        return respond(client, factor, session, Map.of("USERNAME", "alice", factor + "_CODE", code));
    }

    private RespondToAuthChallengeResponse respond(
            String clientId, String challenge, String session, Map<String, String> responses) {
        return anyone.respondToAuthChallenge(request -> request.clientId(clientId)
                .challengeName(challenge)
                .session(session)
                .challengeResponses(responses));
    }
}
