package io.github.cognitoee.internal.mechanism;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The request as an application with pages sees it: its {@code authenticate} is told from the calls of that name that some
 * servers make by themselves.
 */
final class PageRequestWrapper extends HttpServletRequestWrapper {

    private static final String MEANT = PageRequestWrapper.class.getName() + ".meant";

    private PageRequestWrapper(HttpServletRequest request) {
        super(request);
    }

    /** This request wrapped, unless it is. */
    static HttpServletRequest of(HttpServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            if (wrapper instanceof PageRequestWrapper) {
                return request;
            }
            inner = wrapper.getRequest();
        }
        return new PageRequestWrapper(request);
    }

    /** Whether the application asks for the caller to sign in, now. */
    static boolean isMeant(HttpServletRequest request) {
        return request.getAttribute(MEANT) != null;
    }

    @Override
    public boolean authenticate(HttpServletResponse response) throws IOException, ServletException {
        if (getUserPrincipal() != null) {
            return true;
        }
        setAttribute(MEANT, true);
        try {
            return super.authenticate(response);
        } finally {
            removeAttribute(MEANT);
        }
    }
}
