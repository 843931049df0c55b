package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.mechanism.Challenge;
import io.github.cognitoee.internal.mechanism.RequestOutcome;
import io.github.cognitoee.internal.session.ManagedLogin;
import io.github.cognitoee.internal.session.ManagedLogins;
import io.github.cognitoee.internal.session.PageAnswer;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets a request through to one REST resource method, or answers it. Asks the container for the caller and the roles,
 * not the REST security context, which applications may replace.
 */
@Priority(Priorities.AUTHENTICATION)
final class RestSecurityFilter implements ContainerRequestFilter {

    private final AccessRule rule;
    private final boolean anybodySignedIn;
    private final Challenge toAnonymous;
    private final ManagedLogins logins;
    private final Supplier<HttpServletRequest> currentRequest;

    RestSecurityFilter(
            AccessRule rule, Challenge toAnonymous, ManagedLogins logins, Supplier<HttpServletRequest> currentRequest) {
        this.rule = rule;
        this.anybodySignedIn = rule instanceof AccessRule.Roles roles
                && roles.oneOfEach().stream().anyMatch(oneOf -> oneOf.contains(DeclaredRoles.ANYBODY_SIGNED_IN));
        this.toAnonymous = toAnonymous;
        this.logins = logins;
        this.currentRequest = currentRequest;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        HttpServletRequest request = currentRequest.get();
        Optional<Response> answer = RequestOutcome.refusal(request)
                .map(RestSecurityFilter::response)
                .or(() -> objection(request));
        if (answer.isPresent()) {
            context.abortWith(answer.get());
        } else if (anybodySignedIn) {
            context.setSecurityContext(new SignedInContext(context.getSecurityContext()));
        }
    }

    private Optional<Response> objection(HttpServletRequest request) {
        if (rule instanceof AccessRule.Everybody) {
            return Optional.empty();
        }
        if (request.getUserPrincipal() == null) {
            return Optional.of(toAnonymous(request));
        }
        boolean allowed = rule instanceof AccessRule.Roles roles
                && roles.oneOfEach().stream().allMatch(oneOf -> holdsOne(request, oneOf));
        return allowed ? Optional.empty() : Optional.of(response(Challenge.FORBIDDEN));
    }

    private static boolean holdsOne(HttpServletRequest request, List<String> roles) {
        return roles.stream()
                .anyMatch(role -> role.equals(DeclaredRoles.ANYBODY_SIGNED_IN) || request.isUserInRole(role));
    }

    private Response toAnonymous(HttpServletRequest request) {
        return RequestOutcome.withheld(request)
                .map(RestSecurityFilter::response)
                .or(() -> start(request).map(RestSecurityFilter::response))
                .orElseGet(() -> response(toAnonymous));
    }

    /** A browser that asks for a page is sent to managed login. */
    private Optional<PageAnswer> start(HttpServletRequest request) {
        return logins.active().filter(login -> ManagedLogin.isForPage(request)).map(login -> login.start(request));
    }

    private static Response response(PageAnswer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers().forEach((name, values) -> values.forEach(value -> response.header(name, value)));
        return answer.isRedirect()
                ? response.build()
                : response.entity(answer.body()).build();
    }

    static void abort(ContainerRequestContext context, Challenge challenge) {
        context.abortWith(response(challenge));
    }

    static Response response(Challenge challenge) {
        Response.ResponseBuilder response = Response.status(challenge.status());
        challenge.headers().forEach(response::header);
        return response.build();
    }
}
