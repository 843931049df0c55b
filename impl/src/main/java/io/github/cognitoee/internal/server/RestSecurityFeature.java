package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.mechanism.Challenge;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Makes {@code @RolesAllowed}, {@code @PermitAll}, {@code @DenyAll} and {@code @RequiresScope} hold on REST resources:
 * not every server does so for roles by itself. Found through {@code META-INF/services} by each REST application. Where
 * the library is switched off the annotations hold all the same, and callers without the role, signed in or not, are
 * forbidden.
 */
public class RestSecurityFeature implements DynamicFeature {

    // held here because Jersey does not inject into filters that a DynamicFeature registers
    @Context
    private HttpServletRequest request;

    @Context
    private ServletConfig servletConfig;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        AccessRule rule = AccessRule.of(resource.getResourceClass(), resource.getResourceMethod());
        Challenge toAnonymous = ActiveDefinition.find()
                .map(active -> Challenge.SIGN_IN.pointingTo(active.protectedResource()))
                .orElse(Challenge.FORBIDDEN);
        context.register(new RestSecurityFilter(rule, toAnonymous, ActiveDefinition.managedLogin(), () -> request));
        RequiredScopes scopes = RequiredScopes.of(resource.getResourceClass(), resource.getResourceMethod());
        if (!scopes.isEmpty()) {
            context.register(new RestScopeFilter(scopes, ScopeCheck.find(), () -> request));
        }
        RestApplications.of(servletConfig.getServletContext()).seen(servletConfig.getServletName());
    }
}
