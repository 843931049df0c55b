package io.github.cognitoee.internal.server;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.function.Supplier;

/** Lets a request through to one REST resource method that requires scopes, or answers it. After the one for roles. */
@Priority(Priorities.AUTHENTICATION + 1)
final class RestScopeFilter implements ContainerRequestFilter {

    private final RequiredScopes required;
    private final ScopeCheck check;
    private final Supplier<HttpServletRequest> currentRequest;

    RestScopeFilter(RequiredScopes required, ScopeCheck check, Supplier<HttpServletRequest> currentRequest) {
        this.required = required;
        this.check = check;
        this.currentRequest = currentRequest;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        check.objection(required, currentRequest.get())
                .ifPresent(challenge -> RestSecurityFilter.abort(context, challenge));
    }
}
