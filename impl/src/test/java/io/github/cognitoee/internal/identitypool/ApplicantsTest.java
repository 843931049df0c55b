package io.github.cognitoee.internal.identitypool;

import static io.github.cognitoee.internal.identitypool.TestCallers.STAFF;
import static io.github.cognitoee.internal.identitypool.TestCallers.applicants;
import static io.github.cognitoee.internal.identitypool.TestCallers.byAccessToken;
import static io.github.cognitoee.internal.identitypool.TestCallers.byIdToken;
import static io.github.cognitoee.internal.identitypool.TestCallers.google;
import static io.github.cognitoee.internal.identitypool.TestCallers.machine;
import static io.github.cognitoee.internal.identitypool.TestCallers.vouching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.IdTokenRequiredException;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.config.DeveloperConfig;
import io.github.cognitoee.internal.config.DeveloperRates;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.spi.DeveloperUser;
import io.github.cognitoee.spi.DeveloperUsers;
import io.github.cognitoee.spi.LoginSource;
import io.github.cognitoee.spi.ProviderLogin;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicantsTest {

    private static final IdentityPoolConfig PLAIN =
            IdentityPoolConfig.of(TestCallers.POOL, new Region("eu-west-1")).build();
    private static final IdentityPoolConfig VOUCHING = vouching(Map.of());
    private static final Optional<DeveloperUsers> NO_BEAN = Optional.empty();

    @Test
    void whoHasAnIdTokenIsNotVouchedFor() {
        Applicant alice = applicants(VOUCHING, NO_BEAN, List.of()).of(byIdToken("alice"));

        assertThat(alice.idToken()).isPresent();
        assertThat(alice.isVouchedFor()).isFalse();
        assertThat(alice.person().subject()).isEqualTo("alice");
    }

    @Test
    void whoHasAnAccessTokenIsTheUserOfItsSubjectUntilItExpires() {
        Applicant alice = applicants(VOUCHING, NO_BEAN, List.of()).of(byAccessToken(Map.of("sub", "alice")));

        assertThat(alice.developerUser()).contains(DeveloperUser.of("alice"));
        assertThat(alice.idToken()).isEmpty();
        assertThat(alice.person().provedUntil()).isEqualTo(Instant.parse("2026-11-20T11:00:00Z"));
    }

    @Test
    void usersOfAnotherUserPoolAreKnownByItToo() {
        VouchedUsers users = new VouchedUsers(developer(Map.of()), "eu-west-1_Primary", NO_BEAN);

        assertThat(users.userOf(byAccessToken(Map.of("sub", "alice"))))
                .contains(DeveloperUser.of("eu-west-1_AbCdEfGhI/alice"));
    }

    @Test
    void claimsBecomeTagsUnlessTheyAreListsOrAbsent() {
        VouchedUsers users = new VouchedUsers(
                developer(Map.of(
                        "name", "username", "level", "level", "vip", "vip", "groups", "cognito:groups", "x", "absent")),
                "eu-west-1_AbCdEfGhI",
                NO_BEAN);

        DeveloperUser user = users.userOf(byAccessToken(Map.of(
                        "sub", "alice", "username", "Alice", "level", 3, "vip", true, "cognito:groups", List.of("a"))))
                .orElseThrow();

        assertThat(user.principalTags()).isEqualTo(Map.of("name", "Alice", "level", "3", "vip", "true"));
    }

    @Test
    void theApplicationsOwnTagsWinOverClaims() {
        DeveloperUsers bean = caller -> Optional.of(
                DeveloperUser.of("account-7").withTag("name", "chosen").withTag("team", "red"));
        VouchedUsers users =
                new VouchedUsers(developer(Map.of("name", "username")), "eu-west-1_AbCdEfGhI", Optional.of(bean));

        DeveloperUser user =
                users.userOf(byAccessToken(Map.of("username", "alice"))).orElseThrow();

        assertThat(user.identifier()).isEqualTo("account-7");
        assertThat(user.principalTags()).isEqualTo(Map.of("name", "chosen", "team", "red"));
    }

    @Test
    void theApplicationsBeanVouchesForMachinesAndForWhomAnotherMechanismKnows() {
        DeveloperUsers bean = caller -> Optional.of(DeveloperUser.of("own/" + caller.getName()));
        Applicants applicants = applicants(VOUCHING, Optional.of(bean), List.of());

        assertThat(applicants.of(machine()).developerUser()).contains(DeveloperUser.of("own/client:web"));
        assertThat(applicants.of(STAFF).developerUser()).contains(DeveloperUser.of("own/sam"));
        assertThat(applicants.of(STAFF).person()).isEqualTo(new Person("", "sam", "", Instant.MAX));
    }

    @Test
    void withoutAWayForThemAMachineIsToldIt() {
        assertThatThrownBy(() -> applicants(VOUCHING, NO_BEAN, List.of()).of(machine()))
                .isInstanceOfSatisfying(IdentityPoolRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(IdentityPoolRefusal.NO_LOGIN))
                .hasMessage("A machine is calling, client:web, which has no ID token: vouch for it by a bean of type"
                        + " DeveloperUsers, with cognito.identity-pool.developer.provider set");
    }

    @Test
    void withoutAWayForThemWhomAnotherMechanismKnowsIsToldIt() {
        assertThatThrownBy(() -> applicants(VOUCHING, NO_BEAN, List.of()).of(STAFF))
                .isInstanceOfSatisfying(IdentityPoolRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(IdentityPoolRefusal.NO_LOGIN))
                .hasMessage(
                        "Another mechanism or identity store of the application signed sam in, and no login of theirs"
                                + " is known that the identity pool could take: name one by a bean of type LoginSource, or"
                                + " vouch for them by a bean of type DeveloperUsers, with"
                                + " cognito.identity-pool.developer.provider set");
    }

    @Test
    void withoutAWayForThemWhoHasAnAccessTokenIsAskedForAnIdToken() {
        assertThatThrownBy(() -> applicants(PLAIN, NO_BEAN, List.of()).of(byAccessToken(Map.of())))
                .isInstanceOf(IdTokenRequiredException.class);
        assertThatThrownBy(() -> applicants(VOUCHING, Optional.of(caller -> Optional.empty()), List.of())
                        .of(byAccessToken(Map.of())))
                .isInstanceOf(IdTokenRequiredException.class);
    }

    @Test
    void aLoginElsewhereIsEnoughForAnybody() {
        Applicants applicants = applicants(PLAIN, NO_BEAN, List.of(google()));

        for (Principal caller : List.of(STAFF, machine(), byAccessToken(Map.of()))) {
            Applicant applicant = applicants.of(caller);
            assertThat(applicant.isVouchedFor()).isFalse();
            assertThat(ShownLogins.of(PLAIN, applicant))
                    .isEqualTo(Map.of("accounts.google.com", "token-of-" + caller.getName()));
        }
    }

    @Test
    void loginsOfSeveralBeansAreShownBesideTheIdToken() {
        LoginSource facebook = caller -> List.of(ProviderLogin.of("graph.facebook.com", "al", () -> "token-of-al"));

        Applicant alice =
                applicants(PLAIN, NO_BEAN, List.of(google(), facebook)).of(byIdToken("alice"));

        assertThat(ShownLogins.of(PLAIN, alice))
                .hasSize(3)
                .containsKey("cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI")
                .containsEntry("accounts.google.com", "token-of-alice")
                .containsEntry("graph.facebook.com", "token-of-al");
    }

    @Test
    void tokensAreNotAskedForBeforeTheyAreShown() {
        LoginSource unwilling = caller -> List.of(ProviderLogin.of("accounts.google.com", "alice", () -> {
            throw new AssertionError("asked");
        }));

        Applicant alice = applicants(PLAIN, NO_BEAN, List.of(unwilling)).of(byIdToken("alice"));

        assertThat(CredentialsKey.LoginKey.of(CredentialsKey.PersonKey.of(PLAIN, alice.person()), PLAIN, alice)
                        .linked())
                .containsExactly(new CredentialsKey.LinkedUser("accounts.google.com", "alice"));
    }

    @ParameterizedTest
    @CsvSource({
        "accounts.google.com, accounts.google.com",
        "https://login.example.com/tenant, login.example.com/tenant",
        "arn:aws:iam::123456789012:oidc-provider/login.example.com/tenant, login.example.com/tenant",
        "arn:aws-cn:iam::123456789012:oidc-provider/login.example.com, login.example.com",
        "arn:aws:iam::123456789012:saml-provider/Staff, arn:aws:iam::123456789012:saml-provider/Staff"
    })
    void providersAreShownAsIdentityPoolsKnowThem(String named, String shown) {
        LoginSource source = caller -> List.of(ProviderLogin.of(named, "alice", () -> "token"));

        Applicant alice = applicants(PLAIN, NO_BEAN, List.of(source)).of(STAFF);

        assertThat(ShownLogins.of(PLAIN, alice)).isEqualTo(Map.of(shown, "token"));
    }

    @ParameterizedTest
    @CsvSource({
        "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI",
        "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI",
        "cognito-identity.amazonaws.com"
    })
    void aProviderWhoseLoginIsThereAlreadyIsRefused(String provider) {
        LoginSource source = caller -> List.of(ProviderLogin.of(provider, "alice", () -> "token"));
        Applicants applicants = applicants(PLAIN, NO_BEAN, List.of(source));

        assertThatThrownBy(() -> applicants.of(byIdToken("alice")))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0072: a bean of type LoginSource named a login at "
                        + provider.replace("https://", "")
                        + ", which the library or another login has already: each provider may be named once for a"
                        + " caller");
    }

    @Test
    void aProviderThatTwoBeansNameIsRefused() {
        Applicants applicants = applicants(PLAIN, NO_BEAN, List.of(google(), google()));

        assertThatThrownBy(() -> applicants.of(STAFF))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessageStartingWith("COG-0072: a bean of type LoginSource named a login at accounts.google.com,");
    }

    @Test
    void moreLoginsThanAPoolTakesAreRefused() {
        LoginSource ten = caller -> IntStream.range(0, 10)
                .mapToObj(i -> ProviderLogin.of("login" + i + ".example.com", "alice", () -> "token"))
                .toList();

        assertThat(applicants(PLAIN, NO_BEAN, List.of(ten)).of(STAFF).others()).hasSize(10);
        assertThatThrownBy(() -> applicants(PLAIN, NO_BEAN, List.of(ten)).of(byIdToken("alice")))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage(
                        "COG-0072: beans of type LoginSource named 10 logins for one caller; an identity pool takes 10,"
                                + " the one of the user pool or of the developer provider included");
    }

    @Test
    void aLoginWithoutATokenIsRefused() {
        LoginSource source = caller -> List.of(ProviderLogin.of("accounts.google.com", "alice", () -> " "));
        Applicant alice = applicants(PLAIN, NO_BEAN, List.of(source)).of(STAFF);

        assertThatThrownBy(() -> ShownLogins.of(PLAIN, alice))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0072: a bean of type LoginSource named a login at accounts.google.com, and supplied no"
                        + " token of it");
    }

    @Test
    void nothingIsPrintedOfWhoAsks() {
        Applicant alice = applicants(VOUCHING, NO_BEAN, List.of(google())).of(byAccessToken(Map.of("sub", "alice")));

        assertThat(alice).hasToString("Applicant");
        assertThat(alice.others()).hasToString("[ProviderLogin[accounts.google.com]]");
        assertThat(alice.developerUser()).hasToString("Optional[DeveloperUser]");
    }

    private static DeveloperConfig developer(Map<String, String> claimsByTag) {
        return new DeveloperConfig(TestCallers.PROVIDER, Duration.ofMinutes(15), claimsByTag, DeveloperRates.DEFAULT);
    }
}
