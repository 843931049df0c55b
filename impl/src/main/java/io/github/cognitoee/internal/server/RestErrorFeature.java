package io.github.cognitoee.internal.server;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Has REST resources answer for the beans they call. Found through {@code META-INF/services} by each REST application; in
 * one that does not load it those refusals are 500.
 */
public class RestErrorFeature implements Feature {

    @Override
    public boolean configure(FeatureContext context) {
        context.register(InsufficientScopeMapper.class);
        context.register(InsufficientAuthenticationMapper.class);
        return true;
    }
}
