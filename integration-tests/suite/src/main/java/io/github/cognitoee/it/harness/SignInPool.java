package io.github.cognitoee.it.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoee.emulator.Trigger;
import io.github.cognitoee.emulator.TriggerFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminSetUserMfaPreferenceRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SetUserPoolMfaConfigRequest;

/**
 * A user pool of the emulated Cognito for the tests of one class, made and changed as administrators do: whatever they change
 * is nobody else's. Its people are members of {@code users}.
 */
public final class SignInPool {

    private static final String MEMBERS = "users";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String id;
    private final String client;

    private SignInPool(String id, String client) {
        this.id = id;
        this.client = client;
    }

    /** One that asks for a password alone, unless the settings say otherwise. */
    public static SignInPool make(String name, Consumer<CreateUserPoolRequest.Builder> settings) {
        try (CognitoIdentityProviderClient administration = Cognito.administration()) {
            String id = administration
                    .createUserPool(request -> settings.accept(request.poolName(name)))
                    .userPool()
                    .id();
            administration.createGroup(request -> request.userPoolId(id).groupName(MEMBERS));
            String client = administration
                    .createUserPoolClient(request -> request.userPoolId(id)
                            .clientName(name)
                            .preventUserExistenceErrors("ENABLED")
                            .explicitAuthFlows(
                                    ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH,
                                    ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                                    ExplicitAuthFlowsType.ALLOW_USER_AUTH,
                                    ExplicitAuthFlowsType.ALLOW_CUSTOM_AUTH,
                                    ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH))
                    .userPoolClient()
                    .clientId();
            return new SignInPool(id, client);
        }
    }

    /** What a WAR is told whose people these are. */
    public Map<String, String> configuration() {
        return Map.of("cognito.user-pool.id", id, "cognito.user-pool.client-ids", client);
    }

    /** Has it ask for second factors, or take passkeys. */
    public void factors(Consumer<SetUserPoolMfaConfigRequest.Builder> settings) {
        administer(cognito -> cognito.setUserPoolMfaConfig(request -> settings.accept(request.userPoolId(id))));
    }

    /** Has a function called in place of a Lambda function. */
    public void trigger(Trigger trigger, TriggerFunction function) {
        Cognito.triggers().on(id, trigger, function);
    }

    /** Somebody with a password that is good for one sign-in. */
    public void invite(String username, String password, Map<String, String> attributes) {
        administer(cognito -> {
            cognito.adminCreateUser(request -> request.userPoolId(id)
                    .username(username)
                    .temporaryPassword(password)
                    .messageAction(MessageActionType.SUPPRESS)
                    .userAttributes(attributes.entrySet().stream()
                            .map(attribute -> AttributeType.builder()
                                    .name(attribute.getKey())
                                    .value(attribute.getValue())
                                    .build())
                            .toList()));
            cognito.adminAddUserToGroup(
                    request -> request.userPoolId(id).username(username).groupName(MEMBERS));
        });
    }

    /** Somebody with a password. */
    public void person(String username, String password, Map<String, String> attributes) {
        invite(username, password, attributes);
        administer(cognito -> cognito.adminSetUserPassword(request ->
                request.userPoolId(id).username(username).password(password).permanent(true)));
    }

    /** Takes back what was said of somebody. */
    public void forget(String username, String attribute) {
        administer(cognito -> cognito.adminDeleteUserAttributes(
                request -> request.userPoolId(id).username(username).userAttributeNames(attribute)));
    }

    /** Switches second factors of somebody on. */
    public void prefer(String username, Consumer<AdminSetUserMfaPreferenceRequest.Builder> factors) {
        administer(cognito -> cognito.adminSetUserMFAPreference(
                request -> factors.accept(request.userPoolId(id).username(username))));
    }

    private static void administer(Consumer<CognitoIdentityProviderClient> work) {
        try (CognitoIdentityProviderClient administration = Cognito.administration()) {
            work.accept(administration);
        }
    }

    /**
     * Has somebody sign in and add a passkey, as a page for one's own account does.
     *
     * @param browser makes one: from the JSON of the options that of the credential
     */
    public void addPasskey(String username, String password, UnaryOperator<String> browser) {
        String token = call(
                        "InitiateAuth",
                        Map.of(
                                "AuthFlow",
                                "USER_PASSWORD_AUTH",
                                "ClientId",
                                client,
                                "AuthParameters",
                                Map.of("USERNAME", username, "PASSWORD", password)))
                .at("/AuthenticationResult/AccessToken")
                .asText();
        JsonNode options =
                call("StartWebAuthnRegistration", Map.of("AccessToken", token)).path("CredentialCreationOptions");
        call(
                "CompleteWebAuthnRegistration",
                Map.of("AccessToken", token, "Credential", parsed(browser.apply(options.toString()))));
    }

    /** Without the SDK, which has documents of its own kind in place of JSON. */
    private static JsonNode call(String operation, Map<String, ?> input) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(Cognito.endpoint())
                                    .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(input)))
                                    .build(),
                            BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(operation + " was refused: " + answer.body());
            }
            return parsed(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
