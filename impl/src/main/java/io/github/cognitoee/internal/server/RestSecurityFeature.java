package io.github.cognitoee.internal.server;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Makes {@code @RolesAllowed}, {@code @PermitAll}, {@code @DenyAll} and the {@code @Requires} annotations hold on REST
 * resources: not every server does so for roles by itself. Found through {@code META-INF/services} by each REST application. Where
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
        context.register(new RestSecurityFilter(rule, ActiveDefinition.entrance(), () -> request));
        Requirements required = Requirements.of(resource.getResourceClass(), resource.getResourceMethod());
        if (!required.isEmpty()) {
            context.register(new RestRequirementFilter(required, RequirementCheck.find(), () -> request));
        }
        RestApplications.of(servletConfig.getServletContext()).seen(servletConfig.getServletName());
    }
}
