package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeatureUnavailableInTierException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** {@code USER_AUTH}: the user chooses how to sign in. */
class ChoiceSignInTest extends UserPoolFixture {

    private static final String WRONG = "Incorrect username or password.";

    @BeforeEach
    void allowChoice() {
        pool = newPool(request -> request.policies(policies ->
                policies.signInPolicy(policy -> policy.allowedFirstAuthFactorsWithStrings("PASSWORD", "EMAIL_OTP"))));
        client = newClient(request -> request.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_AUTH))
                .clientId();
    }

    @Test
    void theUserIsToldWhatHeCanChoose() {
        newUser("alice", "email", "alice@example.com", "email_verified", "true");

        InitiateAuthResponse choice = begin("alice", Map.of());

        assertThat(choice.challengeNameAsString()).isEqualTo("SELECT_CHALLENGE");
        assertThat(choice.availableChallengesAsStrings()).containsExactly("PASSWORD_SRP", "PASSWORD", "EMAIL_OTP");
    }

    @Test
    void anUnverifiedAddressIsNoChoice() {
        newUser("alice", "email", "alice@example.com");

        assertThat(begin("alice", Map.of()).availableChallengesAsStrings()).containsExactly("PASSWORD_SRP", "PASSWORD");
    }

    @Test
    void whatThePoolDoesNotAllowIsNoChoice() {
        pool = newPool(request -> {});
        client = newClient(request -> request.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_AUTH))
                .clientId();
        newUser("alice", "email", "alice@example.com", "email_verified", "true");

        assertThat(begin("alice", Map.of("PREFERRED_CHALLENGE", "EMAIL_OTP")).availableChallengesAsStrings())
                .containsExactly("PASSWORD_SRP", "PASSWORD");
    }

    @Test
    void aPreferredPasswordIsEnough() {
        newUser("alice");

        assertThat(begin("alice", Map.of("PREFERRED_CHALLENGE", "PASSWORD", "PASSWORD", PASSWORD))
                        .authenticationResult())
                .isNotNull();
        assertRefused(
                NotAuthorizedException.class,
                WRONG,
                () -> begin("alice", Map.of("PREFERRED_CHALLENGE", "PASSWORD", "PASSWORD", "wrong")));
    }

    @Test
    void aPreferredPasswordMayComeLater() {
        newUser("alice");
        InitiateAuthResponse asked = begin("alice", Map.of("PREFERRED_CHALLENGE", "PASSWORD"));
        assertThat(asked.challengeNameAsString()).isEqualTo("PASSWORD");
        assertRefused(
                NotAuthorizedException.class,
                WRONG,
                () -> respond("PASSWORD", asked.session(), Map.of("PASSWORD", "wrong")));

        assertThat(respond("PASSWORD", asked.session(), Map.of("PASSWORD", PASSWORD))
                        .authenticationResult())
                .isNotNull();
    }

    @Test
    void aPasswordIsChosen() {
        newUser("alice");
        String session = begin("alice", Map.of()).session();

        assertThat(respond("SELECT_CHALLENGE", session, Map.of("ANSWER", "PASSWORD", "PASSWORD", PASSWORD))
                        .authenticationResult())
                .isNotNull();
        assertRefused(
                NotAuthorizedException.class,
                "Invalid session for the user.",
                () -> respond("SELECT_CHALLENGE", session, Map.of("ANSWER", "PASSWORD", "PASSWORD", PASSWORD)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aProofIsPreferredOrChosen(boolean preferred) {
        newUser("alice");
        SrpClient srp = SrpClient.begin();
        RespondToAuthChallengeResponse asked = preferred
                ? asRespond(begin("alice", Map.of("PREFERRED_CHALLENGE", "PASSWORD_SRP", "SRP_A", srp.publicValue())))
                : respond(
                        "SELECT_CHALLENGE",
                        begin("alice", Map.of()).session(),
                        Map.of("ANSWER", "PASSWORD_SRP", "SRP_A", srp.publicValue()));
        assertThat(asked.challengeNameAsString()).isEqualTo("PASSWORD_VERIFIER");

        Map<String, String> proof = srp.answer(
                asked.challengeParameters(), pool.substring(pool.indexOf('_') + 1), "alice", PASSWORD, clock.instant());

        assertThat(respond("PASSWORD_VERIFIER", asked.session(), proof).authenticationResult())
                .isNotNull();
    }

    @Test
    void aCodeByMailTakesThePlaceOfThePassword() {
        newUser("alice", "email", "alice@example.com", "email_verified", "true");

        InitiateAuthResponse asked = begin("alice", Map.of("PREFERRED_CHALLENGE", "EMAIL_OTP"));

        assertThat(asked.challengeNameAsString()).isEqualTo("EMAIL_OTP");
        assertThat(asked.challengeParameters())
                .isEqualTo(Map.of("CODE_DELIVERY_DELIVERY_MEDIUM", "EMAIL", "CODE_DELIVERY_DESTINATION", "a***@e***"));
        String code = emulator.outbox().latestTo("alice").secret();
        RespondToAuthChallengeResponse answer = respond("EMAIL_OTP", asked.session(), Map.of("EMAIL_OTP_CODE", code));
        assertThat(TokenText.claimsOf(answer.authenticationResult().accessToken()))
                .containsEntry("amr", List.of("email_otp"))
                .containsEntry("acr", "urn:cognito:loa:2");
    }

    @Test
    void aCodeByMailIsNoChoiceForWhoNeedsASecondFactor() {
        admin.setUserPoolMfaConfig(request -> request.userPoolId(pool)
                .mfaConfiguration("ON")
                .softwareTokenMfaConfiguration(app -> app.enabled(true)));
        newUser("alice", "email", "alice@example.com", "email_verified", "true");

        assertThat(begin("alice", Map.of()).availableChallengesAsStrings()).containsExactly("PASSWORD_SRP", "PASSWORD");
    }

    @Test
    void whatIsNoChoiceCannotBeChosen() {
        newUser("alice");
        String session = begin("alice", Map.of()).session();

        assertRefused(
                InvalidParameterException.class,
                "EMAIL_OTP is none of the available challenges",
                () -> respond("SELECT_CHALLENGE", session, Map.of("ANSWER", "EMAIL_OTP")));
    }

    @Test
    void anUnknownUserIsToldByDefault() {
        assertRefused(UserNotFoundException.class, "User does not exist.", () -> begin("nobody", Map.of()));
    }

    @Test
    void anUnknownUserLooksLikeAnyOtherWhereExistenceIsHidden() {
        client = newClient(request -> request.preventUserExistenceErrors("ENABLED")
                        .explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_AUTH))
                .clientId();

        InitiateAuthResponse choice = begin("nobody", Map.of());
        assertThat(choice.availableChallengesAsStrings()).containsExactly("PASSWORD_SRP", "PASSWORD", "EMAIL_OTP");
        assertRefused(
                NotAuthorizedException.class,
                WRONG,
                () -> respond(
                        "SELECT_CHALLENGE",
                        choice.session(),
                        Map.of("USERNAME", "nobody", "ANSWER", "PASSWORD", "PASSWORD", PASSWORD)));

        InitiateAuthResponse mail = begin("nobody", Map.of("PREFERRED_CHALLENGE", "EMAIL_OTP"));
        assertThat(mail.challengeParameters().get("CODE_DELIVERY_DESTINATION")).matches("[a-z]\\*{3}@[a-z]\\*{3}");
        assertThat(emulator.outbox().messages()).isEmpty();
        assertRefused(
                CodeMismatchException.class,
                "Invalid verification code provided, please try again.",
                () -> respond("EMAIL_OTP", mail.session(), Map.of("USERNAME", "nobody", "EMAIL_OTP_CODE", "123456")));
    }

    @Test
    void theWantedLevelChoosesTheFactor() {
        admin.setUserPoolMfaConfig(request -> request.userPoolId(pool)
                .mfaConfiguration("OPTIONAL")
                .emailMfaConfiguration(mail -> mail.subject("code"))
                .softwareTokenMfaConfiguration(app -> app.enabled(true)));
        newUser("alice", "email", "alice@example.com");
        Map<String, String> password = Map.of("PREFERRED_CHALLENGE", "PASSWORD", "PASSWORD", PASSWORD);
        String token = begin("alice", password).authenticationResult().accessToken();
        App app = new App(anyone.associateSoftwareToken(request -> request.accessToken(token))
                .secretCode());
        anyone.verifySoftwareToken(request -> request.accessToken(token).userCode(app.codeAt(clock.instant())));
        anyone.setUserMFAPreference(request -> request.accessToken(token)
                .emailMfaSettings(mail -> mail.enabled(true).preferredMfa(true))
                .softwareTokenMfaSettings(settings -> settings.enabled(true)));
        assertThat(begin("alice", password).challengeNameAsString()).isEqualTo("EMAIL_OTP");

        Map<String, String> surely = new HashMap<>(password);
        surely.put("TARGET_ACR_VALUES", "urn:cognito:loa:4");
        surely.put("MAX_AGE", "0");

        assertThat(begin("alice", surely).challengeNameAsString()).isEqualTo("SOFTWARE_TOKEN_MFA");
    }

    @ParameterizedTest
    @CsvSource({
        "TARGET_ACR_VALUES, gold, TARGET_ACR_VALUES names no level that the pool knows",
        "MAX_AGE, -1, MAX_AGE must be a number of seconds",
        "ACCESS_TOKEN, x, The emulator does not know the parameter ACCESS_TOKEN",
    })
    void aWantedLevelThatMakesNoSenseIsRefused(String parameter, String value, String message) {
        newUser("alice");

        assertRefused(InvalidParameterException.class, message, () -> begin("alice", Map.of(parameter, value)));
    }

    @Test
    void theSmallestPlanKnowsNoLevels() {
        pool = newPool(request -> request.userPoolTier("LITE"));
        client = newClient(request -> request.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_AUTH))
                .clientId();
        newUser("alice");

        assertRefused(
                FeatureUnavailableInTierException.class,
                "TARGET_ACR_VALUES and MAX_AGE are not available in the Lite plan: the pool's UserPoolTier must be"
                        + " ESSENTIALS or PLUS.",
                () -> begin("alice", Map.of("TARGET_ACR_VALUES", "urn:cognito:loa:1")));
    }

    private InitiateAuthResponse begin(String username, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("USERNAME", username);
        return anyone.initiateAuth(request ->
                request.authFlow(AuthFlowType.USER_AUTH).clientId(client).authParameters(parameters));
    }

    private RespondToAuthChallengeResponse respond(String challenge, String session, Map<String, String> more) {
        Map<String, String> responses = new HashMap<>(Map.of("USERNAME", "alice"));
        responses.putAll(more);
        return anyone.respondToAuthChallenge(request -> request.clientId(client)
                .challengeName(challenge)
                .session(session)
                .challengeResponses(responses));
    }

    private static RespondToAuthChallengeResponse asRespond(InitiateAuthResponse answer) {
        return RespondToAuthChallengeResponse.builder()
                .challengeName(answer.challengeName())
                .session(answer.session())
                .challengeParameters(answer.challengeParameters())
                .build();
    }
}
