package io.github.cognitoee.internal.server;

import io.github.cognitoee.InsufficientScopeException;
import io.github.cognitoee.internal.mechanism.Challenge;
import io.github.cognitoee.internal.mechanism.ChallengeWriter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Guards the Servlets whose class requires scopes, whatever mapping or dispatch leads to them, and answers for the guarded
 * beans that a Servlet calls.
 */
final class ServletScopeFilter implements Filter {

    private final ScopeCheck check;
    private final ServletContext context;
    private final ConcurrentMap<String, RequiredScopes> requiredByName = new ConcurrentHashMap<>();

    ServletScopeFilter(ScopeCheck check, ServletContext context) {
        this.check = check;
        this.context = context;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest httpRequest = (HttpServletRequest) request;
        HttpServletResponse httpResponse = (HttpServletResponse) response;
        RequiredScopes required = requiredBy(DispatchedServlet.name(httpRequest));
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

    private RequiredScopes requiredBy(@Nullable String servletName) {
        return servletName == null
                ? RequiredScopes.NONE
                : requiredByName.computeIfAbsent(servletName, this::requiredByClass);
    }

    private RequiredScopes requiredByClass(String servletName) {
        ServletRegistration servlet = context.getServletRegistration(servletName);
        if (servlet == null || servlet.getClassName() == null) {
            return RequiredScopes.NONE; // a JSP, or the server's own
        }
        try {
            return RequiredScopes.of(Class.forName(servlet.getClassName(), false, context.getClassLoader()));
        } catch (ClassNotFoundException e) {
            return RequiredScopes.NONE; // the server's own: it has made the application's
        }
    }
}
