package io.github.cognitoee.emulator;

import static io.github.cognitoee.emulator.IdentityWorld.DEVELOPER;
import static io.github.cognitoee.emulator.IdentityWorld.MAPPED_POOL;
import static io.github.cognitoee.emulator.IdentityWorld.NO_POOL;
import static io.github.cognitoee.emulator.IdentityWorld.OWN;
import static io.github.cognitoee.emulator.IdentityWorld.POOL;
import static io.github.cognitoee.emulator.IdentityWorld.PROVIDER;
import static io.github.cognitoee.emulator.IdentityWorld.USERS;
import static io.github.cognitoee.emulator.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.cognitoidentity.model.DeveloperUserAlreadyRegisteredException;
import software.amazon.awssdk.services.cognitoidentity.model.GetOpenIdTokenForDeveloperIdentityRequest;
import software.amazon.awssdk.services.cognitoidentity.model.GetOpenIdTokenForDeveloperIdentityResponse;
import software.amazon.awssdk.services.cognitoidentity.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentity.model.LookupDeveloperIdentityRequest;
import software.amazon.awssdk.services.cognitoidentity.model.LookupDeveloperIdentityResponse;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceConflictException;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceNotFoundException;

/** Users of the developer's own, for whom the signature of the call vouches. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeveloperIdentitiesTest {

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
    void aUserHasTheSameIdentityEveryTime() {
        String user = newUser();

        assertThat(token(user).identityId()).isEqualTo(token(user).identityId());
        assertThat(token(newUser()).identityId()).isNotEqualTo(token(user).identityId());
    }

    @Test
    void theTokenNamesTheUserAndLastsAsLongAsAsked() throws Exception {
        JsonNode byDefault = claims(token("carol").token());
        JsonNode asked =
                claims(token("carol", request -> request.tokenDuration(60L)).token());

        assertThat(byDefault.get("amr"))
                .extracting(JsonNode::textValue)
                .containsExactly("authenticated", DEVELOPER, DEVELOPER + ":" + POOL + ":carol");
        assertThat(byDefault.get("exp").longValue() - byDefault.get("iat").longValue())
                .isEqualTo(900);
        assertThat(asked.get("exp").longValue() - asked.get("iat").longValue()).isEqualTo(60);
    }

    @Test
    void theTokenBuysCredentialsInTheEnhancedFlow() {
        GetOpenIdTokenForDeveloperIdentityResponse answer =
                token(newUser(), request -> request.principalTags(Map.of("team", "photos")));

        Credentials credentials = world.credentials(answer.identityId(), Map.of(OWN, answer.token()));

        assertThat(world.issued(credentials.accessKeyId()).roleArn()).isEqualTo(USERS);
        assertThat(world.issued(credentials.accessKeyId()).sessionTags()).isEqualTo(Map.of("team", "photos"));
    }

    @Test
    void theTokenBuysNothingForSomeoneElse() {
        String other = token(newUser()).identityId();

        assertRefused(
                () -> world.credentials(other, Map.of(OWN, token(newUser()).token())),
                NotAuthorizedException.class,
                MISMATCH);
    }

    @Test
    void anExpiredTokenBuysNothing() {
        GetOpenIdTokenForDeveloperIdentityResponse answer = token(newUser(), request -> request.tokenDuration(1L));
        world.clock.advance(Duration.ofSeconds(1));
        long now = world.clock.instant().getEpochSecond();

        assertRefused(
                () -> world.credentials(answer.identityId(), Map.of(OWN, answer.token())),
                NotAuthorizedException.class,
                "Invalid login token. Token expired: " + now + " >= " + now);
    }

    @Test
    void aTokenOfAUserPoolIsNoTokenOfTheIdentityService() {
        String identity = token(newUser()).identityId();

        assertRefused(
                () -> world.credentials(identity, Map.of(OWN, world.alice().idToken())),
                NotAuthorizedException.class,
                "Invalid login token. Issuer doesn't match providerName");
        assertRefused(
                () -> world.credentials(identity, Map.of(OWN, "not.a.token")),
                NotAuthorizedException.class,
                "Invalid login token. Not a valid OpenId Connect identity token.");
        assertRefused(
                () -> world.credentials(
                        identity,
                        Map.of(
                                OWN,
                                world.alice().withClaim("iss", "https://" + OWN).idToken())),
                NotAuthorizedException.class,
                "Invalid login token. Token signature invalid");
    }

    @Test
    void theNameOfTheProviderAloneOpensNothing() {
        assertRefused(
                () -> world.getId(POOL, Map.of(DEVELOPER, "carol")),
                NotAuthorizedException.class,
                "Token is not from a supported provider of this identity pool.");
    }

    @Test
    void aGuestBecomesAUser() {
        String guest = world.guest();
        String user = newUser();

        assertThat(token(user, request -> request.identityId(guest)).identityId())
                .isEqualTo(guest);
        assertThat(token(user).identityId()).isEqualTo(guest);
    }

    @Test
    void aUserOfAPoolIsLinkedByATokenOfThePool() {
        String user = newUser();
        Map<String, String> login = someone();
        String identity = world.getId(POOL, login);

        String linked = world.admin
                .getOpenIdTokenForDeveloperIdentity(request -> request.identityPoolId(POOL)
                        .identityId(identity)
                        .logins(Map.of(DEVELOPER, user, PROVIDER, login.get(PROVIDER))))
                .identityId();

        assertThat(linked).isEqualTo(identity);
        assertThat(lookup(request -> request.developerUserIdentifier(user)).identityId())
                .isEqualTo(identity);
        assertRefused(
                () -> token(newUser(), request -> request.identityId(identity)),
                NotAuthorizedException.class,
                MISMATCH);
    }

    @Test
    void aUserHasOneIdentity() {
        String user = newUser();
        token(user);

        assertRefused(
                () -> token(user, request -> request.identityId(world.guest())),
                DeveloperUserAlreadyRegisteredException.class,
                "The developer user identifier is registered with another identity already.");
    }

    @Test
    void otherProvidersAreNotTheDeveloper() {
        String message = "This identity pool does not support the specified developer provider.";

        assertRefused(
                () -> world.admin.getOpenIdTokenForDeveloperIdentity(
                        request -> request.identityPoolId(POOL).logins(Map.of("login.other.com", "carol"))),
                InvalidParameterException.class,
                message);
        assertRefused(
                () -> world.admin.getOpenIdTokenForDeveloperIdentity(
                        request -> request.identityPoolId(MAPPED_POOL).logins(Map.of(DEVELOPER, "carol"))),
                InvalidParameterException.class,
                message);
        assertRefused(
                () -> world.admin.lookupDeveloperIdentity(
                        request -> request.identityPoolId(MAPPED_POOL).developerUserIdentifier("carol")),
                InvalidParameterException.class,
                message);
    }

    @Test
    void usersAndIdentitiesAreLookedUpByEachOther() {
        String user = newUser();
        String identity = token(user).identityId();

        LookupDeveloperIdentityResponse byUser = lookup(request -> request.developerUserIdentifier(user));
        LookupDeveloperIdentityResponse byIdentity = lookup(request -> request.identityId(identity));

        assertThat(byUser.identityId()).isEqualTo(identity);
        assertThat(byIdentity.developerUserIdentifierList()).containsExactly(user);
    }

    @Test
    void whatDoesNotFitTogetherIsNotLookedUp() {
        String user = newUser();
        token(user);
        String other = token(newUser()).identityId();

        assertRefused(
                () -> lookup(request -> request.developerUserIdentifier(user).identityId(other)),
                ResourceConflictException.class,
                "The developer user identifier is registered with another identity.");
        assertRefused(
                () -> lookup(request -> request.developerUserIdentifier("nobody")),
                ResourceNotFoundException.class,
                "Developer user identifier not found.");
        assertRefused(
                () -> lookup(request -> {}),
                InvalidParameterException.class,
                "Either IdentityId or DeveloperUserIdentifier is required.");
        assertRefused(
                () -> world.admin.lookupDeveloperIdentity(
                        request -> request.identityPoolId(NO_POOL).developerUserIdentifier(user)),
                ResourceNotFoundException.class,
                "IdentityPool '" + NO_POOL + "' not found.");
    }

    @Test
    void theIdentityOfAnotherPoolIsNotFound() {
        String elsewhere = world.getId(MAPPED_POOL, someone());

        assertRefused(
                () -> lookup(request -> request.identityId(elsewhere)),
                ResourceNotFoundException.class,
                "Identity '" + elsewhere + "' not found.");
    }

    @Test
    void mergedUsersShareTheIdentityOfTheDestination() {
        String source = newUser();
        String destination = newUser();
        token(source);
        String survivor = token(destination).identityId();

        String merged = world.admin
                .mergeDeveloperIdentities(request -> request.identityPoolId(POOL)
                        .developerProviderName(DEVELOPER)
                        .sourceUserIdentifier(source)
                        .destinationUserIdentifier(destination))
                .identityId();

        assertThat(merged).isEqualTo(survivor);
        assertThat(token(source).identityId()).isEqualTo(survivor);
        assertThat(lookup(request -> request.identityId(survivor)).developerUserIdentifierList())
                .containsExactlyInAnyOrder(source, destination);
    }

    @Test
    void usersOfDifferentPeopleInOneUserPoolAreNotMerged() {
        String one = linkedUser();
        String other = linkedUser();

        assertRefused(
                () -> world.admin.mergeDeveloperIdentities(request -> request.identityPoolId(POOL)
                        .developerProviderName(DEVELOPER)
                        .sourceUserIdentifier(one)
                        .destinationUserIdentifier(other)),
                ResourceConflictException.class,
                "The identity is linked to another user of " + PROVIDER + " already.");
    }

    @Test
    void anUnlinkedUserGetsAnIdentityOfTheirOwn() {
        String user = newUser();
        String identity = token(user).identityId();

        world.admin.unlinkDeveloperIdentity(request -> request.identityPoolId(POOL)
                .identityId(identity)
                .developerProviderName(DEVELOPER)
                .developerUserIdentifier(user));

        assertThat(token(user).identityId()).isNotEqualTo(identity);
        assertRefused(
                () -> world.admin.unlinkDeveloperIdentity(request -> request.identityPoolId(POOL)
                        .identityId(identity)
                        .developerProviderName(DEVELOPER)
                        .developerUserIdentifier(user)),
                ResourceConflictException.class,
                "The identity is not linked to this developer user identifier.");
    }

    private String linkedUser() {
        String user = newUser();
        world.admin.getOpenIdTokenForDeveloperIdentity(request -> request.identityPoolId(POOL)
                .logins(Map.of(DEVELOPER, user, PROVIDER, someone().get(PROVIDER))));
        return user;
    }

    private Map<String, String> someone() {
        return world.login(world.alice().withClaim("sub", UUID.randomUUID().toString()));
    }

    private static String newUser() {
        return "user-" + UUID.randomUUID();
    }

    private GetOpenIdTokenForDeveloperIdentityResponse token(String user) {
        return token(user, request -> {});
    }

    private GetOpenIdTokenForDeveloperIdentityResponse token(
            String user, Consumer<GetOpenIdTokenForDeveloperIdentityRequest.Builder> more) {
        return world.admin.getOpenIdTokenForDeveloperIdentity(
                request -> more.accept(request.identityPoolId(POOL).logins(Map.of(DEVELOPER, user))));
    }

    private LookupDeveloperIdentityResponse lookup(Consumer<LookupDeveloperIdentityRequest.Builder> more) {
        return world.admin.lookupDeveloperIdentity(request -> more.accept(request.identityPoolId(POOL)));
    }

    private static JsonNode claims(String token) throws Exception {
        return new ObjectMapper().readTree(TokenText.of(token).payload());
    }
}
