package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordHistoryPolicyViolationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

/** Temporary passwords, the challenge to replace them, and what a new one must be like. */
class NewPasswordTest extends UserPoolFixture {

    @Test
    void aTemporaryPasswordMustBeReplaced() {
        invite("alice", "email", "alice@example.com");

        InitiateAuthResponse challenge = signInAnswer("alice", PASSWORD);

        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
        assertThat(challenge.authenticationResult()).isNull();
        assertThat(challenge.challengeParameters())
                .containsEntry("USER_ID_FOR_SRP", "alice")
                .containsEntry("requiredAttributes", "[]")
                .containsEntry("userAttributes", "{\"email\":\"alice@example.com\"}");

        RespondToAuthChallengeResponse answer = respond(challenge.session(), Map.of());

        assertThat(TokenText.claimsOf(answer.authenticationResult().accessToken()))
                .containsEntry("username", "alice");
        assertThat(statusOf("alice")).isEqualTo(UserStatusType.CONFIRMED);
        assertThat(signInAnswer("alice", OTHER_PASSWORD).authenticationResult()).isNotNull();
    }

    @Test
    void anAdministratorAnswersForAUser() {
        invite("alice");
        String session = signInAnswer("alice", PASSWORD).session();

        assertThat(admin.adminRespondToAuthChallenge(request -> request.userPoolId(pool)
                                .clientId(client)
                                .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                                .session(session)
                                .challengeResponses(Map.of("USERNAME", "alice", "NEW_PASSWORD", OTHER_PASSWORD)))
                        .authenticationResult())
                .isNotNull();
    }

    @Test
    void missingRequiredAttributesComeWithTheNewPassword() {
        pool = newPool(request -> request.schema(SchemaAttributeType.builder()
                .name("family_name")
                .required(true)
                .mutable(true)
                .build()));
        client = newClient(request -> {}).clientId();
        admin.adminCreateUser(request -> request.userPoolId(pool)
                .username("alice")
                .temporaryPassword(PASSWORD)
                .userAttributes(Attributes.of("family_name", "Liddell")));
        admin.adminDeleteUserAttributes(
                request -> request.userPoolId(pool).username("alice").userAttributeNames("family_name"));
        InitiateAuthResponse challenge = signInAnswer("alice", PASSWORD);
        assertThat(challenge.challengeParameters())
                .containsEntry("requiredAttributes", "[\"userAttributes.family_name\"]");

        assertRefused(
                InvalidParameterException.class,
                "Attributes did not conform to the schema: family_name: The attribute is required\n",
                () -> respond(challenge.session(), Map.of()));
        assertThat(respond(challenge.session(), Map.of("userAttributes.family_name", "Hargreaves"))
                        .authenticationResult())
                .isNotNull();
    }

    @Test
    void aBadPasswordLeavesTheSessionForABetterOne() {
        invite("alice");
        String session = signInAnswer("alice", PASSWORD).session();

        assertRefused(
                InvalidPasswordException.class,
                "Password did not conform with policy: Password not long enough",
                () -> respond(session, Map.of("NEW_PASSWORD", "aA1!")));
        assertThat(respond(session, Map.of()).authenticationResult()).isNotNull();
    }

    @Test
    void aSessionIsGoodOnce() {
        invite("alice");
        String session = signInAnswer("alice", PASSWORD).session();
        respond(session, Map.of());

        assertRefused(NotAuthorizedException.class, "Invalid session for the user.", () -> respond(session, Map.of()));
    }

    @Test
    void aSessionEndsWhenTheClientSays() {
        invite("alice");
        String session = signInAnswer("alice", PASSWORD).session();
        clock.advance(Duration.ofMinutes(3));

        assertRefused(
                NotAuthorizedException.class,
                "Invalid session for the user, session is expired.",
                () -> respond(session, Map.of()));
    }

    @Test
    void aSessionIsForItsUser() {
        invite("alice");
        newUser("bob");
        String session = signInAnswer("alice", PASSWORD).session();

        assertRefused(
                NotAuthorizedException.class,
                "Invalid session for the user.",
                () -> respond(session, Map.of("USERNAME", "bob")));
    }

    @Test
    void aSessionIsForItsClient() {
        invite("alice");
        String session = signInAnswer("alice", PASSWORD).session();
        client = newClient(request -> {}).clientId();

        assertRefused(NotAuthorizedException.class, "Invalid session for the user.", () -> respond(session, Map.of()));
    }

    @Test
    void anAnswerWithoutSessionIsRefused() {
        assertRefused(
                InvalidParameterException.class, "Missing required parameter Session", () -> respond(null, Map.of()));
    }

    @Test
    void aChallengeThatTheEmulatorDoesNotKnowIsRefusedByName() {
        assertRefused(
                InvalidParameterException.class,
                "The emulator does not know the challenge ADMIN_NO_SRP_AUTH",
                () -> anyone.respondToAuthChallenge(
                        request -> request.clientId(client).challengeName("ADMIN_NO_SRP_AUTH")));
    }

    @Test
    void aTemporaryPasswordIsGoodForAWeek() {
        invite("alice");
        clock.advance(Duration.ofDays(7));

        assertRefused(
                NotAuthorizedException.class,
                "Temporary password has expired and must be reset by an administrator.",
                () -> signInAnswer("alice", PASSWORD));
    }

    @Test
    void aPasswordMustHaveAllThatThePolicyAsksFor() {
        newUser("alice");

        assertPolicy("Password must have uppercase characters", "passw0rd!");
        assertPolicy("Password must have lowercase characters", "PASSW0RD!");
        assertPolicy("Password must have numeric characters", "Password!");
        assertPolicy("Password must have symbol characters", "Passw0rdd");
    }

    @Test
    void aPolicyOfOnesOwnHolds() {
        pool = newPool(request -> request.policies(policies ->
                policies.passwordPolicy(policy -> policy.minimumLength(6).requireNumbers(true))));
        newUser("alice");

        admin.adminSetUserPassword(
                request -> request.userPoolId(pool).username("alice").password("12345a"));
        assertPolicy("Password not long enough", "1234a");
        assertPolicy("Password must have numeric characters", "abcdef");
    }

    @Test
    void aFormerPasswordDoesNotComeBack() {
        pool = newPool(request ->
                request.policies(policies -> policies.passwordPolicy(policy -> policy.passwordHistorySize(2))));
        newUser("alice");

        assertRefused(
                PasswordHistoryPolicyViolationException.class,
                "Password has previously been used",
                () -> setPassword("alice", PASSWORD));
        setPassword("alice", OTHER_PASSWORD);
        setPassword("alice", "Th1rd-Password");
        setPassword("alice", PASSWORD);
    }

    private void assertPolicy(String problem, String password) {
        assertRefused(
                InvalidPasswordException.class,
                "Password did not conform with policy: " + problem,
                () -> setPassword("alice", password));
    }

    private void setPassword(String username, String password) {
        admin.adminSetUserPassword(request ->
                request.userPoolId(pool).username(username).password(password).permanent(true));
    }

    private void invite(String username, String... attributes) {
        admin.adminCreateUser(request -> request.userPoolId(pool)
                .username(username)
                .temporaryPassword(PASSWORD)
                .userAttributes(Attributes.of(attributes)));
    }

    private RespondToAuthChallengeResponse respond(String session, Map<String, String> others) {
        Map<String, String> responses = new HashMap<>(Map.of("USERNAME", "alice", "NEW_PASSWORD", OTHER_PASSWORD));
        responses.putAll(others);
        return anyone.respondToAuthChallenge(request -> request.clientId(client)
                .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                .session(session)
                .challengeResponses(responses));
    }

    private UserStatusType statusOf(String username) {
        return admin.adminGetUser(request -> request.userPoolId(pool).username(username))
                .userStatus();
    }
}
