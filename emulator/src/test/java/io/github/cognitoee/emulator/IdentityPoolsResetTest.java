package io.github.cognitoee.emulator;

import static io.github.cognitoee.emulator.IdentityWorld.MAPPED_POOL;
import static io.github.cognitoee.emulator.IdentityWorld.POOL;
import static io.github.cognitoee.emulator.IdentityWorld.PROVIDER;
import static io.github.cognitoee.emulator.IdentityWorld.USERS;
import static io.github.cognitoee.emulator.LoginProvidersWorld.ISSUER;
import static io.github.cognitoee.emulator.LoginProvidersWorld.ISSUER_ARN;
import static io.github.cognitoee.emulator.LoginProvidersWorld.STAFF;
import static io.github.cognitoee.emulator.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.cognitoidentity.model.GetIdentityPoolRolesResponse;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceNotFoundException;

/** Identity pools, and the providers whose logins they take, of an emulator that is put back for the next test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityPoolsResetTest {

    private static final String UNSUPPORTED = "Token is not from a supported provider of this identity pool.";

    private IdentityWorld world;
    private LoginProviders providers;

    @BeforeAll
    void start() {
        world = new IdentityWorld();
        providers = world.emulator.loginProviders();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void aPoolTakesTheLoginsAndGuestsOfTheConfigurationAgain() {
        takeNobodyButStaff(POOL);
        assertRefused(() -> world.getId(POOL, world.login(world.alice())), NotAuthorizedException.class, UNSUPPORTED);

        world.emulator.reset();

        assertThat(world.getId(POOL, world.login(world.alice()))).isNotEmpty();
        assertThat(world.guest()).isNotEmpty();
        assertThat(world.admin
                        .describeIdentityPool(request -> request.identityPoolId(POOL))
                        .samlProviderARNs())
                .isEmpty();
    }

    @Test
    void thePoolsAreBackByHttpToo() throws Exception {
        takeNobodyButStaff(POOL);

        Http.postTo(world.emulator, "/dev/reset", "", "X-Cognito-Dev", "1");

        assertThat(world.getId(POOL, world.login(world.alice()))).isNotEmpty();
    }

    @Test
    void rolesTheirMappingsAndTagsAreThoseOfTheConfiguration() {
        GetIdentityPoolRolesResponse configured = roles(MAPPED_POOL);
        world.admin.setIdentityPoolRoles(
                set -> set.identityPoolId(MAPPED_POOL).roles(Map.of("unauthenticated", USERS)));
        world.admin.setPrincipalTagAttributeMap(set ->
                set.identityPoolId(MAPPED_POOL).identityProviderName(PROVIDER).useDefaults(true));

        world.emulator.reset();

        assertThat(configured.roleMappings()).isNotEmpty();
        assertThat(roles(MAPPED_POOL).roles()).isEqualTo(configured.roles());
        assertThat(roles(MAPPED_POOL).roleMappings()).isEqualTo(configured.roleMappings());
        assertThat(world.admin
                        .getPrincipalTagAttributeMap(
                                get -> get.identityPoolId(MAPPED_POOL).identityProviderName(PROVIDER))
                        .principalTags())
                .isEmpty();
    }

    @Test
    void aDeletedPoolIsBack() {
        world.admin.deleteIdentityPool(request -> request.identityPoolId(POOL));

        world.emulator.reset();

        assertThat(world.guest()).isNotEmpty();
    }

    @Test
    void poolsThatCallsMadeAreGoneWithTheirIdentities() {
        String pool = world.admin
                .createIdentityPool(create -> create.identityPoolName("new").allowUnauthenticatedIdentities(true))
                .identityPoolId();
        String guest = world.getId(pool, Map.of());

        world.emulator.reset();

        assertRefused(
                () -> world.getId(pool, Map.of()),
                ResourceNotFoundException.class,
                "IdentityPool '" + pool + "' not found.");
        assertRefused(
                () -> world.admin.describeIdentity(request -> request.identityId(guest)),
                ResourceNotFoundException.class,
                "Identity '" + guest + "' not found.");
    }

    @Test
    void identitiesAndCredentialsOfBeforeStayKnown() {
        String guest = world.guest();
        String key = world.credentials(guest, Map.of()).accessKeyId();

        world.emulator.reset();

        assertThat(world.credentials(guest, Map.of()).accessKeyId()).startsWith("ASIA");
        assertThat(world.issued(key).identityId()).isEqualTo(guest);
    }

    @Test
    void providersAreToBeAddedAgain() throws Exception {
        String documents = "/login-providers/login.partner.example/oidc/.well-known/openid-configuration";
        providers.addOpenIdConnectProvider(ISSUER, "web");
        providers.addSamlProvider(STAFF, "https://idp.example.com/metadata");
        assertThat(Http.get(world.emulator, documents).statusCode()).isEqualTo(200);

        world.emulator.reset();

        assertThatThrownBy(() -> providers.saml(STAFF, "kim")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Http.get(world.emulator, documents).statusCode()).isEqualTo(404);
    }

    @Test
    void aProviderThatWasNotAddedAgainKnowsNoApplication() {
        ProviderLogin kim = providers.openIdConnect(ISSUER, "web", "kim");
        providers.addOpenIdConnectProvider(ISSUER, "web");

        world.emulator.reset();

        takeLoginsElsewhere();
        assertRefused(
                () -> world.getId(POOL, Map.of(kim.provider(), kim.idToken())),
                NotAuthorizedException.class,
                UNSUPPORTED);
    }

    @Test
    void accessTokensOfBeforeAreUnknown() {
        String token = providers.facebook("app-at-facebook", "kim");

        world.emulator.reset();

        takeLoginsElsewhere();
        assertRefused(
                () -> world.getId(POOL, Map.of("graph.facebook.com", token)),
                NotAuthorizedException.class,
                "Invalid login token. The provider does not know it.");
    }

    @Test
    void theKeysOfProvidersStay() {
        String keys = providers.keySet("accounts.google.com");

        world.emulator.reset();

        assertThat(providers.keySet("accounts.google.com")).isEqualTo(keys);
    }

    /** An update sets everything back that it does not name: the user pools, too. */
    private void takeNobodyButStaff(String pool) {
        world.admin.updateIdentityPool(update -> update.identityPoolId(pool)
                .identityPoolName("photos")
                .allowUnauthenticatedIdentities(false)
                .developerProviderName(IdentityWorld.DEVELOPER)
                .samlProviderARNs(STAFF));
    }

    private void takeLoginsElsewhere() {
        world.admin.updateIdentityPool(update -> update.identityPoolId(POOL)
                .identityPoolName("photos")
                .allowUnauthenticatedIdentities(true)
                .developerProviderName(IdentityWorld.DEVELOPER)
                .openIdConnectProviderARNs(ISSUER_ARN)
                .supportedLoginProviders(Map.of("graph.facebook.com", "app-at-facebook")));
    }

    private GetIdentityPoolRolesResponse roles(String pool) {
        return world.admin.getIdentityPoolRoles(request -> request.identityPoolId(pool));
    }
}
