package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.mechanism.Challenge;
import io.github.cognitoee.internal.mechanism.RequestOutcome;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets a request through to one REST resource method, or answers it. Asks the container for the caller and the roles,
 * not the REST security context, which applications may replace.
 */
@Priority(Priorities.AUTHENTICATION)
final class RestSecurityFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String OF_SESSION = RestSecurityFilter.class.getName() + ".ofSession";

    private final AccessRule rule;
    private final boolean anybodySignedIn;
    private final Entrance entrance;
    private final Supplier<HttpServletRequest> currentRequest;

    RestSecurityFilter(AccessRule rule, Entrance entrance, Supplier<HttpServletRequest> currentRequest) {
        this.rule = rule;
        this.anybodySignedIn = rule instanceof AccessRule.Roles roles
                && roles.oneOfEach().stream().anyMatch(oneOf -> oneOf.contains(DeclaredRoles.ANYBODY_SIGNED_IN));
        this.entrance = entrance;
        this.currentRequest = currentRequest;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        HttpServletRequest request = currentRequest.get();
        Optional<Objection> objection = RequestOutcome.refusal(request)
                .<Objection>map(Objection.Refused::new)
                .or(() -> objection(request));
        if (objection.isPresent()) {
            context.abortWith(objection.get().asResponse());
            return;
        }
        if (!(rule instanceof AccessRule.Everybody)
                && ServedRequest.of(request).session().isPresent()) {
            context.setProperty(OF_SESSION, true);
        }
        if (anybodySignedIn) {
            context.setSecurityContext(new SignedInContext(context.getSecurityContext()));
        }
    }

    /** The back button is to show nothing when they have signed out; an application may say otherwise. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(OF_SESSION) != null && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private Optional<Objection> objection(HttpServletRequest request) {
        if (rule instanceof AccessRule.Everybody) {
            return Optional.empty();
        }
        if (request.getUserPrincipal() == null) {
            return Optional.of(entrance.toAnonymous(request));
        }
        boolean allowed = rule instanceof AccessRule.Roles roles
                && roles.oneOfEach().stream().allMatch(oneOf -> holdsOne(request, oneOf));
        return allowed ? Optional.empty() : Optional.of(new Objection.Refused(Challenge.FORBIDDEN));
    }

    private static boolean holdsOne(HttpServletRequest request, List<String> roles) {
        return roles.stream()
                .anyMatch(role -> role.equals(DeclaredRoles.ANYBODY_SIGNED_IN) || request.isUserInRole(role));
    }
}
