package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.caller.RequestCaller;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Keeps the caller across an asynchronous dispatch, in front of everything else that runs in it. */
final class DispatchFilter implements Filter {

    private final RequestCaller requestCaller;

    DispatchFilter(RequestCaller requestCaller) {
        this.requestCaller = requestCaller;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        requestCaller.dispatched(request);
        chain.doFilter(request, response);
    }
}
