package io.github.cognitoee.emulator;

import static io.github.cognitoee.emulator.IdentityWorld.CHECKED_POOL;
import static io.github.cognitoee.emulator.IdentityWorld.GUESTS;
import static io.github.cognitoee.emulator.IdentityWorld.MAPPED_POOL;
import static io.github.cognitoee.emulator.IdentityWorld.OWN;
import static io.github.cognitoee.emulator.IdentityWorld.PARTNERS;
import static io.github.cognitoee.emulator.IdentityWorld.POOL;
import static io.github.cognitoee.emulator.IdentityWorld.PROVIDER;
import static io.github.cognitoee.emulator.IdentityWorld.USERS;
import static io.github.cognitoee.emulator.IdentityWorld.USER_POOL;
import static io.github.cognitoee.emulator.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityProvider;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.cognitoidentity.model.DescribeIdentityResponse;
import software.amazon.awssdk.services.cognitoidentity.model.IdentityDescription;
import software.amazon.awssdk.services.cognitoidentity.model.InvalidIdentityPoolConfigurationException;
import software.amazon.awssdk.services.cognitoidentity.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentity.model.ListIdentitiesResponse;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceConflictException;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceNotFoundException;

/** Identities of guests and of users, linked, merged, unlinked; the tokens of the identity service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FederatedIdentitiesTest {

    private static final String MISMATCH =
            "Logins don't match. Please include at least one valid login for this identity or identity pool.";

    private IdentityWorld world;

    @BeforeAll
    void start() {
        world = new IdentityWorld();
    }

    @AfterAll
    void stop() throws Exception {
        world.close();
    }

    @Test
    void everyGuestIsAnother() {
        assertThat(world.guest()).isNotEqualTo(world.guest());
    }

    @Test
    void guestsGetTheRoleOfGuests() {
        Credentials credentials = world.credentials(world.guest(), Map.of());

        assertThat(world.issued(credentials.accessKeyId()).roleArn()).isEqualTo(GUESTS);
    }

    @Test
    void theIdentityOfAUserIsForbiddenToGuests() {
        String identity = world.getId(POOL, someone());

        assertRefused(
                () -> world.credentials(identity, Map.of()),
                NotAuthorizedException.class,
                "Access to Identity '" + identity + "' is forbidden.");
    }

    @Test
    void aGuestWhoSignsInKeepsTheIdentity() {
        String guest = world.guest();
        Map<String, String> login = someone();

        world.credentials(guest, login);

        assertThat(world.getId(POOL, login)).isEqualTo(guest);
        assertThat(describe(guest).logins()).containsExactly(PROVIDER);
    }

    @Test
    void aGuestWhoSignsInAsAKnownUserBecomesThatUser() {
        Map<String, String> login = someone();
        String known = world.getId(POOL, login);
        String guest = world.guest();

        String answered = world.anyone
                .getCredentialsForIdentity(request -> request.identityId(guest).logins(login))
                .identityId();

        assertThat(answered).isEqualTo(known);
        assertRefused(
                () -> world.credentials(guest, Map.of()),
                NotAuthorizedException.class,
                "Access to Identity '" + guest + "' is forbidden.");
    }

    @Test
    void twoLoginsAtOnceAreLinked() {
        Map<String, String> both = both(someone(), partner());

        String identity = world.getId(POOL, both);

        assertThat(describe(identity).logins()).containsExactly(PROVIDER, PARTNERS);
        assertThat(world.getId(POOL, Map.of(PARTNERS, both.get(PARTNERS)))).isEqualTo(identity);
    }

    @Test
    void twoIdentitiesWhoseLoginsComeTogetherAreMerged() {
        Map<String, String> both = both(someone(), partner());
        String first = world.getId(POOL, Map.of(PROVIDER, both.get(PROVIDER)));
        world.clock.advance(Duration.ofSeconds(1));
        String second = world.getId(POOL, Map.of(PARTNERS, both.get(PARTNERS)));

        assertThat(second).isNotEqualTo(first);
        assertThat(world.getId(POOL, both)).isEqualTo(first);
        assertThat(world.getId(POOL, Map.of(PARTNERS, both.get(PARTNERS)))).isEqualTo(first);
        assertThat(describe(second).hasLogins() && !describe(second).logins().isEmpty())
                .isFalse();
    }

    @Test
    void anIdentityTakesOneUserOfAProvider() {
        Map<String, String> partner = partner();
        world.getId(POOL, both(someone(), partner));

        assertRefused(
                () -> world.getId(POOL, both(someone(), partner)),
                ResourceConflictException.class,
                "The identity is linked to another user of " + PROVIDER + " already.");
    }

    @Test
    void oneWrongTokenAmongSeveralIsRefused() {
        Map<String, String> forged = Map.of(
                PARTNERS,
                world.emulator
                        .tokens()
                        .user("alice")
                        .pool("eu-west-1_Partners")
                        .signedWithForeignKey()
                        .idToken());

        assertRefused(
                () -> world.getId(POOL, both(someone(), forged)),
                NotAuthorizedException.class,
                "Invalid login token. Token signature invalid");
    }

    @Test
    void anUnlinkedLoginOpensTheIdentityNoMore() {
        Map<String, String> both = both(someone(), partner());
        String identity = world.getId(POOL, both);

        world.anyone.unlinkIdentity(
                request -> request.identityId(identity).logins(both).loginsToRemove(PARTNERS));

        assertThat(describe(identity).logins()).containsExactly(PROVIDER);
        assertRefused(
                () -> world.credentials(identity, Map.of(PARTNERS, both.get(PARTNERS))),
                NotAuthorizedException.class,
                MISMATCH);
    }

    @Test
    void anIdentityWithoutItsLastLoginCannotBeClaimed() {
        Map<String, String> login = someone();
        String identity = world.getId(POOL, login);

        world.anyone.unlinkIdentity(
                request -> request.identityId(identity).logins(login).loginsToRemove(PROVIDER));

        String message = "Access to Identity '" + identity + "' is forbidden.";
        assertRefused(() -> world.credentials(identity, login), NotAuthorizedException.class, message);
        assertRefused(() -> world.credentials(identity, someone()), NotAuthorizedException.class, message);
        assertRefused(() -> world.credentials(identity, Map.of()), NotAuthorizedException.class, message);
    }

    @Test
    void unlinkingNeedsALoginOfTheIdentity() {
        String identity = world.getId(POOL, someone());

        assertRefused(
                () -> world.anyone.unlinkIdentity(request ->
                        request.identityId(identity).logins(someone()).loginsToRemove(PROVIDER)),
                NotAuthorizedException.class,
                MISMATCH);
    }

    @Test
    void whatIsNotLinkedCannotBeUnlinked() {
        Map<String, String> login = someone();
        String identity = world.getId(POOL, login);

        assertRefused(
                () -> world.anyone.unlinkIdentity(
                        request -> request.identityId(identity).logins(login).loginsToRemove(PARTNERS)),
                InvalidParameterException.class,
                "The identity is not linked to " + PARTNERS + ".");
    }

    @Test
    void identitiesAreListedInPages() {
        String pool = emptyPool();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(world.getId(pool, Map.of()));
        }

        List<String> listed = new ArrayList<>();
        String next = null;
        do {
            String token = next;
            ListIdentitiesResponse page = world.admin.listIdentities(
                    list -> list.identityPoolId(pool).maxResults(2).nextToken(token));
            page.identities().stream().map(IdentityDescription::identityId).forEach(listed::add);
            next = page.nextToken();
        } while (next != null);

        assertThat(listed).isEqualTo(made);
    }

    @Test
    void mergedIdentitiesAreHiddenOnRequest() {
        String pool = emptyPool();
        Map<String, String> login = someone();
        String known = world.getId(pool, login);
        String guest = world.getId(pool, Map.of());
        world.openIdToken(guest, login);

        assertThat(listed(pool, false)).containsExactly(known, guest);
        assertThat(listed(pool, true)).containsExactly(known);
    }

    @Test
    void deletedIdentitiesAreGoneAndTheirUsersGetNewOnes() {
        Map<String, String> login = someone();
        String identity = world.getId(POOL, login);
        String unknown = "eu-west-1:00000000-0000-4000-8000-000000000000";

        assertThat(world.admin
                        .deleteIdentities(request -> request.identityIdsToDelete(identity, unknown))
                        .unprocessedIdentityIds())
                .singleElement()
                .satisfies(rest -> assertThat(rest.identityId()).isEqualTo(unknown));

        assertRefused(
                () -> world.credentials(identity, login),
                ResourceNotFoundException.class,
                "Identity '" + identity + "' not found.");
        assertThat(world.getId(POOL, login)).isNotEqualTo(identity);
    }

    @Test
    void anIdentityIsDescribedWithItsTimes() {
        DescribeIdentityResponse described = describe(world.getId(POOL, someone()));

        assertThat(described.creationDate()).isEqualTo(world.clock.instant());
        assertThat(described.lastModifiedDate()).isEqualTo(world.clock.instant());
    }

    @Test
    void aTokenBeforeItsTimeIsNoLogin() {
        long now = world.clock.instant().getEpochSecond();

        assertRefused(
                () -> world.getId(
                        POOL,
                        world.login(
                                world.alice().notBefore(world.clock.instant().plusSeconds(1)))),
                NotAuthorizedException.class,
                "Invalid login token. Token is not yet valid: " + now + " < " + (now + 1));
    }

    @Test
    void aTokenOfTheFutureIsNoLogin() {
        long now = world.clock.instant().getEpochSecond();

        assertRefused(
                () -> world.getId(
                        POOL,
                        world.login(world.alice().issuedAt(world.clock.instant().plusSeconds(1)))),
                NotAuthorizedException.class,
                "Invalid login token. Token was issued in the future: " + now + " < " + (now + 1));
    }

    @Test
    void aTokenThatBeginsNowIsALogin() {
        TokenRecipe begun = world.alice().notBefore(world.clock.instant()).issuedAt(world.clock.instant());

        assertThat(world.getId(POOL, world.login(begun))).startsWith("eu-west-1:");
    }

    @Test
    void aPoolThatChecksAtTheServerRefusesUsersWhoAreGone() {
        assertThat(world.getId(CHECKED_POOL, world.login(world.alice()))).startsWith("eu-west-1:");
        assertRefused(
                () -> world.getId(CHECKED_POOL, someone()),
                NotAuthorizedException.class,
                "Invalid login token. Token has been revoked.");
    }

    @Test
    void aPoolThatChecksAtTheServerRefusesWhoWasSignedOutOrDisabled() {
        Map<String, String> bob = world.login(world.bob());
        Map<String, String> alice = world.login(world.alice());

        world.userPools.adminUserGlobalSignOut(
                user -> user.userPoolId(USER_POOL).username("bob"));
        world.userPools.adminDisableUser(user -> user.userPoolId(USER_POOL).username("alice"));
        try {
            assertRefused(
                    () -> world.getId(CHECKED_POOL, bob),
                    NotAuthorizedException.class,
                    "Invalid login token. Token has been revoked.");
            assertRefused(
                    () -> world.getId(CHECKED_POOL, alice),
                    NotAuthorizedException.class,
                    "Invalid login token. Token has been revoked.");
            assertThat(world.getId(POOL, bob)).startsWith("eu-west-1:");
            assertThat(world.getId(POOL, alice)).startsWith("eu-west-1:");
        } finally {
            world.userPools.adminEnableUser(user -> user.userPoolId(USER_POOL).username("alice"));
            world.clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void aRoleThatDoesNotTrustThePoolGivesNoCredentials() {
        String identity = world.getId(CHECKED_POOL, world.login(world.alice()));

        assertRefused(
                () -> world.credentials(identity, world.login(world.alice())),
                InvalidIdentityPoolConfigurationException.class,
                "Invalid identity pool configuration. Check assigned IAM roles for this pool.");
    }

    @Test
    void aPoolWithoutRolesGivesNoCredentials() {
        String pool = emptyPool();
        String guest = world.getId(pool, Map.of());

        assertRefused(
                () -> world.credentials(guest, Map.of()),
                InvalidIdentityPoolConfigurationException.class,
                "Invalid identity pool configuration. Check assigned IAM roles for this pool.");
    }

    @Test
    void theOpenIdTokenOfAUserHasTheClaimsOfCognito() throws Exception {
        TokenRecipe alice = world.alice();
        String identity = world.getId(POOL, world.login(alice));

        JwtContext token = verified(world.openIdToken(identity, world.login(alice)));

        JwtClaims claims = token.getJwtClaims();
        long now = world.clock.instant().getEpochSecond();
        String sub = new ObjectMapper()
                .readTree(TokenText.of(alice.idToken()).payload())
                .get("sub")
                .textValue();
        assertThat(claims.getClaimsMap())
                .isEqualTo(Map.of(
                        "sub",
                        identity,
                        "aud",
                        POOL,
                        "amr",
                        List.of("authenticated", PROVIDER, PROVIDER + ":CognitoSignIn:" + sub),
                        "iss",
                        "https://cognito-identity.amazonaws.com",
                        "iat",
                        now,
                        "exp",
                        now + 600));
        assertThat(token.getJoseObjects().get(0).getAlgorithmHeaderValue()).isEqualTo("RS512");
        assertThat(token.getJoseObjects().get(0).getKeyIdHeaderValue()).isEqualTo("eu-west-11");
        assertThat(token.getJoseObjects().get(0).getHeader("typ")).isEqualTo("JWS");
    }

    @Test
    void theOpenIdTokenOfAGuestSaysSo() throws Exception {
        JwtContext token = verified(world.openIdToken(world.guest(), Map.of()));

        assertThat(token.getJwtClaims().getStringListClaimValue("amr")).containsExactly("unauthenticated");
    }

    @Test
    void anOpenIdTokenIsNoLoginForGetId() {
        String guest = world.guest();
        Map<String, String> own = Map.of(OWN, world.openIdToken(guest, Map.of()));

        assertRefused(
                () -> world.getId(POOL, own),
                NotAuthorizedException.class,
                "Invalid login token. Can't pass in a Cognito token.");
    }

    @Test
    void aPoolThatTurnedTheClassicFlowOffGivesNoTokens() {
        String identity = world.getId(CHECKED_POOL, world.login(world.alice()));

        assertRefused(
                () -> world.openIdToken(identity, world.login(world.alice())),
                InvalidParameterException.class,
                "Basic (classic) flow is not enabled, please use enhanced flow.");
    }

    @Test
    void aPoolWithRoleMappingsGivesNoTokens() {
        String identity = world.getId(MAPPED_POOL, world.login(world.alice()));

        assertRefused(
                () -> world.openIdToken(identity, world.login(world.alice())),
                InvalidParameterException.class,
                "Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.");
    }

    @Test
    void mappedClaimsBecomeTagsOfTheSession() {
        world.admin.setPrincipalTagAttributeMap(set -> set.identityPoolId(MAPPED_POOL)
                .identityProviderName(PROVIDER)
                .principalTags(Map.of("team", "custom:team", "client", "aud", "absent", "custom:none")));
        Map<String, String> login = world.login(world.alice().withClaim("custom:team", "photos"));

        Credentials credentials = world.credentials(world.getId(MAPPED_POOL, login), login);

        assertThat(world.issued(credentials.accessKeyId()).sessionTags())
                .isEqualTo(Map.of("team", "photos", "client", "web"));
        assertThat(world.issued(credentials.accessKeyId()).roleArn()).isEqualTo(USERS);
    }

    @Test
    void theKeysOfTheTokensAreFoundFromTheDiscoveryDocument() throws Exception {
        JsonNode document = new ObjectMapper()
                .readTree(Http.get(world.emulator, "/.well-known/openid-configuration")
                        .body());

        assertThat(document.get("issuer").textValue()).isEqualTo("https://cognito-identity.amazonaws.com");
        assertThat(document.get("jwks_uri").textValue()).isEqualTo(world.emulator.endpoint() + "/.well-known/jwks_uri");
    }

    /** By another library, with the published keys. */
    private JwtContext verified(String token) throws Exception {
        String keys = Http.get(world.emulator, "/.well-known/jwks_uri").body();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                .setEvaluationTime(NumericDate.fromSeconds(world.clock.instant().getEpochSecond()))
                .setExpectedAudience(POOL)
                .build()
                .process(token);
    }

    private String emptyPool() {
        return world.admin
                .createIdentityPool(pool -> pool.identityPoolName("empty")
                        .allowUnauthenticatedIdentities(true)
                        .cognitoIdentityProviders(CognitoIdentityProvider.builder()
                                .providerName(PROVIDER)
                                .clientId("web")
                                .build()))
                .identityPoolId();
    }

    private List<String> listed(String pool, boolean hideDisabled) {
        return world
                .admin
                .listIdentities(list -> list.identityPoolId(pool).maxResults(60).hideDisabled(hideDisabled))
                .identities()
                .stream()
                .map(IdentityDescription::identityId)
                .toList();
    }

    private DescribeIdentityResponse describe(String identity) {
        return world.admin.describeIdentity(request -> request.identityId(identity));
    }

    /** A login that no identity has. */
    private Map<String, String> someone() {
        return world.login(world.alice().withClaim("sub", UUID.randomUUID().toString()));
    }

    private Map<String, String> partner() {
        return Map.of(
                PARTNERS,
                world.emulator
                        .tokens()
                        .user("alice")
                        .pool("eu-west-1_Partners")
                        .withClaim("sub", UUID.randomUUID().toString())
                        .idToken());
    }

    private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
        Map<String, String> both = new LinkedHashMap<>(one);
        both.putAll(other);
        return both;
    }
}
