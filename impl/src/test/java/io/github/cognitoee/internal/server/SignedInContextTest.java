package io.github.cognitoee.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.junit.jupiter.api.Test;

class SignedInContextTest {

    @Test
    void whoeverIsSignedInHoldsTheRoleOfAnybodySignedIn() {
        assertThat(new SignedInContext(new Container(() -> "alice")).isUserInRole("**"))
                .isTrue();
    }

    @Test
    void nobodyDoesNot() {
        assertThat(new SignedInContext(new Container(null)).isUserInRole("**")).isFalse();
    }

    @Test
    void allOtherRolesAreAskedOfTheContainer() {
        SecurityContext context = new SignedInContext(new Container(() -> "alice"));

        assertThat(context.isUserInRole("users")).isTrue();
        assertThat(context.isUserInRole("admins")).isFalse();
    }

    /** Knows the role {@code users}, and not what {@code **} means. */
    private record Container(Principal caller) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public boolean isUserInRole(String role) {
            return role.equals("users");
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return null;
        }
    }
}
