package io.github.cognitoee.internal.identitypool;

import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static io.github.cognitoee.internal.jwt.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.IssuedRole;
import io.github.cognitoee.RoleChoice;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.caller.Requests;
import io.github.cognitoee.internal.config.ClassicConfig;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.jwt.MovableClock;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RolesTest {

    private static final String USERS = "arn:aws:iam::123456789012:role/Users";
    private static final String ADMINS = "arn:aws:iam::123456789012:role/staff/Admins";
    private static final String GUESTS = "arn:aws:iam::123456789012:role/Guests";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final FakeIdentityPool pool = new FakeIdentityPool(clock);
    private final FakeSts sts = new FakeSts();
    private final Requests requests = new Requests();
    private final CognitoIdentity identity = identity(true);

    @Test
    void theRoleOfTheTokensPreferenceIsToldToBe() {
        signIn(Optional.of(USERS), ADMINS, USERS);

        assertThat(identity.role()).isEqualTo(new IssuedRole(USERS, RoleChoice.PREFERRED_BY_TOKEN));
        assertThat(identity.roleArn()).isEqualTo(USERS);
    }

    @Test
    void thePathOfARoleIsTheTokensSinceStsTellsNone() {
        signIn(Optional.of(ADMINS), ADMINS, USERS);
        sts.assumed("Admins");

        assertThat(identity.role()).isEqualTo(new IssuedRole(ADMINS, RoleChoice.PREFERRED_BY_TOKEN));
    }

    @Test
    void theOnlyRoleOfATokenIsToldToBe() {
        signIn(Optional.empty(), USERS);

        assertThat(identity.role()).isEqualTo(new IssuedRole(USERS, RoleChoice.ONLY_ONE_OF_TOKEN));
    }

    @Test
    void aTokenOfSeveralRolesWithoutAPreferenceIsAmbiguous() {
        signIn(Optional.empty(), ADMINS, USERS);

        assertThat(identity.role()).isEqualTo(new IssuedRole(USERS, RoleChoice.AMBIGUOUS_IN_TOKEN));
    }

    @Test
    void aRoleThatTheTokenDoesNotSpeakOfIsThePools() {
        signIn(Optional.empty());

        assertThat(identity.role()).isEqualTo(new IssuedRole(USERS, RoleChoice.BY_POOL));
    }

    @Test
    void aRoleOtherThanTheTokensPreferenceIsThePools() {
        signIn(Optional.of(ADMINS), ADMINS, USERS);

        assertThat(identity.role()).isEqualTo(new IssuedRole(USERS, RoleChoice.BY_POOL));
    }

    @Test
    void aRoleOfTheSameNameInAnotherAccountIsAnotherRole() {
        signIn(Optional.of("arn:aws:iam::999999999999:role/Users"), "arn:aws:iam::999999999999:role/Users");

        assertThat(identity.role()).isEqualTo(new IssuedRole(USERS, RoleChoice.BY_POOL));
    }

    @Test
    void aRoleThatWasAskedForIsToldToBe() {
        signIn(Optional.of(USERS), ADMINS, USERS);
        sts.assumed("Admins");

        assertThat(identity.withRole(ADMINS).role()).isEqualTo(new IssuedRole(ADMINS, RoleChoice.REQUESTED));
        assertThat(identity.withRole(ADMINS).captured().role().choice()).isEqualTo(RoleChoice.REQUESTED);
    }

    @Test
    void theRoleOfTheConfigurationIsToldToBeWhateverTheTokenGives() {
        CognitoIdentity classic = identityInClassicFlow(ADMINS);
        signIn(Optional.of(USERS), ADMINS, USERS);
        sts.assumed("Admins");
        assertThat(classic.role()).isEqualTo(new IssuedRole(ADMINS, RoleChoice.CONFIGURED));

        signIn(Optional.empty(), ADMINS, USERS);
        assertThat(classic.role()).isEqualTo(new IssuedRole(ADMINS, RoleChoice.CONFIGURED));

        signIn(Optional.empty());
        assertThat(classic.role()).isEqualTo(new IssuedRole(ADMINS, RoleChoice.CONFIGURED));
    }

    @Test
    void whatWasAskedForIsNotThatOfTheConfiguration() {
        CognitoIdentity classic = identityInClassicFlow(ADMINS);
        signIn(Optional.of(USERS), ADMINS, USERS);

        assertThat(classic.withRole(USERS).role()).isEqualTo(new IssuedRole(USERS, RoleChoice.REQUESTED));
    }

    @Test
    void rolesAreThoseOfTheIdTokenAndNobodyIsAsked() {
        signIn(Optional.of(USERS), ADMINS, USERS);

        assertThat(identity.awsRoles()).containsExactly(ADMINS, USERS);
        assertThat(identity.preferredAwsRole()).contains(USERS);
        assertThat(identity.captured().awsRoles()).containsExactly(ADMINS, USERS);
        assertThat(identity.captured().preferredAwsRole()).contains(USERS);
        assertThat(pool.calls()).isEmpty();
        assertThat(sts.calls()).isZero();
    }

    /** As where an access token let the caller in. */
    @Test
    void rolesAreOfTheIdTokenThatCameWithAnAccessToken() {
        VerifiedJwt idToken = verified(idToken(Map.of("sub", "alice", "cognito:roles", List.of(USERS))));
        VerifiedJwt accessToken = verified(accessToken(Map.of("sub", "alice")));
        requests.of(new CognitoCallerPrincipal("alice", accessToken, accessToken.groups(), () -> new IdToken(idToken)));

        assertThat(identity.awsRoles()).containsExactly(USERS);
        assertThat(identity.preferredAwsRole()).isEmpty();
    }

    @Test
    void stsIsAskedOnceForEachCredentialsAndOnlyWhereSomebodyAsks() {
        signIn(Optional.of(USERS), USERS);
        identity.credentials().resolveCredentials();
        assertThat(sts.calls()).isZero();

        identity.role();
        identity.captured().role();
        assertThat(sts.calls()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(59));
        identity.role();
        assertThat(sts.calls()).isEqualTo(2);
    }

    @Test
    void aRoleThatTheTokenDoesNotNameIsRefusedWithoutACall() {
        signIn(Optional.of(USERS), USERS);

        assertThatThrownBy(() -> identity.withRole(GUESTS).credentials().resolveCredentials())
                .isInstanceOfSatisfying(IdentityPoolRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(IdentityPoolRefusal.ROLE_NOT_HELD))
                .hasMessage("The caller does not hold the role arn:aws:iam::123456789012:role/Guests: cognito:roles of"
                        + " the ID token are [arn:aws:iam::123456789012:role/Users]. Ask for one of these, or give a"
                        + " group of the caller this role; if the identity pool chooses by rules, set"
                        + " cognito.identity-pool.check-roles=false");
        assertThat(pool.calls()).isEmpty();
    }

    @Test
    void thePoolIsAskedForARoleWhereTheTokenNamesNone() {
        signIn(Optional.empty());

        identity.withRole(GUESTS).credentials().resolveCredentials();

        assertThat(pool.calls()).containsExactly("GetId alice", "GetCredentials alice-1 " + GUESTS);
    }

    @Test
    void thePoolIsAskedForAnyRoleWhereItChoosesByRules() {
        signIn(Optional.of(USERS), USERS);

        identity(false).withRole(GUESTS).credentials().resolveCredentials();

        assertThat(pool.calls()).containsExactly("GetId alice", "GetCredentials alice-1 " + GUESTS);
    }

    private CognitoIdentity identity(boolean checkRoles) {
        return identity(config().checkRoles(checkRoles).build());
    }

    private CognitoIdentity identityInClassicFlow(String role) {
        return identity(config().classic(Optional.of(
                        new ClassicConfig(Optional.of(role), Optional.empty(), Duration.ofHours(1), Optional.empty())))
                .build());
    }

    private static IdentityPoolConfig.Builder config() {
        return IdentityPoolConfig.of("eu-west-1:1f0a6e2c-0000-4000-8000-000000000001", new Region("eu-west-1"));
    }

    private CognitoIdentity identity(IdentityPoolConfig config) {
        ConnectedPool connected = TestPools.connected(
                pool,
                sts,
                config,
                Applicants.byIdToken(config),
                requests.currentCaller(),
                clock,
                CredentialsListener.NONE);
        return new InjectedIdentity(
                new CallerCredentials(requests.currentCaller(), Optional.of(connected), clock), Optional.empty());
    }

    private void signIn(Optional<String> preferred, String... roles) {
        Map<String, Object> claims = new HashMap<>(Map.of("sub", "alice", "exp", 1_795_179_600));
        preferred.ifPresent(role -> claims.put("cognito:preferred_role", role));
        if (roles.length > 0) {
            claims.put("cognito:roles", List.of(roles));
        }
        VerifiedJwt token = verified(idToken(claims));
        requests.of(new CognitoCallerPrincipal("alice", token, token.groups(), () -> new IdToken(token)));
    }
}
