package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidLambdaResponseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceServerScopeType;

/** What a function makes of tokens before they are signed. */
class TokenTriggersTest extends LoginFixture {

    private final List<TriggerEvent> events = new ArrayList<>();

    @BeforeEach
    void makeAliceAnEditor() {
        events.clear();
        emulator.triggers().clear();
        admin.createGroup(request ->
                request.userPoolId(pool).groupName("editors").roleArn("arn:aws:iam::123456789012:role/Editors"));
        admin.adminAddUserToGroup(
                request -> request.userPoolId(pool).username("alice").groupName("editors"));
    }

    @Test
    void theFirstVersionChangesTheIdTokenAlone() {
        emulator.triggers().on(Trigger.PRE_TOKEN_GENERATION, event -> {
            events.add(event);
            event.respond(Map.of(
                    "claimsOverrideDetails",
                    Map.of(
                            "claimsToAddOrOverride", Map.of("tenant", "acme", "email", "hidden@example.com"),
                            "claimsToSuppress", List.of("tenant2"))));
        });

        assertThat(idToken()).containsEntry("tenant", "acme").containsEntry("email", "hidden@example.com");
        assertThat(accessToken()).doesNotContainKeys("tenant", "email");
        assertThat(events.get(0).version()).isEqualTo("1");
        assertThat(events.get(0).request().path("groupConfiguration"))
                .hasToString("{\"groupsToOverride\":[\"editors\"],"
                        + "\"iamRolesToOverride\":[\"arn:aws:iam::123456789012:role/Editors\"]}");
    }

    @Test
    void whatIsLeftOutIsLeftOutEvenIfItIsAdded() {
        emulator.triggers()
                .on(
                        Trigger.PRE_TOKEN_GENERATION,
                        event -> event.respond(Map.of(
                                "claimsOverrideDetails",
                                Map.of(
                                        "claimsToAddOrOverride", Map.of("email", "other@example.com"),
                                        "claimsToSuppress", List.of("email")))));

        assertThat(idToken()).doesNotContainKey("email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acr",
                "amr",
                "aud",
                "at_hash",
                "auth_time",
                "azp",
                "cognito:username",
                "exp",
                "iat",
                "identities",
                "iss",
                "jti",
                "nbf",
                "nonce",
                "origin_jti",
                "sub",
                "token_use"
            })
    void aClaimByWhichAnIdTokenIsTrustedStaysAsItIs(String name) {
        emulator.triggers()
                .on(
                        Trigger.PRE_TOKEN_GENERATION,
                        event -> event.respond(Map.of(
                                "claimsOverrideDetails", Map.of("claimsToAddOrOverride", Map.of(name, "forged")))));
        assertThat(idToken().get(name)).isNotEqualTo("forged");

        emulator.triggers()
                .on(
                        Trigger.PRE_TOKEN_GENERATION,
                        event -> event.respond(
                                Map.of("claimsOverrideDetails", Map.of("claimsToSuppress", List.of("iss", "sub")))));
        assertThat(idToken()).containsKeys("iss", "sub");
    }

    @Test
    void groupsAndRolesAreTheFunctionsInBothTokens() {
        emulator.triggers()
                .on(
                        Trigger.PRE_TOKEN_GENERATION,
                        event -> event.respond(Map.of(
                                "claimsOverrideDetails",
                                Map.of(
                                        "groupOverrideDetails",
                                        Map.of(
                                                "groupsToOverride", List.of("readers"),
                                                "iamRolesToOverride", List.of("arn:aws:iam::123456789012:role/Readers"),
                                                "preferredRole", "arn:aws:iam::123456789012:role/Readers")))));

        assertThat(idToken())
                .containsEntry("cognito:groups", List.of("readers"))
                .containsEntry("cognito:roles", List.of("arn:aws:iam::123456789012:role/Readers"))
                .containsEntry("cognito:preferred_role", "arn:aws:iam::123456789012:role/Readers");
        assertThat(accessToken()).containsEntry("cognito:groups", List.of("readers"));
    }

    @Test
    void anEmptyListTakesAllGroupsAway() {
        emulator.triggers()
                .on(
                        Trigger.PRE_TOKEN_GENERATION,
                        event -> event.respond(Map.of(
                                "claimsOverrideDetails",
                                Map.of("groupOverrideDetails", Map.of("groupsToOverride", List.of())))));

        assertThat(idToken()).doesNotContainKeys("cognito:groups", "cognito:roles", "cognito:preferred_role");
        assertThat(accessToken()).doesNotContainKey("cognito:groups");
    }

    @Test
    void theFirstVersionKnowsTextsAlone() {
        emulator.triggers()
                .on(
                        Trigger.PRE_TOKEN_GENERATION,
                        event -> event.respond(
                                Map.of("claimsOverrideDetails", Map.of("claimsToAddOrOverride", Map.of("level", 3)))));

        assertRefused(InvalidLambdaResponseException.class, "Unrecognizable lambda output", () -> signIn("alice"));
    }

    @Test
    void theSecondVersionChangesBothTokensAndScopes() {
        emulator.triggers().on(Trigger.PRE_TOKEN_GENERATION_V2, event -> {
            events.add(event);
            event.respond(Map.of(
                    "claimsAndScopeOverrideDetails",
                    Map.of(
                            "idTokenGeneration", Map.of("claimsToAddOrOverride", Map.of("level", 3)),
                            "accessTokenGeneration",
                                    Map.of(
                                            "claimsToAddOrOverride", Map.of("tenant", Map.of("name", "acme")),
                                            "scopesToAdd", List.of("orders/read"),
                                            "scopesToSuppress", List.of("aws.cognito.signin.user.admin")))));
        });

        assertThat(idToken()).containsEntry("level", 3).doesNotContainKey("tenant");
        assertThat(accessToken())
                .containsEntry("tenant", Map.of("name", "acme"))
                .containsEntry("scope", "orders/read");
        assertThat(events.get(0).version()).isEqualTo("2");
        assertThat(events.get(0).request().path("scopes")).hasToString("[\"aws.cognito.signin.user.admin\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "username", "version", "scope", "sub", "iss", "token_use", "exp"})
    void aClaimByWhichAnAccessTokenIsTrustedStaysAsItIs(String name) {
        Object before = accessToken().get(name);
        emulator.triggers()
                .on(
                        Trigger.PRE_TOKEN_GENERATION_V2,
                        event -> event.respond(Map.of(
                                "claimsAndScopeOverrideDetails",
                                Map.of(
                                        "accessTokenGeneration",
                                        Map.of("claimsToAddOrOverride", Map.of(name, "forged"))))));

        assertThat(accessToken().get(name)).isEqualTo(before);
    }

    @Test
    void aRefreshIsTold() {
        emulator.triggers().on(Trigger.PRE_TOKEN_GENERATION, events::add);
        String refreshToken = signIn("alice").refreshToken();

        anyone.initiateAuth(request -> request.authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                .clientId(client)
                .authParameters(Map.of("REFRESH_TOKEN", refreshToken))
                .clientMetadata(Map.of("why", "late")));

        assertThat(events.stream().map(TriggerEvent::triggerSource))
                .containsExactly("TokenGeneration_Authentication", "TokenGeneration_RefreshTokens");
        assertThat(events.get(1).request().path("clientMetadata")).hasToString("{\"why\":\"late\"}");
    }

    @Test
    void aReplacedTemporaryPasswordIsTold() {
        emulator.triggers().on(Trigger.PRE_TOKEN_GENERATION, events::add);
        admin.adminSetUserPassword(
                request -> request.userPoolId(pool).username("alice").password(PASSWORD));
        InitiateAuthResponse challenge = signInAnswer("alice", PASSWORD);

        anyone.respondToAuthChallenge(request -> request.clientId(client)
                .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                .session(challenge.session())
                .challengeResponses(Map.of("USERNAME", "alice", "NEW_PASSWORD", OTHER_PASSWORD)));

        assertThat(events.stream().map(TriggerEvent::triggerSource))
                .containsExactly("TokenGeneration_NewPasswordChallenge");
    }

    @Test
    void aMachineIsForTheThirdVersion() throws Exception {
        admin.createResourceServer(request -> request.userPoolId(pool)
                .identifier("orders")
                .name("orders")
                .scopes(ResourceServerScopeType.builder()
                        .scopeName("read")
                        .scopeDescription("read")
                        .build()));
        var machine = newClient(request -> request.generateSecret(true)
                .explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH)
                .allowedOAuthFlowsUserPoolClient(true)
                .allowedOAuthFlowsWithStrings("client_credentials")
                .allowedOAuthScopes("orders/read"));
        String form = "grant_type=client_credentials&client_id=" + machine.clientId() + "&client_secret="
                + machine.clientSecret() + "&aws_client_metadata=%7B%22batch%22%3A%227%22%7D";
        emulator.triggers().on(Trigger.PRE_TOKEN_GENERATION_V2, events::add);
        assertThat(token(form).statusCode()).isEqualTo(200);
        assertThat(events).isEmpty();

        emulator.triggers().on(Trigger.PRE_TOKEN_GENERATION_V3, event -> {
            events.add(event);
            event.respond(Map.of(
                    "claimsAndScopeOverrideDetails",
                    Map.of("accessTokenGeneration", Map.of("claimsToAddOrOverride", Map.of("tenant", "acme")))));
        });
        String answer = token(form).body();

        assertThat(TokenText.claimsOf(answer.replaceAll(".*\"access_token\":\"([^\"]*)\".*", "$1")))
                .containsEntry("tenant", "acme");
        assertThat(events.get(0).triggerSource()).isEqualTo("TokenGeneration_ClientCredentials");
        assertThat(events.get(0).userName()).isEqualTo("ClientCredentials");
        assertThat(events.get(0).request())
                .hasToString(
                        "{\"userAttributes\":{},\"scopes\":[\"orders/read\"],\"clientMetadata\":{\"batch\":\"7\"}}");

        emulator.triggers().on(Trigger.PRE_TOKEN_GENERATION_V3, event -> {
            throw new IllegalStateException("no machines today");
        });
        assertThat(token(form).body())
                .isEqualTo("{\"error\":\"invalid_request\",\"error_description\":"
                        + "\"PreTokenGeneration failed with error no machines today.\"}");
    }

    @Test
    void pagesAreTold() throws Exception {
        emulator.triggers().on(Trigger.PRE_TOKEN_GENERATION, events::add);
        emulator.triggers().on(Trigger.POST_AUTHENTICATION, events::add);
        client = newWebClient(request -> {}).clientId();

        exchange(code("&scope=openid"), "");

        assertThat(events.stream().map(TriggerEvent::triggerSource))
                .containsExactly("PostAuthentication_Authentication", "TokenGeneration_HostedAuth");
    }

    @Test
    void aPageSaysWhatTheFunctionBeforeItSays() throws Exception {
        client = newWebClient(request -> {}).clientId();
        emulator.triggers().on(Trigger.PRE_AUTHENTICATION, event -> {
            throw new IllegalStateException("closed on Sundays");
        });

        assertThat(signInAt("&scope=openid").page().text())
                .contains("PreAuthentication failed with error closed on Sundays.");
    }

    @Test
    void aPageSaysWhatTheFunctionAfterASignInSays() throws Exception {
        client = newWebClient(request -> {}).clientId();
        emulator.triggers().on(Trigger.POST_AUTHENTICATION, event -> {
            throw new IllegalStateException("closed on Sundays");
        });

        assertThat(signInAt("&scope=openid").page().text())
                .contains("PostAuthentication failed with error closed on Sundays.");
    }

    private Map<String, Object> idToken() {
        return TokenText.claimsOf(signIn("alice").idToken());
    }

    private Map<String, Object> accessToken() {
        return TokenText.claimsOf(signIn("alice").accessToken());
    }
}
