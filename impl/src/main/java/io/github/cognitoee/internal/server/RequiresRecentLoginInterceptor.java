package io.github.cognitoee.internal.server;

import io.github.cognitoee.RequiresRecentLogin;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Guards beans that have this annotation. */
@Interceptor
@RequiresRecentLogin
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class RequiresRecentLoginInterceptor extends RequirementInterceptor {

    private static final long serialVersionUID = 1L;

    @Inject
    RequiresRecentLoginInterceptor(RequirementCheck check) {
        super(check);
    }
}
