package io.github.cognitoee.internal.identitypool;

import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static io.github.cognitoee.internal.jwt.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.config.ClassicConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeldRolesTest {

    private static final String USERS = "arn:aws:iam::123456789012:role/Users";
    private static final String ADMINS = "arn:aws:iam::123456789012:role/Admins";
    private static final Optional<ClassicConfig> ENHANCED = Optional.empty();

    @Test
    void aRoleThatTheTokenNamesIsHeld() {
        assertThatCode(() -> HeldRoles.require(ADMINS, holding(ADMINS, USERS), ENHANCED))
                .doesNotThrowAnyException();
        assertThatCode(() -> HeldRoles.require(ADMINS, holding(ADMINS, USERS), classic(Optional.empty())))
                .doesNotThrowAnyException();
    }

    @Test
    void aRoleThatTheTokenDoesNotNameIsNotHeld() {
        assertThatThrownBy(() -> HeldRoles.require(ADMINS, holding(USERS), ENHANCED))
                .isInstanceOf(IdentityPoolRefusedException.class)
                .hasMessage(
                        "The caller does not hold the role " + ADMINS + ": cognito:roles of the ID token are [" + USERS
                                + "]. Ask for one of these, or give a group of the caller this role; if the identity pool chooses"
                                + " by rules, set cognito.identity-pool.check-roles=false");
    }

    @Test
    void wherePoolsDecideTheyAreAskedForWhoHoldsNone() {
        assertThatCode(() -> HeldRoles.require(ADMINS, holding(), ENHANCED)).doesNotThrowAnyException();
    }

    @Test
    void whereTheyDoNotWhoHoldsNoneIsGivenNone() {
        assertThatThrownBy(() -> HeldRoles.require(ADMINS, holding(), classic(Optional.of(USERS))))
                .isInstanceOf(IdentityPoolRefusedException.class)
                .hasMessage("The caller does not hold the role " + ADMINS
                        + ": cognito:roles of the ID token are []. Ask for"
                        + " one of these, or give a group of the caller this role");
    }

    @Test
    void theRoleThatIsConfiguredForEverybodyIsHeldByEverybody() {
        assertThatCode(() -> HeldRoles.require(USERS, holding(), classic(Optional.of(USERS))))
                .doesNotThrowAnyException();
    }

    private static Optional<ClassicConfig> classic(Optional<String> role) {
        return Optional.of(new ClassicConfig(role, Optional.empty(), Duration.ofHours(1), Optional.empty()));
    }

    private static Applicant holding(String... roles) {
        return Applicant.of(new IdToken(verified(idToken(Map.of("cognito:roles", List.of(roles))))));
    }
}
