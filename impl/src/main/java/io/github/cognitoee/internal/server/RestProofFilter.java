package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.config.Problem;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers 500 instead of running a REST application whose role annotations nobody enforces. */
final class RestProofFilter implements Filter {

    private static final System.Logger LOG = System.getLogger(RestProofFilter.class.getName());

    private final RestApplications applications;

    RestProofFilter(RestApplications applications) {
        this.applications = applications;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String servletName = DispatchedServlet.name((HttpServletRequest) request);
        if (servletName == null || applications.isSafe(servletName)) {
            chain.doFilter(request, response);
            return;
        }
        Problem.REST_NOT_GUARDED.log(
                LOG,
                "the REST application behind servlet {0} has not loaded {1}, or is installed as a filter, so"
                        + " its role annotations would not be enforced; its requests are answered 500. Switch the"
                        + " discovery of providers on again, or register that class in the application; and have REST"
                        + " served by a servlet",
                servletName,
                RestSecurityFeature.class.getName());
        ((HttpServletResponse) response)
                .sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, Problem.REST_NOT_GUARDED.id());
    }
}
