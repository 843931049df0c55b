package io.github.cognitoee.internal.server;

import io.github.cognitoee.InsufficientScopeException;
import io.github.cognitoee.internal.mechanism.Challenge;
import io.github.cognitoee.internal.mechanism.ChallengeWriter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Guards the Servlets whose class requires scopes, whatever mapping or dispatch leads to them, and answers for the guarded
 * beans that a Servlet calls.
 */
final class ServletScopeFilter implements Filter {

    private final ScopeCheck check;
    private final Function<HttpServletRequest, RequiredScopes> requiredBy;

    private ServletScopeFilter(ScopeCheck check, Function<HttpServletRequest, RequiredScopes> requiredBy) {
        this.check = check;
        this.requiredBy = requiredBy;
    }

    /** In front of whatever a path leads to. */
    static ServletScopeFilter ofPaths(ScopeCheck check, ServletScopes scopes) {
        return new ServletScopeFilter(check, request -> scopes.of(DispatchedServlet.name(request)));
    }

    /** In front of one Servlet: no path leads there from a dispatcher that has it by its name. */
    static ServletScopeFilter ofServlet(ScopeCheck check, RequiredScopes required) {
        return new ServletScopeFilter(check, request -> required);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest httpRequest = (HttpServletRequest) request;
        HttpServletResponse httpResponse = (HttpServletResponse) response;
        RequiredScopes required = requiredBy.apply(httpRequest);
        Optional<Challenge> objection = required.isEmpty() ? Optional.empty() : check.objection(required, httpRequest);
        if (objection.isPresent()) {
            ChallengeWriter.send(httpResponse, objection.get());
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (InsufficientScopeException refused) {
            if (response.isCommitted()) {
                throw refused;
            }
            ChallengeWriter.send(
                    httpResponse, check.challenge(new RequiredScopes(refused.requiredScopes()), httpRequest));
        }
    }
}
