package io.github.cognitoee.internal.server;

import io.github.cognitoee.RequiresAssurance;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Guards beans that have this annotation. */
@Interceptor
@RequiresAssurance("")
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class RequiresAssuranceInterceptor extends RequirementInterceptor {

    private static final long serialVersionUID = 1L;

    @Inject
    RequiresAssuranceInterceptor(RequirementCheck check) {
        super(check);
    }
}
