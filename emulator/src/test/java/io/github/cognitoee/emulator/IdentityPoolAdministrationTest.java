package io.github.cognitoee.emulator;

import static io.github.cognitoee.emulator.IdentityWorld.DEVELOPER;
import static io.github.cognitoee.emulator.IdentityWorld.GUESTS;
import static io.github.cognitoee.emulator.IdentityWorld.MAPPED_POOL;
import static io.github.cognitoee.emulator.IdentityWorld.NO_POOL;
import static io.github.cognitoee.emulator.IdentityWorld.POOL;
import static io.github.cognitoee.emulator.IdentityWorld.PROVIDER;
import static io.github.cognitoee.emulator.IdentityWorld.USERS;
import static io.github.cognitoee.emulator.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.AmbiguousRoleResolutionType;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityProvider;
import software.amazon.awssdk.services.cognitoidentity.model.CreateIdentityPoolRequest;
import software.amazon.awssdk.services.cognitoidentity.model.CreateIdentityPoolResponse;
import software.amazon.awssdk.services.cognitoidentity.model.DescribeIdentityPoolResponse;
import software.amazon.awssdk.services.cognitoidentity.model.GetIdentityPoolRolesResponse;
import software.amazon.awssdk.services.cognitoidentity.model.IdentityPoolShortDescription;
import software.amazon.awssdk.services.cognitoidentity.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentity.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentity.model.ListIdentityPoolsResponse;
import software.amazon.awssdk.services.cognitoidentity.model.MappingRule;
import software.amazon.awssdk.services.cognitoidentity.model.MappingRuleMatchType;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMapping;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMappingType;

/** Identity pools made and changed while the emulator runs, by the AWS SDK's client. */
class IdentityPoolAdministrationTest {

    private static final CognitoIdentityProvider WEB = CognitoIdentityProvider.builder()
            .providerName(PROVIDER)
            .clientId("web")
            .serverSideTokenCheck(true)
            .build();

    private IdentityWorld world;
    private CognitoIdentityClient admin;

    @BeforeEach
    void start() {
        world = new IdentityWorld();
        admin = world.admin;
    }

    @AfterEach
    void stop() throws Exception {
        world.close();
    }

    @Test
    void aPoolIsDescribedAsItWasCreated() {
        CreateIdentityPoolResponse created = admin.createIdentityPool(pool -> pool.identityPoolName("photo album 2")
                .allowUnauthenticatedIdentities(true)
                .allowClassicFlow(true)
                .developerProviderName("login.mine")
                .cognitoIdentityProviders(WEB)
                .identityPoolTags(Map.of("team", "photos")));

        DescribeIdentityPoolResponse described = describe(created.identityPoolId());

        assertThat(created.identityPoolId()).matches("eu-west-1:[0-9a-f-]{36}");
        assertThat(described.identityPoolName()).isEqualTo("photo album 2");
        assertThat(described.allowUnauthenticatedIdentities()).isTrue();
        assertThat(described.allowClassicFlow()).isTrue();
        assertThat(described.developerProviderName()).isEqualTo("login.mine");
        assertThat(described.cognitoIdentityProviders()).containsExactly(WEB);
        assertThat(described.identityPoolTags()).isEqualTo(Map.of("team", "photos"));
    }

    @Test
    void whatWasNotSetIsNotTold() {
        DescribeIdentityPoolResponse described = describe(create(pool -> {}));

        assertThat(described.allowClassicFlow()).isNull();
        assertThat(described.developerProviderName()).isNull();
        assertThat(described.hasCognitoIdentityProviders()).isFalse();
    }

    @Test
    void configuredPoolsAreDescribedToo() {
        DescribeIdentityPoolResponse described = describe(POOL);

        assertThat(described.identityPoolName()).isEqualTo("photos");
        assertThat(described.developerProviderName()).isEqualTo(DEVELOPER);
        assertThat(described.cognitoIdentityProviders())
                .extracting(CognitoIdentityProvider::clientId)
                .containsExactly("web", "partners");
    }

    @Test
    void anUpdateReplacesEverything() {
        String id = create(pool -> pool.cognitoIdentityProviders(WEB).allowClassicFlow(true));

        admin.updateIdentityPool(
                pool -> pool.identityPoolId(id).identityPoolName("renamed").allowUnauthenticatedIdentities(true));

        DescribeIdentityPoolResponse described = describe(id);
        assertThat(described.identityPoolName()).isEqualTo("renamed");
        assertThat(described.allowUnauthenticatedIdentities()).isTrue();
        assertThat(described.allowClassicFlow()).isNull();
        assertThat(described.hasCognitoIdentityProviders()).isFalse();
    }

    @Test
    void anUpdateHoldsFromTheNextCallOn() {
        String guest = world.guest();
        admin.updateIdentityPool(pool -> pool.identityPoolId(POOL)
                .identityPoolName("photos")
                .developerProviderName(DEVELOPER)
                .allowUnauthenticatedIdentities(false));

        assertRefused(
                () -> world.credentials(guest, Map.of()),
                "NotAuthorizedException",
                "Unauthenticated access is not supported for this identity pool.");
        assertRefused(
                () -> world.guest(),
                "NotAuthorizedException",
                "Unauthenticated access is not supported for this identity pool.");
    }

    @Test
    void aDeveloperProviderNameStays() {
        assertRefused(
                () -> admin.updateIdentityPool(pool -> pool.identityPoolId(POOL)
                        .identityPoolName("photos")
                        .allowUnauthenticatedIdentities(false)
                        .developerProviderName("login.other")),
                InvalidParameterException.class,
                "The developer provider name cannot be changed.");
    }

    @Test
    void aDeletedPoolIsGoneWithItsIdentities() {
        String identity = world.getId(POOL, world.login(world.alice()));

        admin.deleteIdentityPool(pool -> pool.identityPoolId(POOL));

        assertRefused(() -> describe(POOL), ResourceNotFoundException.class, "IdentityPool '" + POOL + "' not found.");
        assertRefused(
                () -> admin.describeIdentity(request -> request.identityId(identity)),
                ResourceNotFoundException.class,
                "Identity '" + identity + "' not found.");
    }

    @Test
    void poolsAreListedInPages() {
        create(pool -> pool.identityPoolName("fourth"));

        ListIdentityPoolsResponse first = admin.listIdentityPools(list -> list.maxResults(3));
        ListIdentityPoolsResponse second =
                admin.listIdentityPools(list -> list.maxResults(3).nextToken(first.nextToken()));

        assertThat(first.identityPools()).hasSize(3).first().satisfies(pool -> assertThat(pool.identityPoolId())
                .isEqualTo(POOL));
        assertThat(second.identityPools())
                .extracting(IdentityPoolShortDescription::identityPoolName)
                .containsExactly("fourth");
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void aPageTokenOfOnesOwnIsRefused() {
        assertRefused(
                () -> admin.listIdentityPools(list -> list.maxResults(3).nextToken("x")),
                InvalidParameterException.class,
                "Invalid nextToken.");
    }

    @Test
    void aPoolTakesFiftyUserPools() {
        List<CognitoIdentityProvider> all = new ArrayList<>();
        IntStream.rangeClosed(1, 51)
                .forEach(i -> all.add(CognitoIdentityProvider.builder()
                        .providerName(PROVIDER)
                        .clientId("client" + i)
                        .build()));

        create(pool -> pool.cognitoIdentityProviders(all.subList(0, 50)));
        assertRefused(
                () -> create(pool -> pool.cognitoIdentityProviders(all)),
                LimitExceededException.class,
                "Cognito identity provider limit of 50 exceeded.");
    }

    @Test
    void anAccountHasAThousandPools() {
        for (int i = 3; i < 1_000; i++) {
            create(pool -> {});
        }

        assertRefused(() -> create(pool -> {}), LimitExceededException.class, "Identity pool limit of 1000 exceeded.");
    }

    @Test
    void aProviderMustHaveTheFormOfAUserPool() {
        assertRefused(
                () -> create(pool -> pool.cognitoIdentityProviders(
                        WEB.toBuilder().providerName("accounts.google.com").build())),
                InvalidParameterException.class,
                "Invalid Cognito identity provider: accounts.google.com,"
                        + " expected cognito-idp.<region>.amazonaws.com/<userPoolId>");
    }

    @Test
    void rolesAreToldAsTheyWereSet() {
        RoleMapping rules = rules(AmbiguousRoleResolutionType.DENY, rule("custom:team", USERS));

        admin.setIdentityPoolRoles(set -> set.identityPoolId(POOL)
                .roles(Map.of("authenticated", USERS, "unauthenticated", GUESTS))
                .roleMappings(Map.of(PROVIDER + ":web", rules)));

        GetIdentityPoolRolesResponse roles = admin.getIdentityPoolRoles(get -> get.identityPoolId(POOL));
        assertThat(roles.identityPoolId()).isEqualTo(POOL);
        assertThat(roles.roles()).isEqualTo(Map.of("authenticated", USERS, "unauthenticated", GUESTS));
        assertThat(roles.roleMappings()).isEqualTo(Map.of(PROVIDER + ":web", rules));
    }

    @Test
    void configuredRolesAreToldToo() {
        GetIdentityPoolRolesResponse roles = admin.getIdentityPoolRoles(get -> get.identityPoolId(MAPPED_POOL));

        assertThat(roles.roles()).isEqualTo(Map.of("authenticated", USERS));
        assertThat(roles.roleMappings().get(PROVIDER + ":web"))
                .isEqualTo(RoleMapping.builder()
                        .type(RoleMappingType.TOKEN)
                        .ambiguousRoleResolution(AmbiguousRoleResolutionType.DENY)
                        .build());
    }

    @Test
    void aRuleThatIsSetDecidesTheNextRole() {
        admin.setIdentityPoolRoles(set -> set.identityPoolId(POOL)
                .roles(Map.of("authenticated", "arn:aws:iam::123456789012:role/Foreign"))
                .roleMappings(Map.of(
                        PROVIDER + ":web", rules(AmbiguousRoleResolutionType.DENY, rule("custom:team", USERS)))));
        TokenRecipe alice = world.alice().withClaim("custom:team", "photos");
        String identity = world.getId(POOL, world.login(alice));

        String key = world.credentials(identity, world.login(alice)).accessKeyId();

        assertThat(world.issued(key).roleArn()).isEqualTo(USERS);
        assertRefused(
                () -> world.credentials(identity, world.login(world.alice())),
                "NotAuthorizedException",
                "The ambiguous role mapping rules for: " + PROVIDER + " denied this request.");
    }

    @Test
    void rolesThatMakeNoSenseAreRefused() {
        RoleMapping unresolved =
                RoleMapping.builder().type(RoleMappingType.TOKEN).build();
        RoleMapping noRules = RoleMapping.builder()
                .type(RoleMappingType.RULES)
                .ambiguousRoleResolution(AmbiguousRoleResolutionType.DENY)
                .build();
        MappingRule[] many =
                IntStream.range(0, 26).mapToObj(i -> rule("c", USERS)).toArray(MappingRule[]::new);

        assertRolesRefused(
                Map.of("guests", USERS),
                Map.of(),
                "Invalid role type: guests, expected authenticated or" + " unauthenticated.");
        assertRolesRefused(
                Map.of("authenticated", "arn:aws:s3:::photo-album-bucket"),
                Map.of(),
                "Invalid role ARN: arn:aws:s3:::photo-album-bucket.");
        assertRolesRefused(
                Map.of(),
                Map.of(PROVIDER + ":web", unresolved),
                "AmbiguousRoleResolution is required for the role mapping of " + PROVIDER + ":web.");
        assertRolesRefused(
                Map.of(),
                Map.of(PROVIDER + ":web", noRules),
                "RulesConfiguration is required for the role mapping type Rules, and only there: " + PROVIDER
                        + ":web.");
        assertRolesRefused(
                Map.of(),
                Map.of(PROVIDER + ":web", rules(AmbiguousRoleResolutionType.DENY, many)),
                "Found 26 rules for " + PROVIDER + ":web, the limit is 25.");
        assertRolesRefused(
                Map.of(),
                Map.of(PROVIDER + ":none", rules(AmbiguousRoleResolutionType.DENY, rule("c", USERS))),
                "The identity pool has no identity provider " + PROVIDER + ":none.");
    }

    @Test
    void tagsAreToldAsTheyWereSet() {
        admin.setPrincipalTagAttributeMap(set -> set.identityPoolId(POOL)
                .identityProviderName(PROVIDER)
                .principalTags(Map.of("department", "custom:team")));

        assertThat(admin.getPrincipalTagAttributeMap(
                                get -> get.identityPoolId(POOL).identityProviderName(PROVIDER))
                        .principalTags())
                .isEqualTo(Map.of("department", "custom:team"));
    }

    @Test
    void theDefaultTagsAreUserAndClient() {
        assertThat(admin.setPrincipalTagAttributeMap(set -> set.identityPoolId(POOL)
                                .identityProviderName(PROVIDER)
                                .useDefaults(true))
                        .principalTags())
                .isEqualTo(Map.of("username", "sub", "client", "aud"));
    }

    @Test
    void poolsThatDoNotExistAreToldByName() {
        String message = "IdentityPool '" + NO_POOL + "' not found.";

        assertRefused(() -> describe(NO_POOL), ResourceNotFoundException.class, message);
        assertRefused(
                () -> admin.deleteIdentityPool(pool -> pool.identityPoolId(NO_POOL)),
                ResourceNotFoundException.class,
                message);
        assertRefused(
                () -> admin.updateIdentityPool(pool ->
                        pool.identityPoolId(NO_POOL).identityPoolName("x").allowUnauthenticatedIdentities(false)),
                ResourceNotFoundException.class,
                message);
        assertRefused(
                () -> admin.getIdentityPoolRoles(pool -> pool.identityPoolId(NO_POOL)),
                ResourceNotFoundException.class,
                message);
        assertRefused(
                () -> admin.setIdentityPoolRoles(
                        pool -> pool.identityPoolId(NO_POOL).roles(Map.of())),
                ResourceNotFoundException.class,
                message);
        assertRefused(
                () -> admin.getPrincipalTagAttributeMap(
                        pool -> pool.identityPoolId(NO_POOL).identityProviderName(PROVIDER)),
                ResourceNotFoundException.class,
                message);
        assertRefused(
                () -> admin.setPrincipalTagAttributeMap(
                        pool -> pool.identityPoolId(NO_POOL).identityProviderName(PROVIDER)),
                ResourceNotFoundException.class,
                message);
    }

    private void assertRolesRefused(Map<String, String> roles, Map<String, RoleMapping> mappings, String message) {
        assertRefused(
                () -> admin.setIdentityPoolRoles(
                        set -> set.identityPoolId(POOL).roles(roles).roleMappings(mappings)),
                InvalidParameterException.class,
                message);
    }

    private String create(Consumer<CreateIdentityPoolRequest.Builder> more) {
        return admin.createIdentityPool(
                        pool -> more.accept(pool.identityPoolName("made").allowUnauthenticatedIdentities(false)))
                .identityPoolId();
    }

    private DescribeIdentityPoolResponse describe(String id) {
        return admin.describeIdentityPool(pool -> pool.identityPoolId(id));
    }

    private static RoleMapping rules(AmbiguousRoleResolutionType resolution, MappingRule... rules) {
        return RoleMapping.builder()
                .type(RoleMappingType.RULES)
                .ambiguousRoleResolution(resolution)
                .rulesConfiguration(configuration -> configuration.rules(rules))
                .build();
    }

    private static MappingRule rule(String claim, String role) {
        return MappingRule.builder()
                .claim(claim)
                .matchType(MappingRuleMatchType.EQUALS)
                .value("photos")
                .roleARN(role)
                .build();
    }
}
