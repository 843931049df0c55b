package io.github.cognitoee.internal.server;

import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.Servlet;
import java.io.Serializable;
import java.util.List;

/**
 * Guards beans. In front of the platform's own interceptors: who may not call starts no transaction. Servlets are left to
 * {@link ServletRequirementFilter}: Payara has interceptors called around their {@code init}, by whoever is the first to
 * come.
 */
public abstract class RequirementInterceptor implements Serializable {

    /** One for each annotation: CDI has an interceptor of several annotations called where all of them stand. */
    public static final List<Class<? extends RequirementInterceptor>> ALL = List.of(
            RequiresScopeInterceptor.class, RequiresRecentLoginInterceptor.class, RequiresAssuranceInterceptor.class);

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a client proxy, which CDI has serialisable
    private final RequirementCheck check;

    RequirementInterceptor(RequirementCheck check) {
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
