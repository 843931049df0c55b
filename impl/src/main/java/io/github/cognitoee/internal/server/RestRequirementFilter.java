package io.github.cognitoee.internal.server;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.function.Supplier;

/** Lets a request through to one REST resource method that requires something, or answers it. After the one for roles. */
@Priority(Priorities.AUTHENTICATION + 1)
final class RestRequirementFilter implements ContainerRequestFilter {

    private final Requirements required;
    private final RequirementCheck check;
    private final Supplier<HttpServletRequest> currentRequest;

    RestRequirementFilter(Requirements required, RequirementCheck check, Supplier<HttpServletRequest> currentRequest) {
        this.required = required;
        this.check = check;
        this.currentRequest = currentRequest;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        check.objection(required, currentRequest.get())
                .ifPresent(objection -> context.abortWith(objection.asResponse()));
    }
}
