package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import software.amazon.awssdk.services.cognitoidentity.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;

/** Logins at Google, Apple, Facebook, Amazon and an OpenID Connect provider of IAM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginProvidersTest {

    private static final String ISSUER = "https://login.partner.example/oidc";
    private static final String UNSUPPORTED = "Token is not from a supported provider of this identity pool.";

    private IdentityWorld world;
    private LoginProviders providers;

    @BeforeAll
    void start() {
        world = new IdentityWorld();
        providers = world.emulator.loginProviders();
        providers.addOpenIdConnectProvider(ISSUER, "web", "mobile");
        world.admin.updateIdentityPool(pool -> pool.identityPoolId(IdentityWorld.POOL)
                .identityPoolName("photos")
                .allowUnauthenticatedIdentities(false)
                .developerProviderName(IdentityWorld.DEVELOPER)
                .supportedLoginProviders(Map.of(
                        "accounts.google.com", "app-at-google",
                        "appleid.apple.com", "com.example.app",
                        "graph.facebook.com", "app-at-facebook",
                        "www.amazon.com", "app-at-amazon"))
                .openIdConnectProviderARNs("arn:aws:iam::123456789012:oidc-provider/login.partner.example/oidc"));
    }

    /** The SDK signs at the machine's time. */
    @BeforeEach
    void setTheClock() {
        world.clock.set(Instant.now());
    }

    @AfterAll
    void stop() {
        world.close();
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

        String first = world.getId(IdentityWorld.POOL, facebook);
        assertThat(world.credentials(first, facebook).accessKeyId()).startsWith("ASIA");
        assertThat(world.getId(IdentityWorld.POOL, amazon)).isNotEqualTo(first);
    }

    @Test
    void aUserHasOneIdentityAndEachProviderItsOwnUsers() {
        String google = world.getId(IdentityWorld.POOL, login(providers.google("app-at-google", "same")));

        assertThat(world.getId(IdentityWorld.POOL, login(providers.google("app-at-google", "same"))))
                .isEqualTo(google);
        assertThat(world.getId(IdentityWorld.POOL, login(providers.apple("com.example.app", "same"))))
                .isNotEqualTo(google);
    }

    @Test
    void loginsAtSeveralProvidersAreLinked() {
        ProviderLogin google = providers.google("app-at-google", "linked");
        ProviderLogin apple = providers.apple("com.example.app", "linked");

        String both = world.getId(
                IdentityWorld.POOL,
                Map.of(google.provider(), google.idToken(), apple.provider(), apple.idToken()));

        assertThat(world.getId(IdentityWorld.POOL, login(apple))).isEqualTo(both);
    }

    @Test
    void aPolicyMayAskForTheProvider() {
        Map<String, String> login = login(providers.google("app-at-google", "asked"));
        String key = world.credentials(world.getId(IdentityWorld.POOL, login), login)
                .accessKeyId();
        world.emulator
                .iam()
                .putRolePolicy(
                        IdentityWorld.USERS,
                        "Google",
                        """
                        {"Version": "2012-10-17", "Statement": {
                          "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
                          "Condition": {"ForAnyValue:StringEquals": {
                            "cognito-identity.amazonaws.com:amr": "accounts.google.com"}}}}""");

        assertThat(world.emulator.iam().decide(key, "s3:GetObject", "*").isAllowed())
                .isTrue();
    }

    @Test
    void aWrongIdTokenIsRefused() {
        ProviderLogin google = providers.google("app-at-google", "g1");

        assertRefused(google.signedWithForeignKey(), "Invalid login token. Token signature invalid");
        assertRefused(google.withClaim("aud", "another-app"), UNSUPPORTED);
        assertRefused(
                google.withClaim("iss", "https://accounts.example.com"),
                "Invalid login token. Issuer doesn't match providerName");
        long now = world.clock.instant().getEpochSecond();
        assertRefused(
                google.expired(), "Invalid login token. Token expired: " + now + " >= " + (now - 60));
        assertRefused(providers.openIdConnect(ISSUER, "unknown-client", "p1"), UNSUPPORTED);
        assertRefused(providers.openIdConnect("https://nobody.example", "web", "p1"), UNSUPPORTED);
    }

    @Test
    void aTokenOfOneProviderIsNoneOfAnother() {
        ProviderLogin apple = providers.apple("com.example.app", "a1");

        assertRefused(
                Map.of("accounts.google.com", apple.idToken()),
                "Invalid login token. Issuer doesn't match providerName");
        assertRefused(
                Map.of("graph.facebook.com", providers.amazon("app-at-facebook", "z1")),
                "Invalid login token. The provider does not know it.");
    }

    @Test
    void anAccessTokenForAnotherApplicationIsRefused() {
        assertRefused(Map.of("graph.facebook.com", providers.facebook("another-app", "f1")), UNSUPPORTED);
        assertRefused(Map.of("graph.facebook.com", "EAAinvented"), "Invalid login token. The provider does not know it.");
    }

    @Test
    void aPoolThatWasNotToldOfAProviderTakesNoneOfItsTokens() {
        assertThatThrownBy(() -> world.getId(
                        IdentityWorld.CHECKED_POOL, login(providers.google("app-at-google", "g1"))))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining(UNSUPPORTED);
    }

    @Test
    void aPoolTellsItsProviders() {
        assertThat(world.admin.describeIdentityPool(pool -> pool.identityPoolId(IdentityWorld.POOL)))
                .satisfies(pool -> {
                    assertThat(pool.supportedLoginProviders())
                            .containsEntry("accounts.google.com", "app-at-google")
                            .hasSize(4);
                    assertThat(pool.openIdConnectProviderARNs())
                            .containsExactly("arn:aws:iam::123456789012:oidc-provider/login.partner.example/oidc");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"login.example.com", "api.twitter.com"})
    void aProviderThatNobodyKnowsByNameIsRefused(String name) {
        assertThatThrownBy(() -> world.admin.createIdentityPool(pool -> pool.identityPoolName("p")
                        .allowUnauthenticatedIdentities(false)
                        .supportedLoginProviders(Map.of(name, "app"))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Invalid supported login provider: " + name);
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
        Map<String, String> logins = login(login);
        String identity = world.getId(IdentityWorld.POOL, logins);

        assertThat(world.credentials(identity, logins).accessKeyId()).startsWith("ASIA");
    }

    private void assertRefused(ProviderLogin login, String message) {
        assertRefused(login(login), message);
    }

    private void assertRefused(Map<String, String> logins, String message) {
        assertThatThrownBy(() -> world.getId(IdentityWorld.POOL, logins))
                .isInstanceOfSatisfying(NotAuthorizedException.class, refused -> assertThat(
                                refused.awsErrorDetails().errorMessage())
                        .isEqualTo(message));
    }

    private static Map<String, String> login(ProviderLogin login) {
        return Map.of(login.provider(), login.idToken());
    }
}
