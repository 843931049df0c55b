package io.github.cognitoee.emulator;

import static io.github.cognitoee.emulator.IdentityWorld.DEVELOPER;
import static io.github.cognitoee.emulator.IdentityWorld.PARTNERS;
import static io.github.cognitoee.emulator.IdentityWorld.POOL;
import static io.github.cognitoee.emulator.LoginProvidersWorld.logins;
import static io.github.cognitoee.emulator.LoginProvidersWorld.user;
import static io.github.cognitoee.emulator.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.cognitoidentity.model.DescribeIdentityResponse;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceConflictException;

/** Logins at several providers that belong to one identity. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkedLoginsTest {

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
    void loginsAtSeveralProvidersAreLinked() {
        ProviderLogin google = people.google();
        ProviderLogin apple = people.apple();
        Map<String, String> all = new HashMap<>(logins(google, apple));
        all.put("graph.facebook.com", providers.facebook("app-at-facebook", user()));
        all.put(PARTNERS, world.partner().get(PARTNERS));

        String identity = world.getId(POOL, all);

        assertThat(world.getId(POOL, logins(apple))).isEqualTo(identity);
        assertThat(world.getId(POOL, world.partner())).isEqualTo(identity);
        assertThat(describe(identity).logins())
                .containsExactly("accounts.google.com", "appleid.apple.com", PARTNERS, "graph.facebook.com");
    }

    @Test
    void aLoginIsAddedToTheIdentityOfAnother() {
        ProviderLogin google = people.google();
        ProviderLogin apple = people.apple();
        String identity = world.getId(POOL, logins(google));

        world.credentials(identity, logins(google, apple));

        assertThat(world.getId(POOL, logins(apple))).isEqualTo(identity);
    }

    @Test
    void anotherLoginAloneOpensNoIdentity() {
        String identity = world.getId(POOL, logins(people.google()));

        assertRefused(
                () -> world.credentials(identity, logins(people.apple())),
                NotAuthorizedException.class,
                "Logins don't match. Please include at least one valid login for this identity or identity pool.");
    }

    @Test
    void identitiesWhoseLoginsComeTogetherAreMergedIntoTheOlder() {
        ProviderLogin google = people.google();
        ProviderLogin apple = people.apple();
        String older = world.getId(POOL, logins(google));
        world.clock.advance(Duration.ofSeconds(1));
        String younger = world.getId(POOL, logins(apple));

        String answered = world.anyone
                .getCredentialsForIdentity(
                        request -> request.identityId(younger).logins(logins(google, apple)))
                .identityId();

        assertThat(answered).isEqualTo(older).isNotEqualTo(younger);
        assertThat(world.getId(POOL, logins(apple))).isEqualTo(older);
        assertThat(describe(younger).logins()).isEmpty();
        assertForbidden(younger);
    }

    @Test
    void anIdentityTakesOneUserOfAProvider() {
        ProviderLogin apple = people.apple();
        world.getId(POOL, logins(people.google(), apple));

        assertRefused(
                () -> world.getId(POOL, logins(people.google(), apple)),
                ResourceConflictException.class,
                "The identity is linked to another user of accounts.google.com already.");
    }

    @Test
    void aGuestWhoSignsInKeepsTheIdentityUnlessTheUserHasOne() {
        ProviderLogin google = people.google();
        String first = world.guest();
        String second = world.guest();

        world.credentials(first, logins(google));
        world.credentials(second, logins(google));

        assertThat(world.getId(POOL, logins(google))).isEqualTo(first);
        assertForbidden(second);
    }

    @Test
    void anUnlinkedLoginHasAnotherIdentity() {
        ProviderLogin google = people.google();
        ProviderLogin apple = people.apple();
        String identity = world.getId(POOL, logins(google, apple));

        world.anyone.unlinkIdentity(request ->
                request.identityId(identity).logins(logins(google, apple)).loginsToRemove("appleid.apple.com"));

        assertThat(describe(identity).logins()).containsExactly("accounts.google.com");
        assertThat(world.getId(POOL, logins(apple))).isNotEqualTo(identity);
    }

    @Test
    void theTokenOfADeveloperIdentityNamesTheProvider() throws Exception {
        Map<String, String> both = new HashMap<>(logins(people.google()));
        String carol = user();
        both.put(DEVELOPER, carol);

        String token = world.admin
                .getOpenIdTokenForDeveloperIdentity(
                        request -> request.identityPoolId(POOL).logins(both))
                .token();

        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringListClaim("amr"))
                .containsExactly(
                        "authenticated", DEVELOPER, DEVELOPER + ":" + POOL + ":" + carol, "accounts.google.com");
    }

    private void assertForbidden(String identity) {
        assertRefused(
                () -> world.credentials(identity, Map.of()),
                NotAuthorizedException.class,
                "Access to Identity '" + identity + "' is forbidden.");
    }

    private DescribeIdentityResponse describe(String identity) {
        return world.admin.describeIdentity(request -> request.identityId(identity));
    }
}
