package io.github.cognitoee.internal.server;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Makes {@code @RolesAllowed}, {@code @PermitAll} and {@code @DenyAll} hold on REST resources: not every server does so
 * by itself. Found through {@code META-INF/services} by each REST application.
 */
public class RestSecurityFeature implements DynamicFeature {

    // held here because Jersey does not inject into filters that a DynamicFeature registers
    @Context
    private HttpServletRequest request;

    @Context
    private ServletConfig servletConfig;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (ActiveDefinition.find().isPresent()) {
            AccessRule rule = AccessRule.of(resource.getResourceClass(), resource.getResourceMethod());
            context.register(new RestSecurityFilter(rule, () -> request));
            RestApplications.of(servletConfig.getServletContext()).seen(servletConfig.getServletName());
        }
    }
}
