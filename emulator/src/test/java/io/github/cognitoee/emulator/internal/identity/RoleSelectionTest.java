package io.github.cognitoee.emulator.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.emulator.internal.identity.RoleMapping.Rule;
import io.github.cognitoee.emulator.internal.identity.RoleMapping.RulesConfiguration;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleSelectionTest {

    private static final String DEFAULT = "arn:aws:iam::123456789012:role/Default";
    private static final String ONE = "arn:aws:iam::123456789012:role/One";
    private static final String TWO = "arn:aws:iam::123456789012:role/Two";

    private static final RoleMapping TOKEN = new RoleMapping("Token", "AuthenticatedRole", null);
    private static final RoleMapping TOKEN_OR_DENY = new RoleMapping("Token", "Deny", null);

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
                .isInstanceOf(Refusal.class)
                .hasMessage("The ambiguous role mapping rules for: provider denied this request.");
    }

    @Test
    void aCustomRoleMustBeOneOfTheToken() {
        Map<String, Object> claims = Map.of("cognito:roles", List.of(ONE, TWO));

        assertThat(role(TOKEN_OR_DENY, claims, TWO)).isEqualTo(TWO);
        assertThatThrownBy(() -> role(TOKEN_OR_DENY, claims, DEFAULT))
                .isInstanceOf(Refusal.class)
                .hasMessage("The custom role is not among the roles of this login.");
    }

    @ParameterizedTest
    @CsvSource({
        "Equals, dev, dev, true",
        "Equals, dev, device, false",
        "Contains, ev, dev, true",
        "Contains, ev, ops, false",
        "StartsWith, de, dev, true",
        "StartsWith, ev, dev, false",
        "NotEqual, dev, ops, true",
        "NotEqual, dev, dev, false",
        "NotEqual, dev, , false"
    })
    void aRuleComparesOneClaim(String type, String value, String claim, boolean matches) {
        RoleMapping mapping = rules(new Rule("custom:team", type, value, ONE));
        Map<String, Object> claims = claim == null ? Map.of() : Map.of("custom:team", claim);

        assertThat(role(mapping, claims, null)).isEqualTo(matches ? ONE : DEFAULT);
    }

    @Test
    void theFirstRuleThatMatchesWins() {
        RoleMapping mapping = rules(
                new Rule("cognito:groups", "Equals", "c", DEFAULT),
                new Rule("cognito:groups", "Equals", "b", TWO),
                new Rule("cognito:groups", "Equals", "a", ONE));
        Map<String, Object> claims = Map.of("cognito:groups", List.of("a", "b"));

        assertThat(role(mapping, claims, null)).isEqualTo(TWO);
        assertThat(role(mapping, claims, ONE)).isEqualTo(ONE);
    }

    @Test
    void guestsHaveARoleOfTheirOwn() {
        IdentityPool pool = pool(null, Map.of("authenticated", ONE, "unauthenticated", TWO));

        assertThat(new RoleSelection(pool, List.of(), null).ofGuests()).isEqualTo(TWO);
        assertThatThrownBy(() -> new RoleSelection(pool, List.of(), ONE).ofGuests())
                .isInstanceOf(Refusal.class)
                .hasMessage("The custom role is not among the roles of this login.");
    }

    @Test
    void aPoolWithoutTheRoleItNeedsIsMisconfigured() {
        RoleSelection selection = new RoleSelection(pool(null, Map.of()), List.of(login(Map.of())), null);

        assertThatThrownBy(selection::ofLogins)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.type())
                        .isEqualTo(ErrorType.INVALID_IDENTITY_POOL_CONFIGURATION));
    }

    private static RoleMapping rules(Rule... rules) {
        return new RoleMapping("Rules", "AuthenticatedRole", new RulesConfiguration(List.of(rules)));
    }

    private static String role(RoleMapping mapping, Map<String, Object> claims, String customRole) {
        IdentityPool pool = pool(mapping, Map.of("authenticated", DEFAULT));
        return new RoleSelection(pool, List.of(login(claims)), customRole).ofLogins();
    }

    private static VerifiedLogin login(Map<String, Object> claims) {
        return VerifiedLogin.ofUserPool("provider", "client", "sub", claims);
    }

    private static IdentityPool pool(RoleMapping mapping, Map<String, String> roles) {
        PoolSettings settings = new PoolSettings("pool", false, null, null, List.of(), null, null, null, null);
        return IdentityPool.of("eu-west-1:x", settings)
                .withRoles(roles, mapping == null ? Map.of() : Map.of("provider:client", mapping));
    }
}
