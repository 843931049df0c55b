package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import io.github.cognitoee.emulator.EmulatorConfig.Group;
import io.github.cognitoee.emulator.EmulatorConfig.IdentityPool;
import io.github.cognitoee.emulator.EmulatorConfig.Provider;
import io.github.cognitoee.emulator.EmulatorConfig.RoleMapping;
import io.github.cognitoee.emulator.EmulatorConfig.RoleMapping.AmbiguousRoleResolution;
import io.github.cognitoee.emulator.EmulatorConfig.Rule;
import io.github.cognitoee.emulator.EmulatorConfig.Rule.MatchType;
import io.github.cognitoee.emulator.LoginVerifier.VerifiedLogin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleSelectionTest {

    private static final String DEFAULT = "arn:aws:iam::123456789012:role/Default";
    private static final String ONE = "arn:aws:iam::123456789012:role/One";
    private static final String TWO = "arn:aws:iam::123456789012:role/Two";

    private static final RoleMapping TOKEN =
            new RoleMapping(RoleMapping.Type.TOKEN, AmbiguousRoleResolution.AUTHENTICATED_ROLE, List.of());
    private static final RoleMapping TOKEN_OR_DENY =
            new RoleMapping(RoleMapping.Type.TOKEN, AmbiguousRoleResolution.DENY, List.of());

    @Test
    void withoutAMappingTheAuthenticatedRoleHolds() {
        assertThat(role(null, Map.of("cognito:preferred_role", ONE), null)).isEqualTo(DEFAULT);
    }

    @Test
    void theOnlyRoleOfATokenHoldsWithoutAPreferredOne() {
        assertThat(role(TOKEN, Map.of("cognito:roles", List.of(ONE)), null)).isEqualTo(ONE);
    }

    @Test
    void severalRolesWithoutAPreferredOneAreAmbiguous() {
        Map<String, Object> claims = Map.of("cognito:roles", List.of(ONE, TWO));

        assertThat(role(TOKEN, claims, null)).isEqualTo(DEFAULT);
        assertThatThrownBy(() -> role(TOKEN_OR_DENY, claims, null))
                .isInstanceOf(ServiceException.class)
                .hasMessage("The ambiguous role mapping rules for: provider denied this request.");
    }

    @Test
    void aCustomRoleMustBeOneOfTheToken() {
        Map<String, Object> claims = Map.of("cognito:roles", List.of(ONE, TWO));

        assertThat(role(TOKEN_OR_DENY, claims, TWO)).isEqualTo(TWO);
        assertThatThrownBy(() -> role(TOKEN_OR_DENY, claims, DEFAULT))
                .isInstanceOf(ServiceException.class)
                .hasMessage("The custom role is not among the roles of this login.");
    }

    @ParameterizedTest
    @CsvSource({
        "EQUALS, dev, dev, true",
        "EQUALS, dev, device, false",
        "CONTAINS, ev, dev, true",
        "CONTAINS, ev, ops, false",
        "STARTS_WITH, de, dev, true",
        "STARTS_WITH, ev, dev, false",
        "NOT_EQUAL, dev, ops, true",
        "NOT_EQUAL, dev, dev, false",
        "NOT_EQUAL, dev, , false"
    })
    void aRuleComparesOneClaim(MatchType type, String value, String claim, boolean matches) {
        RoleMapping mapping = rules(new Rule("custom:team", type, value, ONE));
        Map<String, Object> claims = claim == null ? Map.of() : Map.of("custom:team", claim);

        assertThat(role(mapping, claims, null)).isEqualTo(matches ? ONE : DEFAULT);
    }

    @Test
    void theFirstRuleThatMatchesWins() {
        RoleMapping mapping = rules(
                new Rule("cognito:groups", MatchType.EQUALS, "c", DEFAULT),
                new Rule("cognito:groups", MatchType.EQUALS, "b", TWO),
                new Rule("cognito:groups", MatchType.EQUALS, "a", ONE));

        assertThat(role(mapping, Map.of("cognito:groups", List.of("a", "b")), null))
                .isEqualTo(TWO);
        assertThat(role(mapping, Map.of("cognito:groups", List.of("a", "b")), ONE))
                .isEqualTo(ONE);
    }

    @Test
    void aPoolWithoutTheRoleItNeedsIsMisconfigured() {
        Provider provider = new Provider("eu-west-1_A", "client", null);
        IdentityPool pool = new IdentityPool("eu-west-1:x", List.of(provider), null);
        VerifiedLogin login = new VerifiedLogin("provider", provider, new JWTClaimsSet.Builder().build());

        assertThatThrownBy(() -> new RoleSelection(pool, login, null).role())
                .isInstanceOfSatisfying(ServiceException.class, refusal -> assertThat(refusal.type())
                        .isEqualTo("InvalidIdentityPoolConfigurationException"));
    }

    @Test
    void groupsThatTieMustAgreeOnTheRole() {
        assertThat(preferred(group(1, ONE), group(1, ONE), group(null, TWO))).isEqualTo(ONE);
        assertThat(preferred(group(1, ONE), group(1, TWO))).isNull();
        assertThat(preferred(group(2, ONE), group(0, TWO))).isEqualTo(TWO);
        assertThat(preferred(group(0, null), group(null, ONE))).isEqualTo(ONE);
        assertThat(preferred()).isNull();
    }

    private static Group group(Integer precedence, String role) {
        return new Group("g", precedence, role);
    }

    private static String preferred(Group... groups) {
        return new GroupRoles(List.of(groups)).preferred().orElse(null);
    }

    private static RoleMapping rules(Rule... rules) {
        return new RoleMapping(RoleMapping.Type.RULES, AmbiguousRoleResolution.AUTHENTICATED_ROLE, List.of(rules));
    }

    private static String role(RoleMapping mapping, Map<String, Object> claims, String customRole) {
        Provider provider = new Provider("eu-west-1_A", "client", mapping);
        JWTClaimsSet.Builder token = new JWTClaimsSet.Builder();
        claims.forEach(token::claim);
        return new RoleSelection(
                        new IdentityPool("eu-west-1:x", List.of(provider), DEFAULT),
                        new VerifiedLogin("provider", provider, token.build()),
                        customRole)
                .role();
    }
}
