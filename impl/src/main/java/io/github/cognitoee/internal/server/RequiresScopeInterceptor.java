package io.github.cognitoee.internal.server;

import io.github.cognitoee.RequiresScope;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.Servlet;
import java.io.Serializable;

/**
 * Guards beans. In front of the platform's own interceptors: who may not call starts no transaction. Servlets are left to
 * {@link ServletScopeFilter}: Payara has interceptors called around their {@code init}, by whoever is the first to come.
 */
@Interceptor
@RequiresScope({})
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class RequiresScopeInterceptor implements Serializable {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a client proxy, which CDI has serialisable
    private final ScopeCheck check;

    @Inject
    RequiresScopeInterceptor(ScopeCheck check) {
        this.check = check;
    }

    @AroundInvoke
    Object guard(InvocationContext invocation) throws Exception {
        if (!(invocation.getTarget() instanceof Servlet)) {
            check.requireFor(invocation.getTarget().getClass(), invocation.getMethod());
        }
        return invocation.proceed();
    }
}
