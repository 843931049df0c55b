package io.github.cognitoee.internal.server;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.InsufficientAuthenticationException;
import io.github.cognitoee.InsufficientScopeException;
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
 * Guards the Servlets whose class requires something, whatever mapping or dispatch leads to them, and answers for the guarded
 * beans that a Servlet calls.
 */
final class ServletRequirementFilter implements Filter {

    private final RequirementCheck check;
    private final Function<HttpServletRequest, Requirements> requiredBy;

    private ServletRequirementFilter(RequirementCheck check, Function<HttpServletRequest, Requirements> requiredBy) {
        this.check = check;
        this.requiredBy = requiredBy;
    }

    /** In front of whatever a path leads to. */
    static ServletRequirementFilter ofPaths(RequirementCheck check, ServletRequirements servlets) {
        return new ServletRequirementFilter(check, request -> servlets.of(DispatchedServlet.name(request)));
    }

    /** In front of one Servlet: no path leads there from a dispatcher that has it by its name. */
    static ServletRequirementFilter ofServlet(RequirementCheck check, Requirements required) {
        return new ServletRequirementFilter(check, request -> required);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest httpRequest = (HttpServletRequest) request;
        HttpServletResponse httpResponse = (HttpServletResponse) response;
        Requirements required = requiredBy.apply(httpRequest);
        Optional<Objection> objection = required.isEmpty() ? Optional.empty() : check.objection(required, httpRequest);
        if (objection.isPresent()) {
            objection.get().send(httpResponse);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (InsufficientScopeException refused) {
            answer(check.answer(refused, httpRequest), refused, httpResponse);
        } catch (InsufficientAuthenticationException refused) {
            answer(check.answer(refused, httpRequest), refused, httpResponse);
        }
    }

    private static void answer(Objection objection, CognitoException refused, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            throw refused;
        }
        objection.send(response);
    }
}
