package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.caller.Dispatches;
import io.github.cognitoee.internal.caller.ServedRequest;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Keeps the caller across an asynchronous dispatch, in front of everything else that runs in it. */
final class DispatchFilter implements Filter {

    private final Dispatches dispatches;
    private final boolean storeAlone;

    /** @param storeAlone whether another's mechanism is at work */
    DispatchFilter(Dispatches dispatches, boolean storeAlone) {
        this.dispatches = dispatches;
        this.storeAlone = storeAlone;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (storeAlone) {
            ServedRequest.ofContainer(request);
        }
        dispatches.begin((HttpServletRequest) request);
        try {
            chain.doFilter(request, response);
        } finally {
            dispatches.end();
        }
    }
}
