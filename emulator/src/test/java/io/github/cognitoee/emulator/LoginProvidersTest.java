package io.github.cognitoee.emulator;

import static io.github.cognitoee.emulator.IdentityWorld.CHECKED_POOL;
import static io.github.cognitoee.emulator.IdentityWorld.MAPPED_POOL;
import static io.github.cognitoee.emulator.IdentityWorld.POOL;
import static io.github.cognitoee.emulator.IdentityWorld.USERS;
import static io.github.cognitoee.emulator.LoginProvidersWorld.ISSUER;
import static io.github.cognitoee.emulator.LoginProvidersWorld.ISSUER_ARN;
import static io.github.cognitoee.emulator.LoginProvidersWorld.logins;
import static io.github.cognitoee.emulator.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentity.model.AmbiguousRoleResolutionType;
import software.amazon.awssdk.services.cognitoidentity.model.DescribeIdentityPoolResponse;
import software.amazon.awssdk.services.cognitoidentity.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentity.model.MappingRule;
import software.amazon.awssdk.services.cognitoidentity.model.MappingRuleMatchType;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMapping;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMappingType;

/** Logins at Google, Apple, Facebook, Amazon and an OpenID Connect provider of IAM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginProvidersTest {

    private static final String UNSUPPORTED = "Token is not from a supported provider of this identity pool.";

    private LoginProvidersWorld people;
    private IdentityWorld world;
    private LoginProviders providers;

    @BeforeAll
    void start() {
        people = new LoginProvidersWorld();
        world = people.pools;
        providers = people.providers;
    }

    /** The SDK signs at the machine's time. */
    @BeforeEach
    void setTheClock() {
        world.clock.set(Instant.now());
    }

    @AfterAll
    void stop() {
        people.close();
    }

    @Test
    void idTokensOfGoogleAppleAndOthersGiveIdentitiesAndCredentials() {
        assertSignsIn(providers.google("app-at-google", "g1"));
        assertSignsIn(providers.google("app-at-google", "g2").withClaim("iss", "accounts.google.com"));
        assertSignsIn(providers.apple("com.example.app", "a1"));
        assertSignsIn(providers.openIdConnect(ISSUER, "web", "p1"));
        assertSignsIn(providers.openIdConnect(ISSUER, "mobile", "p2"));
    }

    @Test
    void accessTokensOfFacebookAndAmazonDoToo() {
        Map<String, String> facebook = Map.of("graph.facebook.com", providers.facebook("app-at-facebook", "f1"));
        Map<String, String> amazon = Map.of("www.amazon.com", providers.amazon("app-at-amazon", "z1"));

        String first = world.getId(POOL, facebook);
        assertThat(world.credentials(first, facebook).accessKeyId()).startsWith("ASIA");
        assertThat(world.getId(POOL, amazon)).isNotEqualTo(first);
    }

    @Test
    void aUserHasOneIdentityAndEachProviderItsOwnUsers() {
        String google = world.getId(POOL, logins(providers.google("app-at-google", "same")));

        assertThat(world.getId(POOL, logins(providers.google("app-at-google", "same"))))
                .isEqualTo(google);
        assertThat(world.getId(POOL, logins(providers.apple("com.example.app", "same"))))
                .isNotEqualTo(google);
    }

    @Test
    void oneWrongTokenAmongSeveralIsRefused() {
        assertLoginRefused(logins(people.google(), people.apple().expired()), expired());
    }

    @Test
    void rulesOverClaimsChooseTheRole() {
        MappingRule staff = MappingRule.builder()
                .claim("hd")
                .matchType(MappingRuleMatchType.EQUALS)
                .value("example.com")
                .roleARN(USERS)
                .build();

        world.admin.setIdentityPoolRoles(set -> set.identityPoolId(MAPPED_POOL)
                .roles(Map.of("authenticated", USERS))
                .roleMappings(Map.of(
                        "accounts.google.com",
                        RoleMapping.builder()
                                .type(RoleMappingType.RULES)
                                .ambiguousRoleResolution(AmbiguousRoleResolutionType.DENY)
                                .rulesConfiguration(rules -> rules.rules(staff))
                                .build())));

        assertThat(mapped(people.google().withClaim("hd", "example.com")).roleArn())
                .isEqualTo(USERS);
        assertRefused(
                () -> mapped(people.google()),
                NotAuthorizedException.class,
                "The ambiguous role mapping rules for: accounts.google.com denied this request.");
    }

    @Test
    void claimsBecomeTagsOfTheSession() {
        world.admin.setIdentityPoolRoles(set -> set.identityPoolId(MAPPED_POOL).roles(Map.of("authenticated", USERS)));
        world.admin.setPrincipalTagAttributeMap(set -> set.identityPoolId(MAPPED_POOL)
                .identityProviderName("accounts.google.com")
                .principalTags(Map.of("domain", "hd")));

        assertThat(mapped(people.google().withClaim("hd", "example.com")).sessionTags())
                .isEqualTo(Map.of("domain", "example.com"));
    }

    @Test
    void aPolicyMayAskForTheProvider() {
        Map<String, String> google = logins(people.google());
        Map<String, String> apple = logins(people.apple());
        world.emulator
                .iam()
                .putRolePolicy(
                        USERS,
                        "Google",
                        """
                        {"Version": "2012-10-17", "Statement": {
                          "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
                          "Condition": {"ForAnyValue:StringEquals": {
                            "cognito-identity.amazonaws.com:amr": "accounts.google.com"}}}}""");

        assertThat(mayReadPictures(google)).isTrue();
        assertThat(mayReadPictures(apple)).isFalse();
    }

    @Test
    void aWrongIdTokenIsRefused() {
        ProviderLogin google = providers.google("app-at-google", "g1");

        assertLoginRefused(google.signedWithForeignKey(), "Invalid login token. Token signature invalid");
        assertLoginRefused(google.withClaim("aud", "another-app"), UNSUPPORTED);
        assertLoginRefused(
                google.withClaim("iss", "https://accounts.example.com"),
                "Invalid login token. Issuer doesn't match providerName");
        assertLoginRefused(google.expired(), expired());
        assertLoginRefused(providers.openIdConnect(ISSUER, "unknown-client", "p1"), UNSUPPORTED);
        assertLoginRefused(providers.openIdConnect("https://nobody.example", "web", "p1"), UNSUPPORTED);
    }

    @Test
    void aTokenOfOneProviderIsNoneOfAnother() {
        ProviderLogin apple = providers.apple("com.example.app", "a1");

        assertLoginRefused(
                Map.of("accounts.google.com", apple.idToken()),
                "Invalid login token. Issuer doesn't match providerName");
        assertLoginRefused(
                Map.of("graph.facebook.com", providers.amazon("app-at-facebook", "z1")),
                "Invalid login token. The provider does not know it.");
    }

    @Test
    void anAccessTokenForAnotherApplicationIsRefused() {
        assertLoginRefused(Map.of("graph.facebook.com", providers.facebook("another-app", "f1")), UNSUPPORTED);
        assertLoginRefused(
                Map.of("graph.facebook.com", "EAAinvented"), "Invalid login token. The provider does not know it.");
    }

    @Test
    void anAccessTokenIsGoodForAnHour() {
        Map<String, String> facebook = Map.of("graph.facebook.com", providers.facebook("app-at-facebook", "f1"));
        world.clock.advance(Duration.ofHours(1));
        long now = world.clock.instant().getEpochSecond();

        assertLoginRefused(facebook, "Invalid login token. Token expired: " + now + " >= " + now);
    }

    @Test
    void aPoolThatWasNotToldOfAProviderTakesNoneOfItsTokens() {
        assertRefused(
                () -> world.getId(CHECKED_POOL, logins(people.google())), NotAuthorizedException.class, UNSUPPORTED);
    }

    @Test
    void aPoolTellsItsProviders() {
        DescribeIdentityPoolResponse pool = world.admin.describeIdentityPool(request -> request.identityPoolId(POOL));

        assertThat(pool.supportedLoginProviders())
                .containsEntry("accounts.google.com", "app-at-google")
                .hasSize(4);
        assertThat(pool.openIdConnectProviderARNs()).containsExactly(ISSUER_ARN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"login.example.com", "api.twitter.com"})
    void aProviderThatNobodyKnowsByNameIsRefused(String name) {
        assertRefused(
                () -> world.admin.createIdentityPool(pool -> pool.identityPoolName("p")
                        .allowUnauthenticatedIdentities(false)
                        .supportedLoginProviders(Map.of(name, "app"))),
                InvalidParameterException.class,
                "Invalid supported login provider: " + name
                        + ", expected accounts.google.com, appleid.apple.com, graph.facebook.com or www.amazon.com");
    }

    @Test
    void anArnThatIsNoneOfAProviderIsRefused() {
        assertRefused(
                () -> world.admin.createIdentityPool(pool -> pool.identityPoolName("p")
                        .allowUnauthenticatedIdentities(false)
                        .openIdConnectProviderARNs(USERS)),
                InvalidParameterException.class,
                "Invalid OpenID Connect provider: " + USERS
                        + ", expected arn:aws:iam::<account>:oidc-provider/<issuer without https://>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"login.partner.example", "https://login.partner.example:8443/tenant"})
    void anIssuerBeginsWithHttpsAndHasNoPort(String issuer) {
        assertThatThrownBy(() -> providers.addOpenIdConnectProvider(issuer, "web"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("found issuer \"" + issuer + "\", expected an address such as"
                        + " https://login.example.com/tenant");
    }

    /** Auth0's end in a slash, which is in {@code iss}, in the ARN and in the key of {@code Logins}. */
    @ParameterizedTest
    @ValueSource(strings = {"tenant.eu.auth0.com/", "login.example.com/tenant/", "login.example.com/~tenant"})
    void anIssuerIsAnyAddress(String name) {
        providers.addOpenIdConnectProvider("https://" + name, "web");
        String pool = world.admin
                .createIdentityPool(create -> create.identityPoolName("p")
                        .allowUnauthenticatedIdentities(false)
                        .openIdConnectProviderARNs("arn:aws:iam::123456789012:oidc-provider/" + name))
                .identityPoolId();
        ProviderLogin kim = providers.openIdConnect("https://" + name, "web", "kim");

        assertThat(kim.provider()).isEqualTo(name);
        assertThat(world.getId(pool, logins(kim))).isNotEmpty();
        assertRefused(
                () -> world.getId(pool, logins(kim.withClaim("iss", "https://" + name + "/"))),
                NotAuthorizedException.class,
                "Invalid login token. Issuer doesn't match providerName");
    }

    @Test
    void othersVerifyTheTokensByThePublishedKeys() throws Exception {
        String token = providers.google("app-at-google", "g1").idToken();

        assertThat(new JwtConsumerBuilder()
                        .setVerificationKeyResolver(new JwksVerificationKeyResolver(
                                new JsonWebKeySet(providers.keySet("accounts.google.com")).getJsonWebKeys()))
                        .setExpectedIssuer("https://accounts.google.com")
                        .setExpectedAudience("app-at-google")
                        .build()
                        .processToClaims(token)
                        .getSubject())
                .isEqualTo("g1");
    }

    private void assertSignsIn(ProviderLogin login) {
        Map<String, String> logins = logins(login);
        String identity = world.getId(POOL, logins);

        assertThat(world.credentials(identity, logins).accessKeyId()).startsWith("ASIA");
    }

    private void assertLoginRefused(ProviderLogin login, String message) {
        assertLoginRefused(logins(login), message);
    }

    private void assertLoginRefused(Map<String, String> logins, String message) {
        assertRefused(() -> world.getId(POOL, logins), NotAuthorizedException.class, message);
    }

    /** What the mapped pool gives for a login. */
    private IssuedCredentials mapped(ProviderLogin login) {
        String identity = world.getId(MAPPED_POOL, logins(login));
        return world.issued(world.credentials(identity, logins(login)).accessKeyId());
    }

    private boolean mayReadPictures(Map<String, String> logins) {
        String key = world.credentials(world.getId(POOL, logins), logins).accessKeyId();
        return world.emulator.iam().decide(key, "s3:GetObject", "*").isAllowed();
    }

    /** A minute ago. */
    private String expired() {
        long now = world.clock.instant().getEpochSecond();
        return "Invalid login token. Token expired: " + now + " >= " + (now - 60);
    }
}
