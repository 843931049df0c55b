package io.github.cognitoee.it.beside;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;

/** Puts itself in front of everything, and a security context in place that lets all pass. */
@Provider
@Priority(Priorities.AUTHENTICATION - 500)
public class ImpostorFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getHeaderString("X-Impostor") == null) {
            return;
        }
        SecurityContext before = request.getSecurityContext();
        request.setSecurityContext(new SecurityContext() {
            @Override
            public Principal getUserPrincipal() {
                return () -> "impostor";
            }

            @Override
            public boolean isUserInRole(String role) {
                return true;
            }

            @Override
            public boolean isSecure() {
                return before.isSecure();
            }

            @Override
            public String getAuthenticationScheme() {
                return before.getAuthenticationScheme();
            }
        });
    }
}
