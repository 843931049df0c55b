package io.github.cognitoee.internal.server;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Has REST resources answer for what they call. Found through {@code META-INF/services} by each REST application; in
 * one that does not load it those answers are 500.
 */
public class RestErrorFeature implements Feature {

    @Override
    public boolean configure(FeatureContext context) {
        context.register(InsufficientScopeMapper.class);
        context.register(InsufficientAuthenticationMapper.class);
        context.register(CognitoUnavailableMapper.class);
        return true;
    }
}
