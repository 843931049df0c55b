package io.github.cognitoee.internal.server;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * The REST security context of a request whose caller holds {@code **} by being signed in. Open Liberty asks it for that
 * role after us, and its own context denies it.
 *
 * @param context tells all the rest
 */
record SignedInContext(SecurityContext context) implements SecurityContext {

    @Override
    public boolean isUserInRole(String role) {
        return role.equals(DeclaredRoles.ANYBODY_SIGNED_IN)
                ? context.getUserPrincipal() != null
                : context.isUserInRole(role);
    }

    @Override
    public Principal getUserPrincipal() {
        return context.getUserPrincipal();
    }

    @Override
    public boolean isSecure() {
        return context.isSecure();
    }

    @Override
    public String getAuthenticationScheme() {
        return context.getAuthenticationScheme();
    }
}
