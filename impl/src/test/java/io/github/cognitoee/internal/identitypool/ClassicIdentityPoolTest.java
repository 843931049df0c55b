package io.github.cognitoee.internal.identitypool;

import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static io.github.cognitoee.internal.jwt.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.config.ClassicConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class ClassicIdentityPoolTest {

    private static final String REPORTS = "arn:aws:iam::123456789012:role/Reports";
    private static final String USERS = "arn:aws:iam::123456789012:role/Users";
    private static final String ADMINS = "arn:aws:iam::123456789012:role/Admins";
    private static final String GUESTS = "arn:aws:iam::123456789012:role/Guests";
    private static final Optional<String> NO_ROLE = Optional.empty();

    private final List<String> assumed = new ArrayList<>();

    @Test
    void theRoleThatIsAskedForComesFirst() {
        pool(Optional.of(REPORTS)).credentials("id-1", alice(Optional.of(USERS), USERS), Optional.of(ADMINS));

        assertThat(assumed).containsExactly(ADMINS + " for id-1 by token-of-id-1");
    }

    @Test
    void thenTheOneOfTheConfiguration() {
        pool(Optional.of(REPORTS)).credentials("id-1", alice(Optional.of(USERS), USERS), NO_ROLE);

        assertThat(assumed).containsExactly(REPORTS + " for id-1 by token-of-id-1");
    }

    @Test
    void thenTheOneThatTheTokenPrefers() {
        pool(Optional.empty()).credentials("id-1", alice(Optional.of(USERS), ADMINS, USERS), NO_ROLE);

        assertThat(assumed).containsExactly(USERS + " for id-1 by token-of-id-1");
    }

    @Test
    void thenTheOnlyOneThatItHas() {
        pool(Optional.empty()).credentials("id-1", alice(Optional.empty(), ADMINS), NO_ROLE);

        assertThat(assumed).containsExactly(ADMINS + " for id-1 by token-of-id-1");
    }

    @Test
    void aTokenThatDoesNotDecideIsRefusedWithTheWaysOut() {
        assertThatThrownBy(() ->
                        pool(Optional.empty()).credentials("id-1", alice(Optional.empty(), ADMINS, USERS), NO_ROLE))
                .isInstanceOfSatisfying(IdentityPoolRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(IdentityPoolRefusal.AMBIGUOUS_ROLE))
                .hasMessage(
                        "In the classic flow somebody has to choose the role, and neither the request nor the ID token"
                                + " does, whose cognito:roles are [" + ADMINS + ", " + USERS
                                + "]: ask for a role by withRole, or set cognito.identity-pool.classic.role");
        assertThat(assumed).isEmpty();
    }

    @Test
    void guestsHaveTheRoleOfTheConfiguration() {
        pool(Optional.of(REPORTS)).credentials("id-1", Applicant.GUEST, NO_ROLE);

        assertThat(assumed).containsExactly(GUESTS + " for id-1 by token-of-id-1");
    }

    @Test
    void guestsAreRefusedWithoutARoleForThem() {
        ClassicIdentityPool withoutGuests = new ClassicIdentityPool(
                new Tokens(),
                this::assume,
                new ClassicConfig(Optional.of(REPORTS), Optional.empty(), Duration.ofHours(1), Optional.empty()));

        assertThatThrownBy(() -> withoutGuests.credentials("id-1", Applicant.GUEST, NO_ROLE))
                .hasMessage("In the classic flow guests need a role: set cognito.identity-pool.classic.guest-role");
    }

    @Test
    void aTokenOfThePoolIsNotPrinted() {
        assertThat(new OpenIdTokens.OpenIdToken("id-1", "secret")).hasToString("OpenIdToken[identityId=id-1]");
    }

    private ClassicIdentityPool pool(Optional<String> role) {
        return new ClassicIdentityPool(
                new Tokens(),
                this::assume,
                new ClassicConfig(role, Optional.of(GUESTS), Duration.ofHours(1), Optional.empty()));
    }

    private IssuedCredentials assume(String role, OpenIdTokens.OpenIdToken token) {
        assumed.add(role + " for " + token.identityId() + " by " + token.token());
        return new IssuedCredentials(
                token.identityId(), AwsSessionCredentials.create("AKID", "secret", "session"), Instant.MAX);
    }

    private static Applicant alice(Optional<String> preferred, String... roles) {
        Map<String, Object> claims = new HashMap<>(Map.of("sub", "alice", "cognito:roles", List.of(roles)));
        preferred.ifPresent(role -> claims.put("cognito:preferred_role", role));
        return Applicant.of(new IdToken(verified(idToken(claims))));
    }

    private static final class Tokens implements OpenIdTokens {

        @Override
        public String identityId(Applicant applicant) {
            return "id-1";
        }

        @Override
        public OpenIdToken openIdToken(String identityId, Applicant applicant) {
            return new OpenIdToken(identityId, "token-of-" + identityId);
        }
    }
}
