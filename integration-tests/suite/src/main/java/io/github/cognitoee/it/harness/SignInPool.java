package io.github.cognitoee.it.harness;

import java.util.Map;
import java.util.function.Consumer;
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

    private final String id;
    private final String client;

    private SignInPool(String id, String client) {
        this.id = id;
        this.client = client;
    }

    /** One that asks nobody for more than is said here. */
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
                                    ExplicitAuthFlowsType.ALLOW_USER_AUTH,
                                    ExplicitAuthFlowsType.ALLOW_CUSTOM_AUTH,
                                    ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH))
                    .userPoolClient()
                    .clientId();
            return new SignInPool(id, client);
        }
    }

    public String id() {
        return id;
    }

    /** What a WAR is told whose people are these. */
    public Map<String, String> configuration() {
        return Map.of("cognito.user-pool.id", id, "cognito.user-pool.client-ids", client);
    }

    /** Has it ask for second factors, or take passkeys. */
    public void factors(Consumer<SetUserPoolMfaConfigRequest.Builder> settings) {
        try (CognitoIdentityProviderClient administration = Cognito.administration()) {
            administration.setUserPoolMfaConfig(request -> settings.accept(request.userPoolId(id)));
        }
    }

    /** Somebody with a password that is good for one sign-in. */
    public void invite(String username, String password, Map<String, String> attributes) {
        try (CognitoIdentityProviderClient administration = Cognito.administration()) {
            administration.adminCreateUser(request -> request.userPoolId(id)
                    .username(username)
                    .temporaryPassword(password)
                    .messageAction(MessageActionType.SUPPRESS)
                    .userAttributes(attributes.entrySet().stream()
                            .map(attribute -> AttributeType.builder()
                                    .name(attribute.getKey())
                                    .value(attribute.getValue())
                                    .build())
                            .toList()));
            administration.adminAddUserToGroup(
                    request -> request.userPoolId(id).username(username).groupName(MEMBERS));
        }
    }

    /** Somebody with a password. */
    public void person(String username, String password, Map<String, String> attributes) {
        invite(username, password, attributes);
        try (CognitoIdentityProviderClient administration = Cognito.administration()) {
            administration.adminSetUserPassword(request ->
                    request.userPoolId(id).username(username).password(password).permanent(true));
        }
    }

    /** Takes back what an attribute said. */
    public void forget(String username, String attribute) {
        try (CognitoIdentityProviderClient administration = Cognito.administration()) {
            administration.adminDeleteUserAttributes(
                    request -> request.userPoolId(id).username(username).userAttributeNames(attribute));
        }
    }

    /** Switches second factors of somebody on. */
    public void prefer(String username, Consumer<AdminSetUserMfaPreferenceRequest.Builder> factors) {
        try (CognitoIdentityProviderClient administration = Cognito.administration()) {
            administration.adminSetUserMFAPreference(
                    request -> factors.accept(request.userPoolId(id).username(username)));
        }
    }
}
