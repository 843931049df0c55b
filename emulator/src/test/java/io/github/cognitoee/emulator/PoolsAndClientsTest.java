package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DomainStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordPolicyType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceServerScopeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceServerType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientDescription;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** User pools, their clients, domains and resource servers, as administrators make them. */
class PoolsAndClientsTest extends UserPoolFixture {

    @Test
    void aPoolIsDescribedWithItsDefaults() {
        UserPoolType described = describe(pool);

        assertThat(pool).matches("eu-west-1_[0-9a-zA-Z]{9}");
        assertThat(described.arn()).isEqualTo("arn:aws:cognito-idp:eu-west-1:123456789012:userpool/" + pool);
        assertThat(described.creationDate()).isEqualTo(clock.instant());
        assertThat(described.mfaConfigurationAsString()).isEqualTo("OFF");
        assertThat(described.deletionProtectionAsString()).isEqualTo("INACTIVE");
        assertThat(described.policies().passwordPolicy())
                .isEqualTo(PasswordPolicyType.builder()
                        .minimumLength(8)
                        .requireUppercase(true)
                        .requireLowercase(true)
                        .requireNumbers(true)
                        .requireSymbols(true)
                        .temporaryPasswordValidityDays(7)
                        .build());
        assertThat(described.schemaAttributes())
                .extracting(SchemaAttributeType::name)
                .contains("email", "phone_number");
    }

    @Test
    void aConfiguredPoolIsDescribedToo() {
        UserPoolType described = describe("eu-west-1_CognitoEE");

        assertThat(described.name()).isEqualTo("CognitoEE");
        assertThat(described.estimatedNumberOfUsers()).isEqualTo(2);
    }

    @Test
    void anUpdateSetsBackWhatItDoesNotName() {
        pool = newPool(
                request -> request.policies(policies -> policies.passwordPolicy(policy -> policy.minimumLength(20)))
                        .userPoolTags(Map.of("team", "a")));

        admin.updateUserPool(
                request -> request.userPoolId(pool).poolName("other").userPoolTags(Map.of("team", "b")));

        assertThat(describe(pool).name()).isEqualTo("other");
        assertThat(describe(pool).userPoolTags()).containsExactly(Map.entry("team", "b"));
        assertThat(describe(pool).policies().passwordPolicy().minimumLength()).isEqualTo(8);
    }

    @Test
    void aDeletedPoolIsGoneWithItsKeysAndClients() throws Exception {
        newUser("alice");
        signIn("alice");
        admin.deleteUserPool(request -> request.userPoolId(pool));

        assertRefused(ResourceNotFoundException.class, "User pool " + pool + " does not exist.", () -> describe(pool));
        assertThat(Http.get(emulator, "/" + pool + "/.well-known/jwks.json").statusCode())
                .isEqualTo(404);
        assertRefused(
                ResourceNotFoundException.class,
                "User pool client " + client + " does not exist.",
                () -> signInAnswer("alice", PASSWORD));
    }

    @Test
    void aProtectedPoolStays() {
        pool = newPool(request -> request.deletionProtection("ACTIVE"));

        assertRefused(
                InvalidParameterException.class,
                "The user pool cannot be deleted because deletion protection is activated. Deletion protection must be"
                        + " inactivated first.",
                () -> admin.deleteUserPool(request -> request.userPoolId(pool)));
    }

    @Test
    void poolsAreListedInPages() {
        List<String> all = admin.listUserPoolsPaginator(request -> request.maxResults(1)).userPools().stream()
                .map(UserPoolDescriptionType::id)
                .toList();

        assertThat(all).contains("eu-west-1_CognitoEE", pool).doesNotHaveDuplicates();
    }

    @Test
    void settingsThatContradictEachOtherAreRefused() {
        assertRefused(
                InvalidParameterException.class,
                "Only one of the aliasAttributes or usernameAttributes can be set in a user pool.",
                () -> newPool(
                        request -> request.aliasAttributesWithStrings("email").usernameAttributesWithStrings("email")));
    }

    @Test
    void whatTheEmulatorDoesNotHaveIsRefusedByName() {
        assertRefused(
                InvalidParameterException.class,
                "The emulator does not know the member LambdaConfig",
                () -> newPool(request -> request.lambdaConfig(config -> config.preSignUp("arn:aws:lambda:x:1:f"))));
        assertRefused(
                InvalidParameterException.class,
                "The emulator does not know the member InviteMessageTemplate of adminCreateUserConfig",
                () -> newPool(request -> request.adminCreateUserConfig(
                        config -> config.inviteMessageTemplate(template -> template.smsMessage("Welcome")))));
    }

    @Test
    void aClientIsDescribedWithItsDefaults() {
        UserPoolClientType described = admin.describeUserPoolClient(
                        request -> request.userPoolId(pool).clientId(client))
                .userPoolClient();

        assertThat(client).matches("[a-z0-9]{26}");
        assertThat(described.clientSecret()).isNull();
        assertThat(described.refreshTokenValidity()).isEqualTo(30);
        assertThat(described.enableTokenRevocation()).isTrue();
        assertThat(described.authSessionValidity()).isEqualTo(3);
        assertThat(described.explicitAuthFlows())
                .containsExactly(
                        ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                        ExplicitAuthFlowsType.ALLOW_ADMIN_USER_PASSWORD_AUTH,
                        ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH);
    }

    @Test
    void aClientKeepsItsSecretAndNameWhenItsSettingsChange() {
        UserPoolClientType made =
                newClient(request -> request.generateSecret(true).callbackURLs("https://a.example/cb"));

        UserPoolClientType updated = admin.updateUserPoolClient(request ->
                        request.userPoolId(pool).clientId(made.clientId()).logoutURLs("https://a.example/"))
                .userPoolClient();

        assertThat(updated.clientSecret()).isEqualTo(made.clientSecret()).hasSize(51);
        assertThat(updated.clientName()).isEqualTo("web");
        assertThat(updated.logoutURLs()).containsExactly("https://a.example/");
        assertThat(updated.hasCallbackURLs()).isFalse();
        assertThat(updated.hasExplicitAuthFlows()).isFalse();
    }

    @Test
    void clientsAreListedAndDeleted() {
        newClient(request -> request.clientName("second"));
        assertThat(admin
                        .listUserPoolClientsPaginator(
                                request -> request.userPoolId(pool).maxResults(1))
                        .userPoolClients()
                        .stream())
                .extracting(UserPoolClientDescription::clientName)
                .containsExactly("web", "second");

        admin.deleteUserPoolClient(request -> request.userPoolId(pool).clientId(client));

        assertRefused(
                ResourceNotFoundException.class,
                "User pool client " + client + " does not exist.",
                () -> admin.describeUserPoolClient(
                        request -> request.userPoolId(pool).clientId(client)));
    }

    @Test
    void impossibleClientsAreRefused() {
        assertImpossible("Invalid range for token validity.", request -> request.accessTokenValidity(1)
                .tokenValidityUnits(units -> units.accessToken("minutes")));
        assertImpossible("Invalid range for token validity.", request -> request.refreshTokenValidity(59)
                .tokenValidityUnits(units -> units.refreshToken("minutes")));
        assertImpossible("Invalid range for token validity.", request -> request.idTokenValidity(25));
        assertImpossible(
                "Explicit auth flows with and without the prefix ALLOW_ cannot be mixed.",
                request -> request.explicitAuthFlowsWithStrings("ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"));
        assertImpossible(
                "Refresh token rotation cannot be enabled together with ALLOW_REFRESH_TOKEN_AUTH.",
                request -> request.refreshTokenRotation(rotation -> rotation.feature("ENABLED")));
        assertImpossible(
                "DefaultRedirectURI must be in the list of CallbackURLs.",
                request -> request.defaultRedirectURI("https://a.example/cb"));
        assertImpossible(
                "Invalid read or write attributes specified while creating a client: custom:none",
                request -> request.readAttributes("custom:none"));
    }

    @Test
    void aLegacyFlowAllowsWhatItNames() {
        client = newClient(request -> request.explicitAuthFlowsWithStrings("USER_PASSWORD_AUTH"))
                .clientId();
        newUser("alice");

        assertThat(signIn("alice")).isNotNull();
    }

    @Test
    void aPoolHasOneDomain() {
        String prefix = "d" + pool.toLowerCase().replaceAll("[^a-z0-9]", "");
        admin.createUserPoolDomain(request -> request.userPoolId(pool).domain(prefix));

        assertThat(admin.describeUserPoolDomain(request -> request.domain(prefix))
                        .domainDescription())
                .satisfies(description -> {
                    assertThat(description.userPoolId()).isEqualTo(pool);
                    assertThat(description.awsAccountId()).isEqualTo("123456789012");
                    assertThat(description.status()).isEqualTo(DomainStatusType.ACTIVE);
                });
        assertThat(describe(pool).domain()).isEqualTo(prefix);
        assertRefused(
                InvalidParameterException.class,
                "Domain already associated with another user pool.",
                () -> admin.createUserPoolDomain(
                        request -> request.userPoolId("eu-west-1_CognitoEE").domain(prefix)));
        assertRefused(
                InvalidParameterException.class,
                "User pool already has a domain configured.",
                () -> admin.createUserPoolDomain(
                        request -> request.userPoolId(pool).domain(prefix + "2")));
        assertRefused(
                InvalidParameterException.class,
                "User pool cannot be deleted. It has a domain configured that should be deleted first.",
                () -> admin.deleteUserPool(request -> request.userPoolId(pool)));
        admin.updateUserPoolDomain(
                request -> request.userPoolId(pool).domain(prefix).managedLoginVersion(1));

        admin.deleteUserPoolDomain(request -> request.userPoolId(pool).domain(prefix));
        assertThat(admin.describeUserPoolDomain(request -> request.domain(prefix))
                        .domainDescription()
                        .userPoolId())
                .isNull();
        assertRefused(
                InvalidParameterException.class,
                "No such domain or user pool exists.",
                () -> admin.deleteUserPoolDomain(
                        request -> request.userPoolId(pool).domain(prefix)));
    }

    @Test
    void aDomainDoesNotPretendToBeAws() {
        assertRefused(
                InvalidParameterException.class,
                "Domain cannot contain reserved word: cognito",
                () -> admin.createUserPoolDomain(
                        request -> request.userPoolId(pool).domain("my-cognito")));
    }

    @Test
    void aResourceServerIsMadeChangedListedAndDeleted() {
        ResourceServerType made = admin.createResourceServer(request -> request.userPoolId(pool)
                        .identifier("https://orders.example")
                        .name("Orders")
                        .scopes(ResourceServerScopeType.builder()
                                .scopeName("read")
                                .scopeDescription("Read")
                                .build()))
                .resourceServer();
        assertThat(describeServer()).isEqualTo(made);
        assertRefused(
                InvalidParameterException.class,
                "https://orders.example already exists in user pool " + pool + ".",
                () -> admin.createResourceServer(request -> request.userPoolId(pool)
                        .identifier("https://orders.example")
                        .name("Orders")));

        admin.updateResourceServer(request ->
                request.userPoolId(pool).identifier("https://orders.example").name("All orders"));
        assertThat(describeServer().scopes()).isEmpty();
        assertThat(admin.listResourceServers(request -> request.userPoolId(pool).maxResults(10))
                        .resourceServers())
                .extracting(ResourceServerType::name)
                .containsExactly("All orders");

        admin.deleteResourceServer(request -> request.userPoolId(pool).identifier("https://orders.example"));
        assertRefused(ResourceNotFoundException.class, "Resource server not found.", this::describeServer);
    }

    @Test
    void whatIsAskedOfAnUnknownPoolIsRefused() {
        String none = "eu-west-1_None";
        Stream<Consumer<CognitoIdentityProviderClient>> calls = Stream.of(
                aws -> aws.describeUserPool(request -> request.userPoolId(none)),
                aws -> aws.updateUserPool(request -> request.userPoolId(none)),
                aws -> aws.deleteUserPool(request -> request.userPoolId(none)),
                aws -> aws.createUserPoolClient(
                        request -> request.userPoolId(none).clientName("x")),
                aws -> aws.listUserPoolClients(request -> request.userPoolId(none)),
                aws -> aws.createUserPoolDomain(
                        request -> request.userPoolId(none).domain("x")),
                aws -> aws.createResourceServer(
                        request -> request.userPoolId(none).identifier("x").name("x")),
                aws -> aws.listResourceServers(
                        request -> request.userPoolId(none).maxResults(1)),
                aws -> aws.adminCreateUser(request -> request.userPoolId(none).username("x")),
                aws -> aws.adminGetUser(request -> request.userPoolId(none).username("x")),
                aws -> aws.listUsers(request -> request.userPoolId(none)),
                aws -> aws.createGroup(request -> request.userPoolId(none).groupName("x")),
                aws -> aws.listGroups(request -> request.userPoolId(none)));

        calls.forEach(call -> assertRefused(
                ResourceNotFoundException.class, "User pool eu-west-1_None does not exist.", () -> call.accept(admin)));
    }

    private UserPoolType describe(String id) {
        return admin.describeUserPool(request -> request.userPoolId(id)).userPool();
    }

    private ResourceServerType describeServer() {
        return admin.describeResourceServer(request -> request.userPoolId(pool).identifier("https://orders.example"))
                .resourceServer();
    }

    private void assertImpossible(String message, Consumer<CreateUserPoolClientRequest.Builder> settings) {
        assertRefused(InvalidParameterException.class, message, () -> newClient(settings));
    }
}
