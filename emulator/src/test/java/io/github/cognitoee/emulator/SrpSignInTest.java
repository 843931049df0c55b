package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** Passwords that are proved and never sent. */
class SrpSignInTest extends UserPoolFixture {

    private static final String WRONG = "Incorrect username or password.";
    private static final String INVALID = "Invalid session for the user.";

    private final SrpClient srp = SrpClient.begin();
    private String secret;

    @BeforeEach
    void allowSrp() {
        secret = null;
        client = newClient(request -> request.explicitAuthFlows(
                        ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH, ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH))
                .clientId();
    }

    @Test
    void theProofOfAPasswordBuysTokens() {
        newUser("alice");

        InitiateAuthResponse challenge = begin("alice");

        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.PASSWORD_VERIFIER);
        assertThat(challenge.challengeParameters())
                .containsOnlyKeys("SALT", "SRP_B", "SECRET_BLOCK", "USERNAME", "USER_ID_FOR_SRP")
                .containsEntry("USERNAME", "alice")
                .containsEntry("USER_ID_FOR_SRP", "alice");
        Map<String, Object> claims = TokenText.claimsOf(
                answer(challenge, PASSWORD).authenticationResult().accessToken());
        assertThat(claims).containsEntry("username", "alice").containsEntry("client_id", client);
    }

    @Test
    void aWrongPasswordIsToldAtTheEndAlone() {
        newUser("alice");
        InitiateAuthResponse challenge = begin("alice");

        assertRefused(NotAuthorizedException.class, WRONG, () -> answer(challenge, "wrong"));
    }

    @Test
    void aProofIsGoodOnce() {
        newUser("alice");
        InitiateAuthResponse challenge = begin("alice");
        Map<String, String> responses = responses(challenge, PASSWORD);
        respond(challenge.session(), responses);

        assertRefused(NotAuthorizedException.class, INVALID, () -> respond(challenge.session(), responses));
    }

    @Test
    void aWrongProofCannotBeMendedInTheSameSession() {
        newUser("alice");
        InitiateAuthResponse challenge = begin("alice");
        assertRefused(NotAuthorizedException.class, WRONG, () -> answer(challenge, "wrong"));

        assertRefused(NotAuthorizedException.class, INVALID, () -> answer(challenge, PASSWORD));
    }

    @Test
    void someClientsBringBackTheSecretBlockAlone() {
        newUser("alice");
        InitiateAuthResponse challenge = begin("alice");

        assertThat(respond(null, responses(challenge, PASSWORD)).authenticationResult())
                .isNotNull();
    }

    @Test
    void theSecretBlockOfAnotherSignInIsRefused() {
        newUser("alice");
        InitiateAuthResponse challenge = begin("alice");
        InitiateAuthResponse other = begin("alice");

        assertRefused(
                NotAuthorizedException.class, WRONG, () -> respond(challenge.session(), responses(other, PASSWORD)));
    }

    @Test
    void aLateAnswerIsRefused() {
        newUser("alice");
        InitiateAuthResponse challenge = begin("alice");
        clock.advance(Duration.ofMinutes(3));

        assertRefused(
                NotAuthorizedException.class,
                "Invalid session for the user, session is expired.",
                () -> answer(challenge, PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-6M", "PT6M"})
    void anAnswerOfAnotherTimeIsRefused(Duration apart) {
        newUser("alice");
        InitiateAuthResponse challenge = begin("alice");
        Map<String, String> responses = srp.answer(
                challenge.challengeParameters(),
                realm(),
                "alice",
                PASSWORD,
                clock.instant().plus(apart));
        responses.put("USERNAME", "alice");

        assertRefused(NotAuthorizedException.class, WRONG, () -> respond(challenge.session(), responses));
    }

    @Test
    void aClientNeedNotKnowThatTheClockWasMoved() {
        newUser("alice");
        Instant machine = clock.instant();
        clock.advance(Duration.ofDays(1));
        InitiateAuthResponse challenge = begin("alice");
        Map<String, String> responses =
                srp.answer(challenge.challengeParameters(), realm(), "alice", PASSWORD, machine);
        responses.put("USERNAME", "alice");

        assertThat(respond(challenge.session(), responses).authenticationResult())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-06T09:05:07Z", "Fri Nov 06 09:05:07 UTC 2026", "yesterday"})
    void aTimestampHasOneForm(String timestamp) {
        newUser("alice");
        InitiateAuthResponse challenge = begin("alice");
        Map<String, String> responses = responses(challenge, PASSWORD);
        responses.put("TIMESTAMP", timestamp);

        assertRefused(NotAuthorizedException.class, WRONG, () -> respond(challenge.session(), responses));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "not hexadecimal"})
    void aPublicValueThatProvesNothingIsRefused(String value) {
        newUser("alice");

        assertRefused(
                InvalidParameterException.class,
                "SRP_A must be a hexadecimal number, not 0 mod N",
                () -> begin("alice", value));
    }

    @ParameterizedTest
    @CsvSource({
        "PASSWORD_CLAIM_SIGNATURE, Missing required parameter PASSWORD_CLAIM_SIGNATURE",
        "TIMESTAMP, Missing required parameter TIMESTAMP",
        "USERNAME, Missing required parameter USERNAME"
    })
    void whatIsMissingIsToldByName(String parameter, String message) {
        newUser("alice");
        InitiateAuthResponse challenge = begin("alice");
        Map<String, String> responses = responses(challenge, PASSWORD);
        responses.remove(parameter);

        assertRefused(InvalidParameterException.class, message, () -> respond(challenge.session(), responses));
    }

    @Test
    void aTemporaryPasswordMustBeReplaced() {
        admin.adminCreateUser(
                request -> request.userPoolId(pool).username("alice").temporaryPassword(PASSWORD));

        RespondToAuthChallengeResponse next = answer(begin("alice"), PASSWORD);

        assertThat(next.challengeName()).isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
        assertThat(anyone.respondToAuthChallenge(request -> request.clientId(client)
                                .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                                .session(next.session())
                                .challengeResponses(Map.of("USERNAME", "alice", "NEW_PASSWORD", OTHER_PASSWORD)))
                        .authenticationResult())
                .isNotNull();
        assertThat(answer(begin("alice"), OTHER_PASSWORD).authenticationResult())
                .isNotNull();
    }

    @Test
    void aSessionIsForItsChallengeAlone() {
        newUser("alice");
        InitiateAuthResponse challenge = begin("alice");

        assertRefused(
                NotAuthorizedException.class,
                INVALID,
                () -> anyone.respondToAuthChallenge(request -> request.clientId(client)
                        .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                        .session(challenge.session())
                        .challengeResponses(Map.of("USERNAME", "alice", "NEW_PASSWORD", OTHER_PASSWORD))));
    }

    @Test
    void anAnswerNamesTheUserByHisRealNameWhateverHeTyped() {
        pool = newPool(request -> request.aliasAttributesWithStrings("email"));
        allowSrp();
        newUser("alice", "email", "alice@example.com", "email_verified", "true");

        InitiateAuthResponse challenge = begin("alice@example.com");

        assertThat(challenge.challengeParameters()).containsEntry("USER_ID_FOR_SRP", "alice");
        assertThat(answer(challenge, PASSWORD).authenticationResult()).isNotNull();
    }

    @Test
    void aConfidentialClientHashesTheNameThatWasTypedAndThenTheRealOne() {
        pool = newPool(request -> request.aliasAttributesWithStrings("email"));
        makeConfidential();
        newUser("alice", "email", "alice@example.com", "email_verified", "true");

        InitiateAuthResponse challenge = begin("alice@example.com");
        Map<String, String> responses = responses(challenge, PASSWORD);
        responses.put("SECRET_HASH", hash("alice@example.com"));

        assertRefused(
                NotAuthorizedException.class,
                "Unable to verify secret hash for client " + client,
                () -> respond(challenge.session(), responses));
        responses.remove("SECRET_HASH");
        assertRefused(
                NotAuthorizedException.class,
                "Client " + client + " is configured with secret but SECRET_HASH was not received",
                () -> respond(challenge.session(), responses));
        assertThat(answer(challenge, PASSWORD).authenticationResult()).isNotNull();
    }

    @Test
    void anUnknownUserIsToldByDefault() {
        assertRefused(UserNotFoundException.class, "User does not exist.", () -> begin("nobody"));
    }

    @Test
    void anUnknownUserLooksLikeOneWithAWrongPasswordWhereExistenceIsHidden() {
        hideUserExistence();

        InitiateAuthResponse challenge = begin("nobody");

        assertThat(challenge.challengeParameters())
                .containsOnlyKeys("SALT", "SRP_B", "SECRET_BLOCK", "USERNAME", "USER_ID_FOR_SRP");
        assertThat(challenge.challengeParameters().get("USER_ID_FOR_SRP"))
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertRefused(NotAuthorizedException.class, WRONG, () -> answer(challenge, PASSWORD));
    }

    @Test
    void anUnknownUserIsTheSameEachTimeAndAnotherInEachPool() {
        hideUserExistence();
        Map<String, String> first = begin("nobody").challengeParameters();
        Map<String, String> second = begin("nobody").challengeParameters();
        pool = newPool(request -> {});
        hideUserExistence();
        Map<String, String> elsewhere = begin("nobody").challengeParameters();

        assertThat(second)
                .containsEntry("SALT", first.get("SALT"))
                .containsEntry("USER_ID_FOR_SRP", first.get("USER_ID_FOR_SRP"))
                .doesNotContainEntry("SRP_B", first.get("SRP_B"));
        assertThat(elsewhere)
                .doesNotContainEntry("SALT", first.get("SALT"))
                .doesNotContainEntry("USER_ID_FOR_SRP", first.get("USER_ID_FOR_SRP"));
    }

    @Test
    void aDisabledUserIsRefused() {
        newUser("alice");
        InitiateAuthResponse challenge = begin("alice");
        admin.adminDisableUser(request -> request.userPoolId(pool).username("alice"));

        assertRefused(NotAuthorizedException.class, "User is disabled.", () -> begin("alice"));
        assertRefused(NotAuthorizedException.class, "User is disabled.", () -> answer(challenge, PASSWORD));
    }

    @Test
    void anUnconfirmedUserIsRefusedWithTheRightPasswordOnly() {
        anyone.signUp(request -> request.clientId(client).username("alice").password(PASSWORD));

        assertRefused(
                UserNotConfirmedException.class, "User is not confirmed.", () -> answer(begin("alice"), PASSWORD));
        assertRefused(NotAuthorizedException.class, WRONG, () -> answer(begin("alice"), "wrong"));
    }

    @Test
    void aUserWhosePasswordWasResetMustSetAnother() {
        newUser("alice", "email", "alice@example.com", "email_verified", "true");
        admin.adminResetUserPassword(request -> request.userPoolId(pool).username("alice"));

        assertRefused(
                PasswordResetRequiredException.class,
                "Password reset required for the user",
                () -> answer(begin("alice"), PASSWORD));
    }

    @Test
    void wrongProofsLockTheUserOutAsWrongPasswordsDo() {
        newUser("alice");
        InitiateAuthResponse early = begin("alice");
        for (int i = 0; i < 5; i++) {
            assertRefused(NotAuthorizedException.class, WRONG, () -> answer(begin("alice"), "wrong"));
        }

        assertRefused(NotAuthorizedException.class, "Password attempts exceeded", () -> begin("alice"));
        assertRefused(NotAuthorizedException.class, "Password attempts exceeded", () -> answer(early, PASSWORD));
        assertRefused(
                NotAuthorizedException.class, "Password attempts exceeded", () -> signInAnswer("alice", PASSWORD));
        clock.advance(Duration.ofSeconds(1));
        assertThat(answer(begin("alice"), PASSWORD).authenticationResult()).isNotNull();
    }

    @Test
    void aConfiguredUserProvesTheConfiguredPassword() {
        pool = "eu-west-1_CognitoEE";
        client = "demo0client0of0photo0album";

        assertThat(answer(begin("alice"), "Alice-Passw0rd").authenticationResult())
                .isNotNull();
    }

    @Test
    void anAdministratorMayProveAPasswordToo() {
        newUser("alice");
        Map<String, String> challenge = admin.adminInitiateAuth(request -> request.authFlow(AuthFlowType.USER_SRP_AUTH)
                        .userPoolId(pool)
                        .clientId(client)
                        .authParameters(Map.of("USERNAME", "alice", "SRP_A", srp.publicValue())))
                .challengeParameters();
        Map<String, String> responses = srp.answer(challenge, realm(), "alice", PASSWORD, clock.instant());
        responses.put("USERNAME", "alice");

        assertThat(admin.adminRespondToAuthChallenge(request -> request.userPoolId(pool)
                                .clientId(client)
                                .challengeName(ChallengeNameType.PASSWORD_VERIFIER)
                                .challengeResponses(responses))
                        .authenticationResult())
                .isNotNull();
    }

    private void hideUserExistence() {
        client = newClient(request -> request.preventUserExistenceErrors("ENABLED")
                        .explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH))
                .clientId();
    }

    private void makeConfidential() {
        UserPoolClientType made = newClient(
                request -> request.generateSecret(true).explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH));
        client = made.clientId();
        secret = made.clientSecret();
    }

    private InitiateAuthResponse begin(String username) {
        return begin(username, srp.publicValue());
    }

    private InitiateAuthResponse begin(String username, String publicValue) {
        Map<String, String> parameters = new HashMap<>(Map.of("USERNAME", username, "SRP_A", publicValue));
        if (secret != null) {
            parameters.put("SECRET_HASH", hash(username));
        }
        return anyone.initiateAuth(request ->
                request.authFlow(AuthFlowType.USER_SRP_AUTH).clientId(client).authParameters(parameters));
    }

    private Map<String, String> responses(InitiateAuthResponse challenge, String password) {
        String username = challenge.challengeParameters().get("USER_ID_FOR_SRP");
        Map<String, String> responses =
                srp.answer(challenge.challengeParameters(), realm(), username, password, clock.instant());
        responses.put("USERNAME", username);
        if (secret != null) {
            responses.put("SECRET_HASH", hash(username));
        }
        return responses;
    }

    private RespondToAuthChallengeResponse answer(InitiateAuthResponse challenge, String password) {
        return respond(challenge.session(), responses(challenge, password));
    }

    private RespondToAuthChallengeResponse respond(String session, Map<String, String> responses) {
        return anyone.respondToAuthChallenge(request -> request.clientId(client)
                .challengeName(ChallengeNameType.PASSWORD_VERIFIER)
                .session(session)
                .challengeResponses(responses));
    }

    private String realm() {
        return pool.substring(pool.indexOf('_') + 1);
    }

    private String hash(String username) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal((username + client).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
