package io.github.cognitoee.internal.caller;

import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static io.github.cognitoee.internal.jwt.TestTokens.machineToken;
import static io.github.cognitoee.internal.jwt.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.CognitoCaller;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InjectedCallerTest {

    private static final String SUB = "34c84488-e0e1-70ae-d2ee-991ad1a898c8";

    private final Requests requests = new Requests();
    private final CognitoCaller caller = new InjectedCaller(requests.currentCaller());

    @Test
    void tellsAPersonFromTheirAccessToken() {
        signIn("alice", accessToken(Map.of()));

        assertThat(caller.isAnonymous()).isFalse();
        assertThat(caller.isMachine()).isFalse();
        assertThat(caller.name()).contains("alice");
        assertThat(caller.issuer()).contains("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI");
        assertThat(caller.sub()).contains(SUB);
        assertThat(caller.username()).contains("alice");
        assertThat(caller.email()).isEmpty();
        assertThat(caller.clientId()).contains("web");
        assertThat(caller.tokenUse()).contains("access");
        assertThat(caller.groups()).containsExactly("editors", "admins");
        assertThat(caller.roles()).containsExactly("members");
        assertThat(caller.scopes()).containsExactly("openid", "photos/read");
        assertThat(caller.authenticatedAt()).contains(Instant.parse("2026-11-20T09:59:00Z"));
        assertThat(caller.expiresAt()).contains(Instant.parse("2026-11-20T11:00:00Z"));
    }

    @Test
    void tellsAPersonFromTheirIdToken() {
        signIn("alice", idToken(Map.of("auth_time", 1_795_000_000)));

        assertThat(caller.tokenUse()).contains("id");
        assertThat(caller.username()).contains("alice");
        assertThat(caller.email()).contains("alice@example.com");
        assertThat(caller.clientId()).contains("web");
        assertThat(caller.scopes()).isEmpty();
        assertThat(caller.authenticatedAt()).contains(Instant.ofEpochSecond(1_795_000_000));
    }

    @Test
    void anEmailThatIsNotVerifiedIsNotTold() {
        signIn("alice", idToken(Map.of("email_verified", false)));

        assertThat(caller.email()).isEmpty();
    }

    @Test
    void anEmailThatIsVerifiedByWordOnlyIsNotTold() {
        signIn("alice", idToken(Map.of("email_verified", "true")));

        assertThat(caller.email()).isEmpty();
    }

    @Test
    void tellsTheAwsRolesOfAnIdToken() {
        signIn(
                "alice",
                idToken(Map.of(
                        "cognito:roles",
                        List.of("arn:aws:iam::1:role/A", "arn:aws:iam::1:role/B"),
                        "cognito:preferred_role",
                        "arn:aws:iam::1:role/B")));

        assertThat(caller.awsRoles()).containsExactly("arn:aws:iam::1:role/A", "arn:aws:iam::1:role/B");
        assertThat(caller.preferredAwsRole()).contains("arn:aws:iam::1:role/B");
    }

    @Test
    void aTokenWithoutAwsRolesHasNoneWhateverAnAccessTokenClaims() {
        signIn("alice", idToken(Map.of()));
        assertThat(caller.awsRoles()).isEmpty();
        assertThat(caller.preferredAwsRole()).isEmpty();

        signIn(
                "alice",
                accessToken(Map.of(
                        "cognito:roles",
                        List.of("arn:aws:iam::1:role/A"),
                        "cognito:preferred_role",
                        "arn:aws:iam::1:role/A")));
        assertThat(caller.awsRoles()).isEmpty();
        assertThat(caller.preferredAwsRole()).isEmpty();
    }

    @Test
    void tellsAMachine() {
        signIn("client:web", machineToken());

        assertThat(caller.isAnonymous()).isFalse();
        assertThat(caller.isMachine()).isTrue();
        assertThat(caller.name()).contains("client:web");
        assertThat(caller.username()).isEmpty();
        assertThat(caller.groups()).isEmpty();
        assertThat(caller.scopes()).containsExactly("openid", "photos/read");
    }

    @Test
    void tellsNothingOfNobody() {
        requests.blank();

        assertNobody();
    }

    @Test
    void tellsNothingWhereNoRequestIsServed() {
        signIn("alice", accessToken(Map.of()));
        requests.none();

        assertNobody();
    }

    @Test
    void tellsTheCallerInADispatchWithoutARequestScope() {
        signIn("alice", accessToken(Map.of()));
        requests.dispatched();

        assertThat(caller.name()).contains("alice");
    }

    @Test
    void tellsNothingWhenTheDispatchHasEnded() {
        signIn("alice", accessToken(Map.of()));
        requests.dispatched();
        requests.none();

        assertNobody();
    }

    @Test
    void tellsNothingAfterSignOutInADispatch() {
        signIn("alice", accessToken(Map.of()));
        requests.dispatched();
        requests.signOut();

        assertNobody();
    }

    @Test
    void tellsNothingAfterSignOut() {
        signIn("alice", accessToken(Map.of()));
        requests.signOut();

        assertNobody();
    }

    private void assertNobody() {
        assertThat(caller.isAnonymous()).isTrue();
        assertThat(caller.isMachine()).isFalse();
        assertThat(caller.name()).isEmpty();
        assertThat(caller.issuer()).isEmpty();
        assertThat(caller.sub()).isEmpty();
        assertThat(caller.username()).isEmpty();
        assertThat(caller.email()).isEmpty();
        assertThat(caller.clientId()).isEmpty();
        assertThat(caller.tokenUse()).isEmpty();
        assertThat(caller.groups()).isEmpty();
        assertThat(caller.roles()).isEmpty();
        assertThat(caller.scopes()).isEmpty();
        assertThat(caller.authenticatedAt()).isEmpty();
        assertThat(caller.expiresAt()).isEmpty();
    }

    private void signIn(String name, String token) {
        VerifiedJwt verified = verified(token);
        requests.of(new CognitoCallerPrincipal(name, verified, Set.of("members"), () -> new IdToken(verified)));
    }
}
