package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.emulator.EmulatorConfig.Client;
import io.github.cognitoee.emulator.EmulatorConfig.User;
import io.github.cognitoee.emulator.EmulatorConfig.UserPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** Pools whose users sign in by e-mail, in place of a user name or besides it. */
class NamesOfUsersTest extends UserPoolFixture {

    private static final String ALICE = "alice@example.com";
    private static final String POOL = "eu-west-1_Names";

    @Test
    void theGivenAddressBecomesAnAttributeAndTheNameIsGenerated() {
        signInByEmail();

        SignUpResponse answer = signUp(ALICE);

        var alice = admin.adminGetUser(request -> request.userPoolId(pool).username(ALICE));
        assertThat(alice.username()).isEqualTo(answer.userSub());
        assertThat(Attributes.map(alice.userAttributes()))
                .containsEntry("email", ALICE)
                .containsEntry("sub", answer.userSub());
    }

    @Test
    void anAddressBelongsToOneUser() {
        signInByEmail();
        signUp(ALICE);

        assertRefused(
                UsernameExistsException.class, "An account with the given email already exists.", () -> signUp(ALICE));
    }

    @Test
    void tokensHaveTheGeneratedName() {
        signInByEmail();
        newUser(ALICE);

        Map<String, Object> claims = TokenText.claimsOf(signIn(ALICE).idToken());

        assertThat(claims).containsEntry("email", ALICE).containsEntry("cognito:username", claims.get("sub"));
    }

    @Test
    void aProofIsMadeWithTheGeneratedName() {
        signInByEmail();
        newUser(ALICE);
        client = newClient(request -> request.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH))
                .clientId();
        SrpClient srp = SrpClient.begin();
        InitiateAuthResponse challenge = anyone.initiateAuth(request -> request.authFlow(AuthFlowType.USER_SRP_AUTH)
                .clientId(client)
                .authParameters(Map.of("USERNAME", ALICE, "SRP_A", srp.publicValue())));
        String generated = challenge.challengeParameters().get("USER_ID_FOR_SRP");

        Map<String, String> responses = new HashMap<>(srp.answer(
                challenge.challengeParameters(),
                pool.substring(pool.indexOf('_') + 1),
                generated,
                PASSWORD,
                clock.instant()));
        responses.put("USERNAME", generated);
        assertThat(generated).matches("[0-9a-f-]{36}");
        assertThat(anyone.respondToAuthChallenge(request -> request.clientId(client)
                                .challengeName(ChallengeNameType.PASSWORD_VERIFIER)
                                .session(challenge.session())
                                .challengeResponses(responses))
                        .authenticationResult())
                .isNotNull();
    }

    @Test
    void functionsAreToldTheGeneratedName() {
        signInByEmail();
        List<TriggerEvent> events = new ArrayList<>();
        emulator.triggers().on(pool, Trigger.PRE_SIGN_UP, events::add);

        SignUpResponse answer = signUp(ALICE);

        assertThat(events.get(0).userName()).isEqualTo(answer.userSub());
        assertThat(events.get(0).userAttribute("email")).isEqualTo(ALICE);
    }

    @Test
    void aMigratedUserIsKnownByTheTypedAddress() {
        signInByEmail();
        emulator.triggers()
                .on(
                        pool,
                        Trigger.USER_MIGRATION,
                        event -> event.respond(Map.of(
                                "userAttributes", Map.of("email_verified", "true"), "finalUserStatus", "CONFIRMED")));

        assertThat(TokenText.claimsOf(signIn(ALICE).idToken())).containsEntry("email", ALICE);
    }

    @Test
    void aConfiguredUserSignsInByTheAddress() {
        try (CognitoEmulator configured = CognitoEmulator.builder()
                        .config(config(users("alice@example.com").withUsernameAttributes("email")))
                        .clock(clock)
                        .start();
                CognitoIdentityProviderClient caller =
                        AwsClients.userPools(configured, AnonymousCredentialsProvider.create(), clock)) {
            Map<String, Object> signedIn =
                    TokenText.claimsOf(caller.initiateAuth(request -> request.authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                                    .clientId("web")
                                    .authParameters(Map.of("USERNAME", ALICE, "PASSWORD", PASSWORD)))
                            .authenticationResult()
                            .idToken());
            Map<String, Object> minted =
                    TokenText.claimsOf(configured.tokens().user(ALICE).idToken());

            assertThat(signedIn).containsEntry("email", ALICE);
            assertThat(minted)
                    .containsEntry("sub", signedIn.get("sub"))
                    .containsEntry("cognito:username", signedIn.get("cognito:username"));
        }
    }

    @Test
    void aConfiguredUserSignsInByAnAlias() {
        User alice = new User("alice", null, List.of(), Map.of("email", ALICE, "email_verified", "true"), PASSWORD);
        UserPool aliased =
                new UserPool(POOL, List.of(new Client("web")), List.of(), List.of(alice)).withAliasAttributes("email");
        try (CognitoEmulator configured = CognitoEmulator.builder()
                        .config(config(aliased))
                        .clock(clock)
                        .start();
                CognitoIdentityProviderClient caller =
                        AwsClients.userPools(configured, AnonymousCredentialsProvider.create(), clock)) {
            String token = caller.initiateAuth(request -> request.authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                            .clientId("web")
                            .authParameters(Map.of("USERNAME", ALICE, "PASSWORD", PASSWORD)))
                    .authenticationResult()
                    .accessToken();

            assertThat(TokenText.claimsOf(token)).containsEntry("username", "alice");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alice       | email        |              | $.userPools[0].users[0].username: found \"alice\","
                        + " expected what stands for a user name here: email",
                "a@b.example | phone_number |              | $.userPools[0].users[0].username: found \"a@b.example\","
                        + " expected what stands for a user name here: phone_number",
                "a@b.example |              | email        | $.userPools[0].users[0].username: found \"a@b.example\","
                        + " which looks like an alias; no user name may",
                "alice       | name         |              | $.userPools[0].usernameAttributes[0]: found \"name\","
                        + " expected email or phone_number",
                "alice       |              | name         | $.userPools[0].aliasAttributes[0]: found \"name\","
                        + " expected email, phone_number or preferred_username",
                "a@b.example | email        | phone_number | $.userPools[0].aliasAttributes: a pool has"
                        + " usernameAttributes or aliasAttributes, not both"
            })
    void aWrongConfigurationIsTold(String username, String names, String aliases, String message) {
        UserPool wrong = users(username)
                .withUsernameAttributes(names == null ? new String[0] : new String[] {names})
                .withAliasAttributes(aliases == null ? new String[0] : new String[] {aliases});

        assertThatThrownBy(() -> config(wrong))
                .isInstanceOf(EmulatorConfigException.class)
                .hasMessage(message);
    }

    @Test
    void aFileNamesThem() {
        EmulatorConfig config = EmulatorConfig.parse(
                """
                {"region": "eu-west-1", "accountId": "123456789012", "userPools": [
                  {"id": "eu-west-1_Names", "clients": [{"id": "web"}], "usernameAttributes": ["email"],
                   "users": [{"username": "alice@example.com"}]}]}""");

        assertThat(config.userPools().get(0).usernameAttributes()).containsExactly("email");
    }

    private static UserPool users(String username) {
        User user = new User(username, null, List.of(), Map.of(), PASSWORD);
        return new UserPool(POOL, List.of(new Client("web")), List.of(), List.of(user));
    }

    private static EmulatorConfig config(UserPool pool) {
        return new EmulatorConfig("eu-west-1", "123456789012", List.of(pool), List.of());
    }

    private void signInByEmail() {
        pool = newPool(request ->
                request.usernameAttributes(UsernameAttributeType.EMAIL).autoVerifiedAttributesWithStrings("email"));
        client = newClient(request -> {}).clientId();
    }

    private SignUpResponse signUp(String username) {
        return anyone.signUp(
                request -> request.clientId(client).username(username).password(PASSWORD));
    }
}
