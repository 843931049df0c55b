package io.github.cognitoee.internal.store;

import static io.github.cognitoee.internal.jwt.TestTokens.POOL;
import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static io.github.cognitoee.internal.jwt.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.internal.config.TestSettings;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.RoleMapping;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the container is told of a caller's groups and scopes. Test tokens hold the groups editors and admins. */
class CallerRolesTest {

    private static final RoleMapping NONE = new RoleMapping(Map.of(), false);

    @Test
    void groupsAreRolesOfTheSameName() {
        assertThat(roles(NONE, accessToken(Map.of()))).containsExactlyInAnyOrder("editors", "admins");
    }

    @Test
    void aMappedGroupGivesItsRolesInsteadOfItsName() {
        RoleMapping mapping = new RoleMapping(Map.of("admins", Set.of("reader", "writer")), false);

        assertThat(roles(mapping, idToken(Map.of()))).containsExactlyInAnyOrder("editors", "reader", "writer");
    }

    @Test
    void scopesAreRolesWhereThatIsSwitchedOn() {
        RoleMapping mapping = new RoleMapping(Map.of(), true);

        assertThat(roles(mapping, accessToken(Map.of())))
                .containsExactlyInAnyOrder("editors", "admins", "SCOPE_openid", "SCOPE_photos/read");
        assertThat(roles(mapping, idToken(Map.of()))).containsExactlyInAnyOrder("editors", "admins");
    }

    @Test
    void thePrincipalTellsRolesAndGroupsApart() {
        RoleMapping mapping = new RoleMapping(Map.of("admins", Set.of("writer"), "editors", Set.of()), false);
        CognitoCallerPrincipal caller = (CognitoCallerPrincipal)
                validate(mapping, accessToken(Map.of())).getCallerPrincipal();

        assertThat(caller.roles()).containsExactly("writer");
        assertThat(caller.getGroups()).containsExactlyInAnyOrder("editors", "admins");
    }

    @Test
    void rolesAreComputedOnceForAToken() {
        VerifiedJwt token = verified(accessToken(Map.of()));
        RoleMapping mapping = new RoleMapping(Map.of("admins", Set.of("writer")), true);

        assertThat(token.roles(mapping)).isSameAs(token.roles(mapping)).isUnmodifiable();
        VerifiedJwt unmapped = verified(accessToken(Map.of()));
        assertThat(unmapped.roles(NONE)).isSameAs(unmapped.groups());
    }

    private static Set<String> roles(RoleMapping mapping, String token) {
        return validate(mapping, token).getCallerGroups();
    }

    private static CredentialValidationResult validate(RoleMapping mapping, String token) {
        CognitoSettings settings = TestSettings.verifying(POOL, BearerTokens.ANY).roles(mapping).build();
        return TestStores.of(settings).validate(new CognitoTokenCredential(token, List.of()));
    }
}
