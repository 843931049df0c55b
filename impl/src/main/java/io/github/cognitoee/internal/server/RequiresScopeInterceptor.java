package io.github.cognitoee.internal.server;

import io.github.cognitoee.RequiresScope;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Guards beans that have this annotation. */
@Interceptor
@RequiresScope({})
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class RequiresScopeInterceptor extends RequirementInterceptor {

    private static final long serialVersionUID = 1L;

    @Inject
    RequiresScopeInterceptor(RequirementCheck check) {
        super(check);
    }
}
